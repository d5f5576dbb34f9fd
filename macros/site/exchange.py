"""Put a new site in the place of the old one, and put right what a killed build left behind.

At every moment `site/` is a whole site, or, where the system cannot exchange two names, `site.old` beside it is one
and the next build puts it back.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from macros.site.workplace import dead_folders, own_folder

SITE = "site"
ASIDE = "site.old"
"""Where the old site lies for the moment between two renames: whole, or not there."""

EARLIER = "site.new"
"""Where builds of earlier versions of this program were made: perhaps half of one."""

BUILD = "build"
"""Kind of the folders in which builds are made."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_KNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What systems, file systems and sandboxes answer that know no exchange; a plain rename tells of other reasons."""


def fresh_folder(root: Path) -> AbstractContextManager[Path]:
    """A folder `.shishin/build-<random>/` for one build, on the file system of `site/`; it is removed afterwards."""
    return own_folder(root, BUILD)


def exchange_names(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where system or file system cannot.

    Raises:
        OSError: for any other reason.
    """
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_KNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Callable[..., int] | None:
    """The call of the C library; none where it has none."""
    call: Any = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is not None:
        call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return call  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Moves:
    """How folders are moved; tests hand in moves that stop in between."""

    rename: Callable[[Path, Path], object] = Path.rename
    """Rename one folder."""
    exchange: Callable[[Path, Path], bool] = exchange_names
    """Exchange two; False where this cannot be done."""


SYSTEM = Moves()


def swap(fresh: Path, site: Path, moves: Moves = SYSTEM) -> None:
    """Put the folder `fresh` in the place of `site`; what stood there is removed.

    Raises:
        OSError: where `fresh` or `site` is no folder, or cannot be moved; `site` then is as it was.
    """
    if fresh.is_symlink() or not fresh.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(fresh))
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
    if not site.exists():
        moves.rename(fresh, site)
        return
    if not moves.exchange(fresh, site):
        _rename_both(fresh, site, moves)
    shutil.rmtree(fresh, ignore_errors=True)  # now the old one; what cannot be removed lies where nobody looks


def _rename_both(fresh: Path, site: Path, moves: Moves) -> None:
    """The same by renames: at each moment a whole site is in its place or, under one name, aside."""
    aside = site.with_name(ASIDE)
    _remove(aside)
    try:
        moves.rename(site, aside)
        moves.rename(fresh, site)
    except BaseException:  # also when the user stops it in between
        if not site.exists() and aside.exists():
            aside.rename(site)
        raise
    with suppress(OSError):  # the new site is there already; the next build removes what is aside
        moves.rename(aside, fresh)


def recover(root: Path) -> tuple[str, ...]:
    """Put back a site that a kill left aside, and remove what dead builds left; the caller holds the lock of the tree.

    Returns:
        What was done, in Japanese.
    """
    done = [*_put_back(root / SITE, root / ASIDE)]
    with dead_folders(root, BUILD) as dead:
        left = [*dead, *(path for path in (root / EARLIER,) if path.is_dir())]
        for folder in left:
            _remove(folder)
    if left:
        done.append("途中で止まった実行が残した、作りかけのフォルダーを消しました。")
    return tuple(done)


def _put_back(site: Path, aside: Path) -> Iterator[str]:
    """Of two sites the whole one stays, of two whole ones that in its place: it was put there after the other."""
    if aside.is_symlink() or not aside.is_dir():
        return
    if not site.exists():
        aside.rename(site)
        yield f"前の実行が入れかえの途中で止まっていたので、{ASIDE} に残っていたサイトを {SITE}/ に戻しました。"
    elif _is_whole(aside) and not _is_whole(site):
        with fresh_folder(site.parent) as folder:
            site.rename(folder / SITE)
            aside.rename(site)
        yield f"{SITE}/ がサイトの形をしていないので、{ASIDE} に残っていたサイトに戻しました。"
    else:
        _remove(aside)
        yield f"{SITE}/ と {ASIDE} の2つがあったので、新しい {SITE}/ を残し、{ASIDE} を消しました。"


def _is_whole(site: Path) -> bool:
    """Folders come here only when they are done; what has no first page is none of ours."""
    return (site / "index.html").is_file()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
