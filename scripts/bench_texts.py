"""Texts to measure with: the two drafts as plain text and XML, and longer texts made of them."""

from dataclasses import replace
from xml.sax.saxutils import escape

from macros.model.text import Block, RevisionText, Section


def plain(text: RevisionText) -> str:
    """A revision as one string, a block a line."""
    return "\n".join(block.printed for block in text.blocks)


def as_xml(text: RevisionText) -> str:
    """A revision as XML: sections hold headings and paragraphs, without ids."""
    parts = ["<text><section>"]
    for block in text.blocks:
        if block.kind == "heading":
            parts.append(f"</section><section><h>{escape(block.printed)}</h>")
        else:
            parts.append(f"<p>{escape(block.text)}</p>")
    return "".join(parts) + "</section></text>"


def times(text: RevisionText, count: int) -> RevisionText:
    """A revision `count` times as long: each copy has ids of its own, and words that tell it from the others."""
    sections: list[Section] = []
    blocks: list[Block] = []
    for number in range(count):
        for section in text.sections:
            parent = f"{section.parent}-{number}" if section.parent else None
            sections.append(replace(section, id=f"{section.id}-{number}", parent=parent, order=len(sections)))
        for block in text.blocks:
            name = f"{block.name}-{number}" if block.name else ""
            table = f"{block.table}-{number}" if block.table else ""
            words = f"{number}号{block.text}"
            home = f"{block.section}-{number}"
            blocks.append(replace(block, at=len(blocks), section=home, name=name, table=table, text=words))
    return RevisionText(text.revision, tuple(sections), tuple(blocks))
