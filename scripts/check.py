"""`shishin check`: report what is wrong with the text and the data, and how to mend it."""

import argparse
import json
import os
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

_BREAKS = {"\r": "%0D", "\n": "%0A"}

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_MARKUP = re.compile(r"[!-+:-@\[-`{-~]|\.(?=\w)(?<=www\.)", re.IGNORECASE)
"""Signs with a meaning in Markdown or HTML, and the dot after `www`; those of a path stay as they are."""

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
        _write_summary(findings)
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


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow annotations, which appear at the line of a pull request."""
    return "".join(
        f"::{one.severity} file={_property(one.place.file)},line={one.place.line},col={one.place.column},"
        f"title={_property(one.code)}::{_data(one.message + ' ' + one.fix)}\n"
        for one in findings
    )


def _data(text: str) -> str:
    """Escape as GitHub's workflow commands ask for."""
    lines = re.split("([\r\n])", text.replace("%", "%25"))
    return "".join(_BREAKS.get(line) or one_line(line) for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Sequence[Finding]) -> str:
    """All findings as Markdown: GitHub shows only the first ten annotations of a step."""
    rows = [
        f"| {_cell(one.place.file)} {one.place.line}行 | {_cell(one.message)} | {_cell(one.fix)} | {one.code} |\n"
        for one in findings
    ]
    head = "| 場所 | 知らせ | 直し方 | 符号 |\n| --- | --- | --- | --- |\n" if rows else ""
    return f"## 検査の結果\n\n{count(findings)}\n\n{head}{''.join(rows)}"


def _cell(text: str) -> str:
    """Words as they are: nothing in them is Markdown, an element, an address or a name that GitHub links."""
    plain = _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", one_line(text))
    return f"<code>{plain}</code>"


def _write_summary(findings: Sequence[Finding]) -> None:
    """Add the summary to the file that GitHub names."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as out:
            out.write(summary(findings))


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""Name of a format → its writer."""
