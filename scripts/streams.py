"""Standard output and standard error: every message arrives, on any terminal, and what cannot be written is told."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from macros.model.one_line import one_line

_SAMPLE = "検査が終わりました。（→ 「直す」）"
"""What an encoding has to know to be of use here."""


def make_readable() -> None:
    """Let both streams write Japanese: in the terminal's own encoding where it can, else in UTF-8.

    A stream that is closed from the start is an empty one, and one into which nobody looks.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 (until the process ends)
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=_encoding(stream.encoding), errors="backslashreplace")


def write_utf8() -> None:
    """Standard output is data for a program: UTF-8, whatever the terminal is."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush_output() -> None:
    """Write what is still held back.

    Raises:
        OSError: where it cannot be written; nothing more is tried at the end of the process.
    """
    try:
        sys.stdout.flush()
    except OSError:
        _forget(sys.stdout)
        raise


def say(words: str) -> None:
    """One line on standard error; where even that cannot be written, nothing can be said."""
    try:
        print(one_line(words), file=sys.stderr, flush=True)
    except OSError:
        _forget(sys.stderr)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _encoding(name: str) -> str:
    try:
        _SAMPLE.encode(name)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return name


def _forget(stream: TextIO) -> None:
    """Let what the stream still holds go nowhere, so that the interpreter does not try, and complain, once more."""
    with suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
