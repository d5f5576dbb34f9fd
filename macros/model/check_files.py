"""Check of the folders: only kinds of files that belong there, since MkDocs publishes all it finds."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model.findings import Finding, Place, finding

_PAGES = {".md"}
_PICTURES = {".png", ".jpg", ".jpeg", ".webp"}
_OTHER_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
"""Endings, in small or capital letters, that MkDocs takes for pages or copies, but no check reads."""

_FROZEN = re.compile(r"data/frozen/[a-z][a-z0-9-]*\.json")
"""The sets of changes that consultations froze; `check_frozen` reads them."""


def check_files(root: Path) -> Iterator[Finding]:
    """Files in `docs/` and `data/` that nothing reads, or that would be published unread."""
    for path in _files(root / "docs"):
        file = path.relative_to(root).as_posix()
        ending = path.suffix.lower()
        if path.is_symlink():
            yield finding("T010", Place(file), kind="ほかの場所を指すファイル")
            continue
        if path.suffix in _PAGES or ending in _PICTURES:
            continue
        if ending in _OTHER_PAGES:
            problem = f"ページのファイルの終わりが「{path.suffix}」です。"
            yield finding("T008", Place(file), problem=problem, fix="ファイルの名前の終わりを「.md」に直してください。")
        else:
            yield finding("T010", Place(file), kind=f"終わりが「{path.suffix or path.name}」のファイル")
    readings = root / "data" / "readings"
    for path in _files(root / "data"):
        file = path.relative_to(root).as_posix()
        is_reading = path.suffix == ".txt" and readings in path.parents
        if path.suffix != ".yml" and path.parent.name != "sources" and not is_reading and not _FROZEN.fullmatch(file):
            yield finding("Y009", Place(file))


def _files(folder: Path) -> Iterator[Path]:
    """Files below the folder, sorted; those with a dot in front (`.DS_Store`) belong to the machine and stay out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
