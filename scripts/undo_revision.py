"""`shishin new-revision … --undo`: take a copied revision back; what goes is put aside first."""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path

from macros.model.copy_comparisons import FOLDER
from macros.model.copy_revision import Copy, copy_revision
from macros.model.project import Data, load_data
from macros.model.revisions import Revision
from macros.model.tree import Tree, read_tree
from scripts.check import as_text
from scripts.held_revisions import why_held
from scripts.streams import say
from scripts.undone import undo_files

REVISIONS = "data/revisions.yml"
NAV = "data/nav.yml"

_NOTHING = "何も取りやめていません。"


def undo(root: Path, revision: str, *, yes: bool) -> int:
    """Take the copy back; 1 where it cannot be done, and then nothing is changed.

    Raises:
        OSError: where a file cannot be written; then nothing is changed either.
    """
    tree = read_tree(root)
    data = load_data(tree)
    listed = data.revisions.value
    if listed is None or not isinstance(data.nav.value, list | dict):
        print(as_text((*data.revisions.findings, *data.nav.findings)), end="", file=sys.stderr)
        return _refuse(f"先に、上の直すところを直してください。{_NOTHING}")
    if problem := _problem(tree, data, listed.revisions, revision):
        return _refuse(problem)
    copy = _copy(tree, data, listed.revisions, revision)
    if copy is None:
        return _refuse(f"写した元の版を読めません。shishin check で直すところを調べてください。{_NOTHING}")
    own = _own_files(tree.files, revision)
    copied = [file for file in own if not file.startswith(f"{FOLDER}/{revision}-")]  # those came with a later revision
    changed = _changed(tree, copied, copy)
    if changed and not yes:
        for line in ("次のものは、写したあとで直してあります。", *(f"  {name}" for name in changed)):
            say(line)
        return _refuse("取りやめてよければ、--yes を付けてもう一度実行してください。まだ何も消していません。")
    lists = {root / name: _without(tree, name, revision, copy).encode("utf-8") for name in (REVISIONS, NAV)}
    way_back = undo_files(root, f"new-revision-{revision}", dict.fromkeys((root / file for file in own), None) | lists)
    print(f"{revision} の案を取りやめ、元に戻しました。")
    print(way_back)
    return 0


def _refuse(words: str) -> int:
    say(words)
    return 1


def _problem(tree: Tree, data: Data, revisions: Sequence[Revision], revision: str) -> str | None:
    """Why the revision is not taken back, none where it may be."""
    by_id = {one.id: one for one in revisions}
    if copies := [one.id for one in revisions if one.copied_from == revision]:
        return f"{'、'.join(copies)} は「{revision}」を写した版です。先に、そちらを取りやめてください。"
    if revision not in by_id or by_id[revision].copied_from not in by_id:
        return f"「{revision}」は、この命令で作った版ではありません。{_NOTHING}"
    if odd := _own_files(tree.refused, revision):
        finding = tree.refused[odd[0]]
        return f"{odd[0]}：{finding.message}{finding.fix}{_NOTHING}"
    return why_held(tree, data, revision)


def _copy(tree: Tree, data: Data, revisions: Sequence[Revision], revision: str) -> Copy | None:
    """What the copy looked like when it was made; none where the older text can no longer be read."""
    older = list(takewhile(lambda one: one.id != revision, revisions))
    by_id = {one.id: one for one in revisions}
    source = by_id[by_id[revision].copied_from or ""]
    try:
        return copy_revision(tree, data.nav, data.revisions.source, source, revision, olds=older)
    except UnicodeDecodeError:
        return None


def _own_files(files: Iterable[str], revision: str) -> list[str]:
    """Those files that go: in the revision's folders, and the pages that compare it with another one."""
    folders = f"docs/guideline/{revision}/", f"data/tables/{revision}/"
    own = re.escape(revision)
    stub = re.compile(rf"{FOLDER}/(?:[a-z0-9]+-{own}|{own}-[a-z0-9]+)\.md")
    return [file for file in files if f"{file}/".startswith(folders) or stub.fullmatch(file)]


def _changed(tree: Tree, own: Sequence[str], copy: Copy) -> list[str]:
    """Files of the copy that are no longer as they were copied, and files that were added beside them."""
    copied = {**{file: text.encode("utf-8") for file, text in copy.files.items()}, **copy.pictures}
    differing = {file for file in set(own) & set(copied) if tree.files[file] != copied[file]}
    changed = sorted(differing | (set(own) ^ set(copied)))
    lists = ((REVISIONS, copy.entry), (NAV, copy.nav), (NAV, copy.compare_nav))
    edited = (name for name, text in lists if text.encode("utf-8") not in tree.files[name])
    return changed + list(dict.fromkeys(edited))


def _without(tree: Tree, name: str, revision: str, copy: Copy) -> str:
    """The list without the revision's part: the added text itself, or its lines where it was edited."""
    text = tree.files[name].decode("utf-8")
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
