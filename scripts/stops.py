"""What is said when a command cannot go on: one line in Japanese with a code, and a report for those who mend it."""

import errno
import platform
import secrets
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.model.findings import catalogue
from macros.site.tree_lock import BusyError
from macros.site.workplace import PLACE
from scripts.streams import say

REPORTS = f"{PLACE}/reports"
"""Where reports lie, from the root of the tree."""

_KEPT = 20
"""Reports that are kept."""

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_EXPECTED = {"X005", "X006", "X009"}
"""Stops that are nobody's mistake: no report."""


class StoppedError(BaseException):
    """The system asked the command to end; no handler of mistakes may swallow it."""


@contextmanager
def stop_signals() -> Iterator[None]:
    """Turn the signals that end a process into an exception, so that what is half done is cleared away."""
    mine = threading.current_thread() is threading.main_thread()
    signals = [one for one in (signal.SIGTERM, signal.SIGHUP) if mine and signal.getsignal(one) is signal.SIG_DFL]
    for one in signals:
        signal.signal(one, _stop)
    try:
        yield
    finally:
        for one in signals:
            signal.signal(one, signal.SIG_DFL)


def _stop(_number: int, _frame: object) -> None:
    raise StoppedError


def tell_stop(error: BaseException, root: Path | None) -> int:
    """Say in one line why the command stopped; the result is its exit code.

    Args:
        error: what stopped it.
        root: the tree, where it is known already.
    """
    code = code_of(error)
    entry = catalogue()[code]
    values = {"problem": type(error).__name__, "file": _file(error)}
    words = f"{code}：{entry.message.format_map(values)}{entry.fix}"
    if code not in _EXPECTED:
        report = write_report(error, root)
        words += f"詳しい記録：{report}" if report else "詳しい記録は、どこにも書けませんでした。"
    say(words)
    return 1


def code_of(error: BaseException) -> str:  # noqa: PLR0911 (a table of kinds, one line each)
    """The code of the catalogue for what stopped a command."""
    match error:
        case BrokenPipeError():
            return "X006"
        case OSError(errno=number) if number in _FULL:
            return "X002"
        case OSError(errno=number) if number in _FORBIDDEN:
            return "X003"
        case OSError():
            return "X004"
        case KeyboardInterrupt() | StoppedError():
            return "X005"
        case MemoryError():
            return "X007"
        case RecursionError():
            return "X008"
        case BusyError():
            return "X009"
        case _ if error.__cause__:
            return code_of(error.__cause__)
        case _:
            return "X001"


def _file(error: BaseException) -> str:
    name = error.filename if isinstance(error, OSError) else None
    return "ファイル" if name is None else f"「{name}」"


def write_report(error: BaseException, root: Path | None) -> Path | None:
    """Write down where it happened: in the tree, else in the folder for temporary files; none where neither can be."""
    told = f"{platform.platform()}\nPython {sys.version}\n{' '.join(map(repr, sys.argv))}\n\n"
    text = told + "".join(traceback.format_exception(error))
    with suppress(OSError):
        if root is not None:
            return _write(root / REPORTS, text)
    with suppress(OSError):
        return _write(Path(tempfile.gettempdir()), text)
    return None


def _write(folder: Path, text: str) -> Path:
    """A new file in the folder; the oldest ones are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"shishin-{secrets.token_hex(4)}.txt"
    try:
        with path.open("x", encoding="utf-8", errors="backslashreplace") as out:
            out.write(text)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    for old in sorted(folder.glob("shishin-*.txt"), key=lambda one: one.lstat().st_mtime)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path
