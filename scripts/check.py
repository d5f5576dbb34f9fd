"""`shishin check`: report what is wrong with the text and the data, and how to mend it."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.readability import is_complete
from macros.model.easy import FOLDER as EASY_PAGES
from macros.model.findings import Finding, has_error
from macros.model.one_line import one_line
from macros.site.check import check
from scripts import github
from scripts.github import as_github

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_KINDS = {"error": "直してください", "warning": "確かめてください", "notice": "お知らせ"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="知らせの形")


def run(options: argparse.Namespace) -> int:
    """Check the tree; 1 if and only if there is an error."""
    tell_what_is_skipped(options.root)
    _, findings = check(options.root)
    print(FORMATS[options.format](findings), end="")
    if options.format == "github":
        github.add_to_summary(summary(findings))
    return 1 if has_error(findings) else 0


def tell_what_is_skipped(root: Path) -> None:
    """Say on standard error, in a line, which checks of easy pages need parts that are not installed here."""
    missing = [
        name for name, there in (("言葉のむずかしさ", load_levels()), ("読みやすさ", is_complete())) if not there
    ]
    if missing and (root / EASY_PAGES).is_dir():
        print(f"調べるための部品がないので、やさしい日本語の{'と'.join(missing)}は調べていません。", file=sys.stderr)


def as_text(findings: Sequence[Finding]) -> str:
    """For a person at the terminal."""
    lines = [
        f"{one_line(f'{one.place.file}:{one.place.line}:{one.place.column}：{one.message}')}\n"
        f"  → {one_line(one.fix)} [{one.code} {_KINDS[one.severity]}]\n"
        for one in findings
    ]
    return "".join(lines) + count(findings) + "\n"


def count(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in a sentence."""
    if not findings:
        return "検査が終わりました。直すところはありません。"
    errors = sum(one.severity == "error" for one in findings)
    return f"検査が終わりました。直すところが{errors}件、確かめるところが{len(findings) - errors}件あります。"


def as_json(findings: Sequence[Finding]) -> str:
    """The form that the contract names: a list of flat objects."""
    said = json.dumps([flat(one) for one in findings], ensure_ascii=False, indent=1).replace("##[", r"##\u005b")
    return _NOT_ASCII.sub(_escaped, said) + "\n"


def _escaped(found: re.Match[str]) -> str:
    """A sign that is seen as it is; another one as JSON writes it in ASCII."""
    sign = found[0]
    return sign if one_line(sign) == sign else json.dumps(sign)[1:-1]


def flat(one: Finding) -> dict[str, str | int]:
    """A finding as a flat object."""
    return {
        "code": one.code,
        "severity": one.severity,
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "message": one.message,
        "fix": one.fix,
    }


def summary(findings: Sequence[Finding]) -> str:
    """All findings as Markdown, as far as GitHub shows them: only the first annotations of a step appear."""
    return github.summary(findings, count, github.room_left())


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""Name of a format → its writer."""
