"""`shishin new-revision`: copy a revision as the draft of the next one, or take the copy back."""

import argparse
import sys
from pathlib import Path

from macros.model.copy_revision import Copy, copy_revision, era_year
from macros.model.findings import has_error
from macros.model.project import Project
from macros.model.tree import Tree
from macros.site.check import check
from scripts.check import as_text
from scripts.save import save_all
from scripts.streams import say
from scripts.undo_revision import NAV, REVISIONS, undo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("revision", metavar="新しい版", help="元号の頭文字と年（例：令和8年なら r8）")
    parser.add_argument("--from", dest="old", metavar="元の版", help="写す元の版（例：r5）")
    parser.add_argument("--undo", action="store_true", help="作った案を取りやめ、元に戻します")
    parser.add_argument("--yes", action="store_true", help="本文を直したあとでも、取りやめます")


def run(options: argparse.Namespace) -> int:
    """Make or take back the revision; 1 where it cannot be done, and then nothing is changed."""
    try:
        return undo(options.root, options.revision, yes=options.yes) if options.undo else _make(options)
    except OSError as error:
        return _refuse(f"ファイルを書けません（{error.filename}）。書き込みの許可と、空きを確かめてください。")
    except LookupError as error:
        return _refuse(
            f"{NAV} に、元の版 {error.args[0]} の目次がありません。書き足してから、もう一度実行してください。"
        )


def _refuse(words: str) -> int:
    say(words)
    return 1


def _make(options: argparse.Namespace) -> int:
    project, findings = check(options.root)
    if project is None or has_error(findings):
        print(as_text(findings), end="", file=sys.stderr)
        return _refuse("先に、上の直すところを直してください。新しい版は作っていません。")
    if problem := _problem(project, options):
        return _refuse(problem)
    revisions = project.data.revisions
    source, olds = project.revision(options.old), revisions.record.revisions
    copy = copy_revision(project.tree, project.data.nav, revisions.source, source, options.revision, olds=olds)
    if taken := [file for file in (*copy.files, *copy.pictures) if (options.root / file).exists()]:
        return _refuse(f"{taken[0]} がもうあります。内容を確かめて、先に移すか消してください。")
    save_all(_written(project.tree, copy))
    print(_next_steps(options.revision, options.old, copy))
    return 0


def _problem(project: Project, options: argparse.Namespace) -> str | None:
    """Why the revision cannot be made, none where it can."""
    new, old, usable = options.revision, options.old, list(project.texts)
    named = era_year(new)
    if named is None:
        return f"「{new}」は使えません。元号の頭文字と年で書いてください（例：令和8年なら r8）。"
    known = [one for one in project.data.revisions.record.revisions if one.copied_from is None]
    years = [int(one.date.iso[:4]) for one in known]
    if named[1] < max(years):
        return f"「{new}」は、今ある版より前の年です。新しい版の年を書いてください。"
    if new in [one.id for one in project.data.revisions.record.revisions]:
        return f"版「{new}」は、もうあります。別の名前にするか、--undo で取りやめてください。"
    if old is None:
        return f"写す元の版を、--from で書いてください（例：--from {usable[-1]}）。"
    if old not in usable:
        return f"「{old}」には、写せる本文がありません。使えるのは {'、'.join(usable)} です。"
    return None


def _written(tree: Tree, copy: Copy) -> dict[Path, bytes | None]:
    """New content of every file: the copy, and both lists with its entries."""
    lines = tree.files[NAV].decode("utf-8").splitlines(keepends=True)
    for line, added in sorted(((copy.nav_line, copy.nav), (copy.compare_line, copy.compare_nav)), reverse=True):
        lines.insert(line - 1, added)
    text = tree.files[REVISIONS].decode("utf-8")
    lists = {
        REVISIONS: text[: copy.entry_offset] + copy.entry + text[copy.entry_offset :],
        NAV: "".join(lines),
    }
    texts = {file: text.encode("utf-8") for file, text in {**copy.files, **lists}.items()}
    return {tree.root / file: data for file, data in {**copy.pictures, **texts}.items()}


def _next_steps(new: str, old: str, copy: Copy) -> str:
    return "\n".join(
        (
            f"{old} を写して、{new} の案を作りました（{len(copy.files) + len(copy.pictures)}個のファイル）。",
            "",
            "次にすること：",
            f"  1. docs/guideline/{new}/ の本文を直します。見出しの {{: #… }} は、そのまま残してください。",
            f"  2. 表を直すときは、data/tables/{new}/ の行を直します。",
            f"     前の版との違いは、docs/compare/ の {old}-{new} のページに出ます。",
            f"  3. {REVISIONS} の {new} に、分かっている日付、説明、経過を書きます。",
            "  4. .venv/bin/shishin check で検査します。",
            "  5. make serve で、画面を確かめます。",
            "",
            "この案は、まだ決定ではありません。決裁と公表日を待って、公開の場に出してください。",
            f"取りやめるときは、.venv/bin/shishin new-revision {new} --undo です。",
        )
    )
