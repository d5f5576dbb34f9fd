"""Pages that compare a new revision with each older one: stubs, and their lines in the navigation."""

import json
import re
from collections.abc import Sequence

from macros.model.revisions import Revision
from macros.model.tree import Tree
from macros.model.yaml_file import YamlFile

FOLDER = "docs/compare"
"""Where the stubs lie."""

_SPECIAL = re.compile(r"""[:#{}\[\],&*!|>'"%@`]""")

_STUB = """---
title: {title}
render_macros: true
hide: [{hide}]
---

# {old}から{new}へ {{: #compare }}

{{{{ comparison("{old_id}", "{new_id}") }}}}
"""


def quoted(words: str) -> str:
    """Words as YAML takes them for a text: in quotation marks where a sign in them has a meaning."""
    return json.dumps(words, ensure_ascii=False) if _SPECIAL.search(words) else words


def comparison_stubs(tree: Tree, olds: Sequence[Revision], new: str, name: str) -> dict[str, str]:
    """Text of each stub by path from the root; none where the tree compares nothing.

    Args:
        tree: the files.
        olds: the older revisions.
        new: id of the new revision.
        name: its name for readers.
    """
    if not tree.has_folder(FOLDER):
        return {}
    return {
        f"{FOLDER}/{old.id}-{new}.md": _STUB.format(
            title=quoted(f"{old.name}と{name}"),
            old=old.name,
            new=name,
            old_id=old.id,
            new_id=new,
            hide="toc" if old.text == "none" else "navigation, toc",
        )
        for old in olds
    }


def comparison_nav(tree: Tree, nav: YamlFile, olds: Sequence[Revision], new: str, name: str) -> tuple[int, str]:
    """Line of `data/nav.yml` before which the stubs are listed, from 1, and their lines, the newest pair first.

    An empty text where the navigation has no page of comparisons.
    """
    lines = tree.files[nav.file].decode("utf-8").split("\n")
    index = next((at for at, line in enumerate(lines) if line.rstrip().endswith("compare/index.md")), None)
    if index is None or not tree.has_folder(FOLDER):
        return 1, ""
    indent = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
    entries = [f"{indent}- {quoted(f'{old.name}と{name}')}: compare/{old.id}-{new}.md\n" for old in reversed(olds)]
    return index + 2, "".join(entries)
