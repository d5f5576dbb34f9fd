"""Trees for tests: the invented city 見本市 of `tests/example`, with this repository's own frame."""

import hashlib
import shutil
from pathlib import Path

from macros.model.tree import Tree
from macros.model.tree_places import SETTINGS
from tests.paths import ROOT

EXAMPLE = ROOT / "tests" / "example"
"""`docs/` and `data/` of 見本市: all that another city replaces."""


FRAME = Tree(ROOT, {SETTINGS: (ROOT / SETTINGS).read_bytes()})
"""A tree with nothing in it but the settings of Markdown."""


def copy_example(tree: Path) -> Path:
    """Make `tree` a complete tree: 見本市's text and data in the frame of this repository."""
    shutil.copytree(EXAMPLE, tree)
    shutil.copy(ROOT / "mkdocs.yml", tree)
    for part in ("macros", "overrides"):
        (tree / part).symlink_to(ROOT / part)
    return tree


def contents(tree: Path) -> dict[str, str]:
    """Hash of every file below `tree`, and every folder: two trees with the same contents are byte-identical.

    What an undo put aside is left out: it is for people, and no part of the tree.
    """
    found = {}
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree).as_posix()
        if not path.is_symlink() and not f"{name}/".startswith(".shishin/"):
            found[name] = "folder" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def replace(tree: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which must stand in the file exactly once."""
    text = (tree / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {text.count(old)} x {old!r}"
    (tree / file).write_text(text.replace(old, new), encoding="utf-8")
