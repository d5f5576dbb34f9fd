"""`shishin compare`: every change between two revisions, as data or as a redline for the terminal."""

import argparse
import sys
from collections.abc import Iterable

from macros.comparison.pairs import edit_script
from macros.model.findings import Finding
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.site.verify_published import verify_published
from macros.views.compare_json import script_json
from macros.views.compare_text import script_text
from macros.views.registry import MACROS
from scripts.streams import say

FORMATS = {"json": script_json, "text": script_text}
"""Name of a format → its writer."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("old", metavar="前の版", help="前の版の名前（例：h25）")
    parser.add_argument("new", metavar="後の版", help="後の版の名前（例：r5）")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="出し方（指定しなければ text）")
    parser.add_argument(
        "--ignore-ids", action="store_true", help="節の名札（id）や人の確かめたつながりを使わず、文だけで比べます"
    )
    parser.add_argument(
        "--verify", action="store_true", help="公開したデータから2つの版の文を組み立て、ページの文と同じか確かめます"
    )


def run(options: argparse.Namespace) -> int:
    """Compare; 1 where it cannot be done or does not hold, and then nothing stands on standard output."""
    project, findings = load_project(read_tree(options.root), MACROS)
    if project is None:
        return _refuse("データに誤りがあって、比べられません。shishin check で直すところを調べてください。")
    if problem := _problem(project, options.old, options.new, findings):
        return _refuse(problem)
    if options.verify:
        return _verify(project, options)
    script = edit_script(project, options.old, options.new, ignore_ids=options.ignore_ids)
    sys.stdout.write(FORMATS[options.format](script))
    return 0


def _problem(project: Project, old: str, new: str, findings: Iterable[Finding]) -> str | None:
    """Why the two cannot be compared, none where they can."""
    known = [one.id for one in project.data.revisions.record.revisions]
    for asked in (old, new):
        if asked not in known:
            return f"版「{asked}」はありません。あるのは {'、'.join(known)} です。"
        if any(one.severity == "error" and one.place.file.startswith(f"docs/guideline/{asked}/") for one in findings):
            return f"版「{asked}」の本文に誤りがあって、比べられません。shishin check で直すところを調べてください。"
        if asked not in project.texts:
            return (
                f"版「{asked}」は、本文が手元にないので比べられません。比べられるのは {'、'.join(project.texts)} です。"
            )
    return f"同じ版「{old}」が2回書いてあります。違う版を書いてください。" if old == new else None


def _verify(project: Project, options: argparse.Namespace) -> int:
    problems = verify_published(options.root / "site", project, options.old, options.new)
    if problems:
        return _refuse(*problems)
    print(
        f"公開したデータ data/compare/{options.old}-{options.new}.json から組み立てた2つの版の文は、"
        "公開したページの文と1文字も違いません。"
    )
    return 0


def _refuse(*lines: str) -> int:
    for line in lines:
        say(line)
    return 1
