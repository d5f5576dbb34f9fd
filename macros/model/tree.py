"""One walk of the tree: every file of `docs/` and `data/` that a page may be made of, with its bytes.

Whatever is read later is read from here: what was checked is what is published, and no second reader can see other
files or other bytes. Links are not followed, devices are not opened, and what has no place here is told.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from macros.model.findings import Finding, Place, finding
from macros.model.limits import size_of
from macros.model.tree_places import FOLDERS, SETTINGS, check_outputs, check_place, machine_made

MOST = 5_000
"""Files and folders of a tree: an entry more ends the walk."""

LARGEST_TREE = 100_000_000
"""Bytes of all files together."""

DEEPEST = 8
"""Folders inside each other: `data/readings/guideline/r5/x.txt` has four."""

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_KINDS = ((stat.S_ISLNK, "ほかの場所を指すリンク"), (stat.S_ISFIFO, "パイプ"), (stat.S_ISSOCK, "ソケット"))


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The files that may be read, as they were at one moment."""

    root: Path
    """Top of the tree: what is written goes below it."""
    files: Mapping[str, bytes]
    """Bytes of each file by its path from the root, with `/`; sorted by path."""
    refused: Mapping[str, Finding] = field(default_factory=dict)
    """Why a file that is there has no bytes here, by its path."""
    findings: tuple[Finding, ...] = ()
    """Everything in `docs/` and `data/` that has no place there."""
    _made: dict[tuple[object, str], Any] = field(default_factory=dict, repr=False)
    """What was made from single files, by what made it and the file."""

    def once(self, make: "Callable[[Tree, str], T]", file: str) -> T:
        """What `make` makes of a file: its bytes do not change, so that it is made once."""
        key = (make, file)
        if key not in self._made:
            self._made[key] = make(self, file)
        made: T = self._made[key]
        return made

    def names(self, folder: str, suffix: str) -> list[str]:
        """Files below `folder` with the suffix, those that were refused included: one slip is told once."""
        there = sorted({*self.files, *self.refused})
        return [file for file in there if file.startswith(f"{folder}/") and file.endswith(f".{suffix}")]

    def has_folder(self, folder: str) -> bool:
        """Whether a file lies below `folder`."""
        return any(file.startswith(f"{folder}/") for file in self.files)


def list_files(tree: Tree, folder: str, suffix: str) -> list[str]:
    """Files below `folder` with the suffix, as paths from the root with `/`, sorted."""
    return [file for file in tree.files if file.startswith(f"{folder}/") and file.endswith(f".{suffix}")]


def read_tree(root: Path) -> Tree:
    """Walk `docs/` and `data/` below `root` and read what may be read; `mkdocs.yml` belongs to it."""
    walk = _Walk()
    for folder in FOLDERS:
        walk.enter(root, folder)
    if (root / SETTINGS).is_file():
        walk.files[SETTINGS] = (root / SETTINGS).read_bytes()  # the program's, not a contribution's: a link may stand
    files = dict(sorted(walk.files.items()))
    collisions = list(check_outputs(files))
    for one in collisions:
        files.pop(one.place.file, None)
    told = (*walk.findings, *collisions)
    return Tree(root, files, {one.place.file: one for one in told}, told)


class _Walk:
    """Files and findings of one walk."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self._entries = 0
        self._bytes = 0

    def enter(self, root: Path, folder: str) -> None:
        """Walk a folder at the top; one that is a link is not entered."""
        try:
            opened = os.open(root / folder, _READ | os.O_DIRECTORY)
        except FileNotFoundError:
            return
        except OSError:
            self._tell("F008", folder, kind="フォルダーではないもの")
            return
        try:
            self._folder(opened, folder, 1)
        finally:
            os.close(opened)

    def _folder(self, opened: int, folder: str, depth: int) -> None:
        with os.scandir(opened) as found:
            # One more than may be: the rest is not even listed.
            names = sorted(entry.name for entry in islice(found, MOST - self._entries + 1))
        for name in names:
            self._entries += 1
            if self._entries > MOST:
                self._tell("F011", folder, problem=f"ファイルの数が{MOST:,}を超えています。")
                return
            self._entry(opened, name, f"{folder}/{name}", depth)

    def _entry(self, parent: int, name: str, file: str, depth: int) -> None:
        mode = os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode
        if machine_made(file) and stat.S_ISREG(mode):
            self._tell("F012", file)
        elif not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            kind = next((words for test, words in _KINDS if test(mode)), "ふつうのファイルではないもの")
            self._tell("F008", file, kind=kind)
        elif refused := check_place(shown(file), is_folder=stat.S_ISDIR(mode)):
            self.findings.append(refused)
        elif stat.S_ISDIR(mode):
            self._inner(parent, name, file, depth)
        else:
            self._file(parent, name, file)

    def _inner(self, parent: int, name: str, file: str, depth: int) -> None:
        if depth >= DEEPEST:
            self._tell("F011", file, problem=f"フォルダーの重なりが{DEEPEST}段を超えています。")
            return
        try:
            opened = os.open(name, _READ | os.O_DIRECTORY, dir_fd=parent)
        except OSError:
            self._tell("F001", file)
            return
        try:
            self._folder(opened, file, depth + 1)
        finally:
            os.close(opened)

    def _file(self, parent: int, name: str, file: str) -> None:
        try:
            opened = os.open(name, _READ, dir_fd=parent)
        except OSError:
            self._tell("F001", file)
            return
        with os.fdopen(opened, "rb") as source:
            size, largest = os.fstat(opened).st_size, size_of(file).octets
            data = source.read(largest + 1) if size <= largest else b""
        if size > largest or len(data) > largest:
            self._tell("F005", file, size=f"{max(size, len(data)):,}", largest=f"{largest:,}")
            return
        self._bytes += len(data)
        if self._bytes > LARGEST_TREE:
            self._tell("F011", file, problem=f"全部のファイルの大きさが{LARGEST_TREE:,}バイトを超えています。")
            return
        self.files[file] = data

    def _tell(self, code: str, file: str, **values: object) -> None:
        self.findings.append(finding(code, Place(shown(file)), **values))


def shown(file: str) -> str:
    r"""A path as it can be written: bytes that are no UTF-8 stand as `\xff`."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")


def signature(root: Path, parts: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every file below some folders: it differs after any change. Nothing is read.

    Files of the folders' own machinery (`__pycache__`) are left out; links are looked at, not through.
    """
    return tuple(sorted(entry for part in parts for entry in _stamps(root / part)))


def _stamps(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        found = path.lstat()
        yield str(path), found.st_mtime_ns, found.st_size
        if stat.S_ISDIR(found.st_mode):
            for inner in path.iterdir():
                if inner.name != "__pycache__":
                    yield from _stamps(inner)
    except OSError:  # gone while it was looked at: the next look tells
        return
