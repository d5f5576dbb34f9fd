"""`shishin furigana`: readings for lines of text, and proposals for sentences of the site that have none."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.japanese.notation import write
from macros.japanese.reading_rules import Rule
from macros.japanese.readings import propose
from macros.japanese.ruby import Ruby
from macros.model.approved import ApprovedReadings, approved_ruby, load_approved, readings_file
from macros.model.check_readings import check_reading_rules
from macros.model.findings import has_error
from macros.model.load import load
from macros.model.one_line import one_line
from macros.model.project import Project, load_project
from macros.model.propose_readings import with_proposals
from macros.model.reading_rules import ReadingRules
from macros.model.tree import read_tree
from macros.site.page_sentences import homes
from macros.views.registry import MACROS
from scripts.save import save_all
from scripts.streams import say

RULES = "data/reading_rules.yml"
SITE = "site"
"""The built pages: their sentences are those that readers see."""

_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""Signs that some readers of lines take for the end of one; JSON may write them so."""


def as_json(ruby: Ruby) -> str:
    """The form that the contract names: an array of pairs."""
    pairs = [[segment.surface, segment.reading] for segment in ruby]
    return json.dumps(pairs, ensure_ascii=False).translate(_LINE_ENDS)


def as_text(ruby: Ruby) -> str:
    """For a person at the terminal: tabs are part of the text, other unseen signs are shown."""
    return "\t".join(one_line(part) for part in write(ruby).split("\t"))


FORMATS: dict[str, Callable[[Ruby], str]] = {"json": as_json, "text": as_text}
"""Name of a format → its writer."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument(
        "action",
        metavar="update",
        nargs="?",
        choices=("update",),
        help="作ったサイトの読みのない文に、読みの案を書き足します（書かなければ、標準入力の文に読みを付けます）",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="出し方（指定しなければ text）")
    parser.add_argument(
        "--approved", action="store_true", help="人が確かめた読みを使い、ない文を知らせて機械の読みを出します"
    )


def run(options: argparse.Namespace) -> int:
    """Write readings; 1 where it cannot be done, and then nothing stands on standard output."""
    rules = _rules(options.root)
    if rules is None:
        return _refuse(f"{RULES} に誤りがあります。shishin check で直すところを調べてください。")
    if options.action == "update":
        return _update(options.root, rules)
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _refuse(f"{line}行目が、UTF-8の文字ではありません。UTF-8で保存し直してください。")
    lines = text.removesuffix("\n").split("\n") if text else []
    if not options.approved:
        return _print([FORMATS[options.format](propose(line, rules)) for line in lines])
    approved = load_approved(read_tree(options.root))
    if any(has_error(source.findings) for source in approved.files):
        return _refuse("data/readings/ に誤りがあります。shishin check で直すところを調べてください。")
    return _print([FORMATS[options.format](_look_up(at, line, approved, rules)) for at, line in enumerate(lines, 1)])


def _rules(root: Path) -> tuple[Rule, ...] | None:
    """Rules of the tree; none where they cannot be read. A folder without the file has no rules of its own."""
    if not (root / RULES).exists():
        print(f"{RULES} がないので、地名などの読みのきまりを使いません。", file=sys.stderr)
        return ()
    loaded = load(read_tree(root), RULES, ReadingRules)
    if loaded.value is None or any(check_reading_rules(loaded)):
        return None
    return loaded.value.as_rules()


def _look_up(number: int, line: str, approved: ApprovedReadings, rules: Sequence[Rule]) -> Ruby:
    ruby, missing = approved_ruby(line, approved, lambda text: propose(text, rules))
    for sentence in missing:
        print(f"{number}行目：確かめた読みがないので、機械の読みを出しました：{one_line(sentence)}", file=sys.stderr)
    return ruby


def _print(lines: Sequence[str]) -> int:
    """Write all lines at once, so that nothing is half-written."""
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.buffer.flush()
    return 0


def _update(root: Path, rules: Sequence[Rule]) -> int:
    project, _ = load_project(read_tree(root), MACROS)
    if project is None:
        return _refuse("データに誤りがあって、文を調べられません。shishin check で直すところを調べてください。")
    pages = list((root / SITE).glob("**/*.html"))
    if not pages or any(page.is_symlink() or not page.is_file() for page in pages):
        return _refuse(f"{SITE}/ にページがありません。make site でサイトを作ってから、もう一度実行してください。")
    if broken := [one for source in project.approved.files if has_error(source.findings) for one in source.findings]:
        return _refuse(f"{broken[0].place.file}：{broken[0].message}{broken[0].fix}")
    try:
        changed = _with_proposals(project, root, rules)
        save_all({root / file: text.encode("utf-8") for file, text in changed.items()})
    except UnicodeDecodeError:
        return _refuse(f"{SITE}/ のページを読めません。make site でサイトを作り直してください。")
    except OSError as error:
        return _refuse(
            f"ファイルを書けません（{error.filename}）。書き込みの許可と、空きを確かめてください。何も書き足していません。"
        )
    for file in changed:
        print(f"{one_line(file)}：読みの案を書き足しました。")
    return 0


def _with_proposals(project: Project, root: Path, rules: Sequence[Rule]) -> dict[str, str]:
    """New text of each file of readings that lacks a sentence of the built site."""
    changed = {}
    for source, listed in homes(project, root / SITE).items():
        sentences = [one for one in listed if project.approved.of(one) is None]
        file = readings_file(source)
        data = project.tree.files.get(file)
        before = None if data is None else data.decode("utf-8")
        after = with_proposals(before, sentences, rules, source)
        if sentences and after != before:
            changed[file] = after
    return changed


def _refuse(words: str) -> int:
    say(words)
    return 1
