"""What an undo takes away is put aside first: a dated folder that no check and no page ever reads."""

import shutil
from collections.abc import Iterable, Mapping
from errno import ELOOP
from itertools import count
from pathlib import Path

from macros.site.clock import now
from macros.site.workplace import own_folder
from scripts.journal import KIND, write_through
from scripts.save import save_all

FOLDER = ".shishin/undone"
"""Where it lies, from the root; git does not see it."""


def undo_files(root: Path, what: str, files: Mapping[Path, bytes | None]) -> str:
    """Put files aside, then write or remove them: all or nothing.

    Args:
        root: top of the tree.
        what: what is undone, for the folder's name: `new-revision-r8`.
        files: new content of each file, none where it goes.

    Returns:
        Where the copy lies and how it comes back, for the terminal.

    Raises:
        OSError: where something cannot be read, written or removed; then everything is as it was.
    """
    kept = put_aside(root, what, [path.relative_to(root).as_posix() for path in files])
    try:
        save_all(files)
    except BaseException:
        if all(_content(path) == _content(kept / path.relative_to(root)) for path in files):
            shutil.rmtree(kept, ignore_errors=True)  # nothing was taken away
        raise
    return way_back(root, kept)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def put_aside(root: Path, what: str, files: Iterable[str]) -> Path:
    """Copy files (paths from the root) into a folder of their own, with their folders.

    The copy is whole before it has its name. Nothing that was put aside earlier is touched, even in the same second.

    Args:
        root: top of the tree.
        what: what is undone, for the folder's name: `new-revision-r8`.
        files: the files; one that is not there is left out.

    Raises:
        OSError: where one cannot be read or written; then no copy is left, and nothing may be taken away.
    """
    home = root / FOLDER
    if home.resolve() != root.resolve() / FOLDER:
        raise OSError(ELOOP, "a link", str(home))  # the copy would lie where pages are read
    name = f"{now():%Y-%m-%d-%H%M%S}-{what}"
    with own_folder(root, KIND) as part:
        copy = part / "copy"
        copy.mkdir()
        for file in files:
            if (root / file).is_file():
                (copy / file).parent.mkdir(parents=True, exist_ok=True)
                write_through(copy / file, (root / file).read_bytes())
        home.mkdir(exist_ok=True)
        kept = _fresh(home, name)
        try:
            return copy.rename(kept)  # in place of the empty folder that holds the name
        except BaseException:
            kept.rmdir()
            raise


def way_back(root: Path, kept: Path) -> str:
    """Where the copy lies and how it comes back, for the terminal."""
    folder = kept.relative_to(root).as_posix()
    return "\n".join(
        (
            f"取りやめる前のファイルは、{folder}/ に取ってあります。",
            "元に戻すときは、この場所で次のように写してください。",
            f"  cp -R {folder}/. .",
            "data/ の一覧（nav.yml など）も、取りやめる前の内容に戻ります。",
            "取りやめたあとで一覧を直したときは、写さずに、その部分だけを書き写してください。",
        )
    )


def _fresh(home: Path, name: str) -> Path:
    """Make a folder that was not there: the name, else the name with a number behind it."""
    for number in count(1):
        folder = home / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        break
    return folder
