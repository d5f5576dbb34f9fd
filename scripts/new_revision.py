"""`shishin new-revision`: copy a revision as the draft of the next one, or take the copy back."""

import argparse
import re
import shutil
import sys
from itertools import takewhile
from pathlib import Path

from macros.model.copy_comparisons import FOLDER
from macros.model.copy_revision import Copy, copy_revision, era_year
from macros.model.findings import has_error
from macros.model.one_line import one_line
from macros.model.project import Project, load_data
from macros.model.tree import read_tree
from macros.site.check import check
from scripts.check import as_text
from scripts.save import save_all
from scripts.streams import say

REVISIONS = "data/revisions.yml"
NAV = "data/nav.yml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("revision", metavar="新しい版", help="元号の頭文字と年（例：令和8年なら r8）")
    parser.add_argument("--from", dest="old", metavar="元の版", help="写す元の版（例：r5）")
    parser.add_argument("--undo", action="store_true", help="作った案を取りやめ、元に戻します")
    parser.add_argument("--yes", action="store_true", help="本文を直したあとでも、取りやめます")


def run(options: argparse.Namespace) -> int:
    """Make or take back the revision; 1 where it cannot be done, and then nothing is changed."""
    try:
        return _undo(options) if options.undo else _make(options)
    except OSError as error:
        return _refuse(f"ファイルを書けません（{error.filename}）。書き込みの許可と、空きを確かめてください。")
    except LookupError as error:
        return _refuse(
            f"{NAV} に、元の版 {error.args[0]} の目次がありません。書き足してから、もう一度実行してください。"
        )


def _refuse(*lines: str) -> int:
    for line in lines:
        say(line)
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
    _write(options.root, copy)
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


def _write(root: Path, copy: Copy) -> None:
    """Write the whole copy; when one file fails, everything goes back to what it was."""
    lists = {name: (root / name).read_text(encoding="utf-8") for name in (REVISIONS, NAV)}
    lines = lists[NAV].splitlines(keepends=True)
    for line, added in sorted(((copy.nav_line, copy.nav), (copy.compare_line, copy.compare_nav)), reverse=True):
        lines.insert(line - 1, added)
    text = lists[REVISIONS]
    changed = {
        REVISIONS: text[: copy.entry_offset] + copy.entry + text[copy.entry_offset :],
        NAV: "".join(lines),
    }
    texts = {root / file: text.encode("utf-8") for file, text in {**copy.files, **changed}.items()}
    save_all({**{root / file: picture for file, picture in copy.pictures.items()}, **texts})


def _remove(root: Path, revision: str) -> None:
    """Remove the folders of a revision with all that is in them."""
    for folder in (f"docs/guideline/{revision}", f"data/tables/{revision}"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for stub in (*_stubs(root, revision), *(root / FOLDER).glob(f"{revision}-*.md")):
        stub.unlink()


def _stubs(root: Path, revision: str) -> list[Path]:
    """Pages that compare the revision with an older one."""
    return sorted((root / FOLDER).glob(f"*-{revision}.md"))


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


def _undo(options: argparse.Namespace) -> int:
    tree = read_tree(options.root)
    data = load_data(tree)
    revisions = data.revisions.value
    if revisions is None or data.nav.value is None:
        print(as_text((*data.revisions.findings, *data.nav.findings)), end="", file=sys.stderr)
        return _refuse("先に、上の直すところを直してください。何も取りやめていません。")
    by_id = {one.id: one for one in revisions.revisions}
    made = by_id.get(options.revision)
    copies = [one.id for one in revisions.revisions if one.copied_from == options.revision]
    if copies:
        return _refuse(
            f"{'、'.join(copies)} は「{options.revision}」を写した版です。先に、そちらを取りやめてください。"
        )
    if made is None or made.copied_from not in by_id:
        return _refuse(f"「{options.revision}」は、この命令で作った版ではありません。何も取りやめていません。")
    older = list(takewhile(lambda one: one.id != options.revision, revisions.revisions))
    source = by_id[made.copied_from]
    copy = copy_revision(tree, data.nav, data.revisions.source, source, options.revision, olds=older)
    changed = _changed(options.root, options.revision, copy)
    if changed and not options.yes:
        print("次のものは、写したあとで直してあります。", file=sys.stderr)
        print("".join(f"  {one_line(name)}\n" for name in changed), end="", file=sys.stderr)
        return _refuse("消してよければ、--yes を付けてもう一度実行してください。まだ何も消していません。")
    lists = {name: _without(options.root, name, options.revision, copy) for name in (REVISIONS, NAV)}
    save_all({options.root / name: text.encode("utf-8") for name, text in lists.items()})
    _remove(options.root, options.revision)
    print(f"{options.revision} の案を取りやめ、元に戻しました。")
    return 0


def _changed(root: Path, revision: str, copy: Copy) -> list[str]:
    """Files of the copy that are no longer as they were copied, and files that were added beside them."""
    present = {
        path.relative_to(root).as_posix()
        for folder in (f"docs/guideline/{revision}", f"data/tables/{revision}")
        for path in (root / folder).rglob("*")
        if path.is_file()
    } | {path.relative_to(root).as_posix() for path in _stubs(root, revision)}
    copied = {**{file: text.encode("utf-8") for file, text in copy.files.items()}, **copy.pictures}
    differing = {file for file in present & set(copied) if (root / file).read_bytes() != copied[file]}
    changed = sorted(differing | (present ^ set(copied)))
    lists = ((REVISIONS, copy.entry), (NAV, copy.nav), (NAV, copy.compare_nav))
    edited = (name for name, text in lists if text not in (root / name).read_text(encoding="utf-8"))
    return changed + list(dict.fromkeys(edited))


def _without(root: Path, name: str, revision: str, copy: Copy) -> str:
    """The list without the revision's part: the added text itself, or its lines where it was edited."""
    text = (root / name).read_text(encoding="utf-8")
    added = copy.entry if name == REVISIONS else copy.nav
    if name == NAV:
        own = re.escape(revision)
        page = re.compile(rf"compare/(?:[a-z0-9]+-{own}|{own}-[a-z0-9]+)\.md\s*$")
        text = "".join(line for line in text.splitlines(keepends=True) if not page.search(line))
    if added in text:
        return text.replace(added, "", 1)
    start = added.strip("\n").split("\n")[0]
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.rstrip() == start), None)
    if first is None:
        return "\n".join(line for line in lines if f"guideline/{revision}/" not in line)
    indent = len(start) - len(start.lstrip())
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > indent):
        last += 1
    return "\n".join(lines[:first] + lines[last:]).rstrip("\n") + "\n"
