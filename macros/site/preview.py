"""The preview of `make serve`: the same check and the same build as for the public, again after each change.

Only what passed is shown. On a slip the last good pages stay, with the findings as a bar over them. It never ends by
itself: whatever happens while building becomes a finding.
"""

import shutil
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.model.findings import Finding, Place, finding, has_error
from macros.model.tree import signature
from macros.model.tree_places import FOLDERS, SETTINGS
from macros.site.build import build_into

WATCHED = (*FOLDERS, "overrides", SETTINGS)
"""What a change in makes the pages anew. A change of the program needs a new start."""

PAUSE = 0.4
"""Seconds between two looks at the tree."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows at one moment."""

    version: int
    """Grows with each build: an open page asks for it."""
    site: Path | None
    """The last good pages; none before the first good build."""
    findings: tuple[Finding, ...]
    """What the last build told."""


class Preview:
    """Builds a tree again and again into folders of its own, and keeps the last good one."""

    def __init__(self, root: Path, folder: Path, tell: Callable[[Shown], None]) -> None:
        """Nothing is built yet.

        Args:
            root: the tree.
            folder: an empty folder for the pages.
            tell: is called after each build.
        """
        self._root = root
        self._folder = folder
        self._tell = tell
        self._seen: object = None
        self.shown = Shown(0, None, ())

    def look(self) -> bool:
        """Build if anything changed since the last look; whether it did."""
        seen = signature(self._root, WATCHED)
        if seen == self._seen:
            return False
        self._seen = seen  # before the build: what changes while it runs is seen at the next look
        self._build()
        return True

    def watch(self, stop: threading.Event) -> None:
        """Look again and again until `stop` is set."""
        while not stop.is_set():
            self.look()
            stop.wait(PAUSE)

    def _build(self) -> None:
        version = self.shown.version + 1
        fresh = self._folder / str(version)
        fresh.mkdir(parents=True)
        try:
            findings = build_into(self._root, fresh)
        except Exception as error:  # a preview that ends leaves staff without a word
            findings = (_stopped(error),)
        before = self.shown.site
        if has_error(findings):
            shutil.rmtree(fresh, ignore_errors=True)
        self.shown = Shown(version, before if has_error(findings) else fresh / "site", findings)
        if before is not None and before != self.shown.site:
            time.sleep(PAUSE)  # a page that is being sent is sent whole
            shutil.rmtree(before.parent, ignore_errors=True)
        self._tell(self.shown)


def _stopped(error: Exception) -> Finding:
    fix = "直したところを一つ前に戻してください。続くときは、make serve を動かし直してください。"
    return finding("B005", Place(SETTINGS), problem=f"{type(error).__name__}：{error}", fix=fix)


def errors(findings: Sequence[Finding]) -> list[Finding]:
    """Findings for which the pages were not made anew."""
    return [one for one in findings if one.severity == "error"]
