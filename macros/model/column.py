"""Python-Markdown extension: a heading with the class `column` and all under it become one box.

`## コラム：協働の経過 {: #column-keika .column }` opens the box; the next heading of the same or a higher
level, the notes of the page or its end close it; there is no box within a box. Raw HTML is not allowed in pages, so
staff need this.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LEVELS = {f"h{level}": level for level in range(1, 7)}


class _Boxes(Treeprocessor):
    def run(self, root: Element) -> None:
        children = list(root)
        boxed = 0
        for start, child in enumerate(children):
            if start >= boxed and child.tag in _LEVELS and "column" in child.get("class", "").split():
                boxed = _end(children, start)
                _box(root, children[start:boxed])


def _end(children: list[Element], start: int) -> int:
    level = _LEVELS[children[start].tag]
    for at in range(start + 1, len(children)):
        child = children[at]
        if _LEVELS.get(child.tag, 7) <= level or child.get("class") == "footnote":
            return at
    return len(children)


def _box(root: Element, members: list[Element]) -> None:
    box = Element("div", {"class": "column"})
    root.insert(list(root).index(members[0]), box)
    for member in members:
        root.remove(member)
        box.append(member)


class ColumnExtension(Extension):
    """Registers the tree processor after `attr_list` (8), which sets the class, and before `inline` is undone."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Boxes(md), "column", 4)


def makeExtension(**options: object) -> ColumnExtension:  # noqa: N802 (name given by Python-Markdown)
    """Entry point that Python-Markdown looks for."""
    return ColumnExtension(**options)
