"""The pages that an opened consultation needs beside its own: the sheet to print and the counter's list."""

from pathlib import Path

FOLDER = "docs/consultations"
NAV = "data/nav.yml"

PAGES = {"sheet": "意見書", "counter": "番号で変更を見る"}
"""Last part of the address → title; the macro is `consultation_<part>`."""

_STUB = """---
title: {title}
render_macros: true
hide: [toc]
---

# {title} {{: #{part} }}

{{{{ consultation_{part}("{id}") }}}}
"""


def opened_pages(root: Path, consultation_id: str) -> dict[Path, bytes]:
    """New content of every file that opening writes: both stubs and the navigation; none where they cannot be listed.

    A stub that is there already stays as it is.
    """
    nav = root / NAV
    lines = nav.read_text(encoding="utf-8").splitlines(keepends=True)
    at = _line_of(lines, consultation_id)
    if at is None:
        return {}
    files: dict[Path, bytes] = {}
    added = []
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    for part, title in PAGES.items():
        path = root / FOLDER / consultation_id / f"{part}.md"
        if not path.exists():
            files[path] = _STUB.format(title=title, part=part, id=consultation_id).encode("utf-8")
            added.append(f"{indent}- {title}: consultations/{consultation_id}/{part}.md\n")
    if added:
        files[nav] = "".join([*lines[: at + 1], *added, *lines[at + 1 :]]).encode("utf-8")
    return files


def closed_pages(root: Path, consultation_id: str) -> dict[Path, bytes | None]:
    """New content of every file that taking back changes: none for the stubs, the navigation without them."""
    nav = root / NAV
    listed = f"consultations/{consultation_id}/"
    lines = nav.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if listed not in line)
    files: dict[Path, bytes | None] = {
        path: None for part in PAGES if (path := root / FOLDER / consultation_id / f"{part}.md").exists()
    }
    if kept != "".join(lines):
        files[nav] = kept.encode("utf-8")
    return files


def _line_of(lines: list[str], consultation_id: str) -> int | None:
    """Line of the navigation after which the stubs are listed: the consultation's own page, else the list of all."""
    for page in (f"consultations/{consultation_id}.md", "consultations/index.md"):
        for at, line in enumerate(lines):
            if line.rstrip().endswith(page):
                return at
    return None
