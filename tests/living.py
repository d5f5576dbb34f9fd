"""A copy of the real tree after a time: a new revision, more groups, another order of chapters, one more paragraph."""

import shutil
from pathlib import Path

from scripts.main import main
from tests.paths import ROOT

GROUPS = """
  - id: mihon-{number}
    name: 見本の会{kana}
    category: civic
    registered: false
    activity: 町の花を育てます。
    sources: [{source}]
    checked: 2026-11-22
"""

NEW = "r8"
"""The revision that is made."""


def live_on(tree: Path, old: str) -> None:
    """Copy the real content into the folder `tree` and change it as the next years may."""
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, tree / part)
    shutil.copy(ROOT / "mkdocs.yml", tree)
    for part in ("macros", "overrides"):
        (tree / part).symlink_to(ROOT / part)
    assert main(["new-revision", NEW, "--from", old, "--root", str(tree)]) == 0
    _add_groups(tree / "data/groups.yml")
    _swap_chapters(tree / "data/revisions.yml", tree / "data/nav.yml")


def _add_groups(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = text.split("sources: [", 1)[1].split("]", 1)[0].split(",")[0]
    added = [GROUPS.format(number=number, kana=kana, source=source) for number, kana in enumerate("あいう")]
    head, behind = text.split("groups:\n", 1)
    path.write_text(f"{head}groups:{''.join(added)}{behind}", encoding="utf-8")


def _swap_chapters(revisions: Path, nav: Path) -> None:
    """The second and the third chapter of the new revision change places, and the third gets a paragraph."""
    text = revisions.read_text(encoding="utf-8")
    start = text.index(f"- id: {NEW}")
    listed = text[
        text.index("chapters: [", start) + len("chapters: [") : text.index("]", text.index("chapters: [", start))
    ]
    first, second, third, *rest = listed.split(", ")
    swapped = ", ".join((first, third, second, *rest))
    revisions.write_text(text[:start] + text[start:].replace(listed, swapped, 1), encoding="utf-8")
    lines = nav.read_text(encoding="utf-8").split("\n")
    here, there = (
        next(at for at, line in enumerate(lines) if f"guideline/{NEW}/{one}.md" in line) for one in (second, third)
    )
    lines[here], lines[there] = lines[there], lines[here]
    nav.write_text("\n".join(lines), encoding="utf-8")
    chapter = revisions.parent.parent / f"docs/guideline/{NEW}/{third}.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n新しい段落です。\n", encoding="utf-8")
