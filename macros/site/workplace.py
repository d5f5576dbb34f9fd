"""The folder `.shishin/` beside `docs/` and `data/`: where work in progress lies, and how a dead worker is known.

Each worker has a folder of its own there and holds a lock on it. The system frees a lock when its process ends,
however it ends: what lies unlocked was left behind by a process that is gone.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PLACE = ".shishin"
"""Name of the folder, on the same file system as what is put in its place from there."""


@contextmanager
def own_folder(root: Path, kind: str) -> Iterator[Path]:
    """A new folder `.shishin/<kind>-<random>/` that no other process uses; it is removed afterwards."""
    folder, lock = _make(root, kind)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
        _remove_empty(folder.parent)


@contextmanager
def dead_folders(root: Path, kind: str) -> Iterator[list[Path]]:
    """Folders of this kind whose process is gone, oldest first, locked while they are looked at, to be removed."""
    locks, found = [], []
    listed = [path for path in (root / PLACE).glob(f"{kind}-*") if path.is_dir() and not path.is_symlink()]
    for folder in sorted(listed, key=lambda path: (_time(path), path.name)):
        if (lock := _lock(folder)) is not None:
            locks.append(lock)
            found.append(folder)
    try:
        yield found
    finally:
        for lock in locks:
            os.close(lock)
        _remove_empty(root / PLACE)


def _remove_empty(place: Path) -> None:
    with suppress(OSError):
        place.rmdir()  # only where nothing else lies in it


def _make(root: Path, kind: str) -> tuple[Path, int]:
    """The folder and the descriptor that holds its lock; anew where one was swept away before it was locked."""
    while True:
        folder = root / PLACE / f"{kind}-{secrets.token_hex(4)}"
        try:
            folder.parent.mkdir(exist_ok=True)
            folder.mkdir()  # with the rights that the user's mask gives: it may become what is published
        except FileNotFoundError:
            if not root.is_dir():
                raise
            continue
        if (lock := _lock(folder)) is not None:
            return folder, lock


def _lock(folder: Path) -> int | None:
    """A descriptor that holds the lock of the folder; none where another process does, or where it is gone."""
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_ino == folder.stat().st_ino:
            return lock
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
