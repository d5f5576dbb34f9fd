"""One build of a tree at a time: a second one waits, and says so."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.site.workplace import PLACE

PATIENCE = 600.0
"""Seconds for which a build waits for another one."""

WAITING = "ほかの実行がサイトを作っています。終わるのを待っています。"

_PAUSE = 0.1


class BusyError(Exception):
    """Another build of the same tree goes on and on."""


def silent(_words: str) -> None:
    """Tell nobody."""


@contextmanager
def tree_lock(root: Path, *, tell: Callable[[str], None] = silent, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the tree; it frees itself when its process ends, however it ends.

    Args:
        root: the tree.
        tell: gets a sentence where another build has to be waited for.
        patience: seconds to wait.

    Raises:
        BusyError: where the other build did not end in this time.
    """
    lock = _wait(root / PLACE / "lock", tell, patience)
    try:
        yield
    finally:
        os.close(lock)


def _wait(path: Path, tell: Callable[[str], None], patience: float) -> int:
    """The descriptor that holds the lock."""
    end = time.monotonic() + patience
    told = False
    while True:
        if (lock := _take(path)) is not None:
            return lock
        if time.monotonic() >= end:
            raise BusyError
        if not told:
            tell(WAITING)
            told = True
        time.sleep(_PAUSE)


def _take(path: Path) -> int | None:
    """The lock, none where another process has it, or where the file was removed (`make clean`) while it was taken."""
    path.parent.mkdir(exist_ok=True)
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_ino == path.stat().st_ino:
            return lock
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(lock)
        raise
    os.close(lock)
    return None
