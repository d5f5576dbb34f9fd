"""Which door of the workflow a change takes: text and data are checked and built, anything else runs every test.

Run by `.github/scripts/door.sh` with nothing but Python's own library, from the base branch's copy of this file, so
that a change of these rules is judged by the rules as they were. What is in doubt takes the door where everything runs.
"""

import os
import re
import sys
from pathlib import Path
from typing import Literal

Door = Literal["content", "everything"]
"""Check and build the site; or run all tests, which do the same and much more."""

MORNING = "7 15 * * *"
"""The schedule on which the site is only built anew: nothing of the program changed since its tests ran."""

MOST = 300
"""Files of a change that people can still look through."""

_CONTENT = re.compile(rb"(?:docs|data)/[^\x00-\x1f\x7f\\]+")
_ENTRY = re.compile(rb":(?P<before>[0-7]{6}) (?P<after>[0-7]{6}) [0-9a-f]+ [0-9a-f]+ (?P<status>[A-Z])[0-9]*")
_NONE, _FILE = b"000000", b"100644"


def door(event: str, diff: bytes | None, schedule: str = "") -> tuple[Door, str]:
    """The door for an event, and why in a Japanese sentence.

    Args:
        event: GitHub's name of the event.
        diff: output of `git diff --raw -z`; none where it could not be had.
        schedule: the cron line that started the run.
    """
    if event == "schedule" and schedule == MORNING:
        return "content", "毎朝の作り直しなので、本文とデータの検査とサイト作りだけを行います。"
    if event not in ("pull_request", "push"):
        return "everything", "夜の実行か、手で始めた実行なので、すべての試験を行います。"
    if diff is None:
        return "everything", "変わったファイルの一覧がないので、すべての試験を行います。"
    doubt = _doubt(diff)
    if doubt:
        return "everything", f"{doubt}、すべての試験を行います。"
    return "content", "変わったのは docs/ と data/ のファイルだけなので、本文とデータの検査とサイト作りを行います。"


def _doubt(diff: bytes) -> str:
    """Why a change may be more than text and data; empty where it is not."""
    parts = diff.split(b"\0")
    if parts.pop() != b"" or not parts or len(parts) % 2:
        return "変わったファイルの一覧が、空か、途中で切れているか、名前を変えたファイルを含むので"
    if len(parts) > 2 * MOST:
        return f"変わったファイルが{MOST}より多いので"
    for head, path in zip(parts[::2], parts[1::2], strict=True):
        entry = _ENTRY.fullmatch(head)
        if entry is None:
            return "変わったファイルの一覧を読めないので"
        if entry["status"] not in (b"A", b"M") or entry["after"] != _FILE or entry["before"] not in (_NONE, _FILE):
            return "消したファイル、名前を変えたファイル、ふつうでないファイルがあるので"
        if not _CONTENT.fullmatch(path) or b".." in path.split(b"/"):
            return "docs/ と data/ のほかのファイルが変わったので"
    return ""


def main() -> int:
    """Print what GitHub reads as the step's outputs."""
    event, given = sys.argv[1], sys.stdin.buffer.read()
    found, why = door(event, given or None, os.environ.get("SCHEDULE", ""))
    lines = f"door={found}\n"
    if path := os.environ.get("GITHUB_OUTPUT"):
        with Path(path).open("a", encoding="utf-8") as out:
            out.write(lines)
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as out:
            out.write(f"{why}\n")
    print(lines + why)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
