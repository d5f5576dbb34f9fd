"""The edit script as the plain values of the contract: what the open data prints and a frozen set keeps."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from macros.comparison.script import BlockChange, EditScript, SectionChange
from macros.model.text import Block, RevisionText, Section

SCHEMA = 1
"""Version of the form: keys may be added, never removed."""


def text_hash(blocks: Iterable[tuple[str, str, str]]) -> str:
    """SHA-256 of a text, given as type, printed number and words of each block in order."""
    plain = json.dumps([list(block) for block in blocks], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


def revision_hash(text: RevisionText) -> str:
    """SHA-256 of a revision's text."""
    return text_hash((block.kind, block.number, block.text) for block in text.blocks)


def script_data(script: EditScript, *, whole: bool = False) -> dict[str, Any]:
    """The edit script in the form of the contract.

    Args:
        script: the comparison.
        whole: with all that is needed to make both texts again, sections, names and printed words included.
    """
    return {
        "schema": SCHEMA,
        "old": script.old.revision,
        "new": script.new.revision,
        "sha256": {"old": revision_hash(script.old), "new": revision_hash(script.new)},
        "sections": [_section_change(one, whole) for one in script.sections],
        "blocks": [_block_change(one, whole) for one in script.blocks],
    }


def _section_change(change: SectionChange, whole: bool) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "moved": change.moved,
        "old": [_section(one, whole) for one in change.old],
        "new": [_section(one, whole) for one in change.new],
    }


def _section(section: Section, whole: bool) -> dict[str, Any]:
    told = {"id": section.id, "number": section.number or None, "title": section.title, "address": section.address}
    more = {"level": section.level, "parent": section.parent, "order": section.order}
    return {**told, **more} if whole else told


def _block_change(change: BlockChange, whole: bool) -> dict[str, Any]:
    told = {
        "id": change.id,
        "number": change.number,
        "type": change.type,
        "kind": change.kind,
        "old": [_block(one, whole) for one in change.old],
        "new": [_block(one, whole) for one in change.new],
        "spans": [[span.kind, span.text] for span in change.spans],
        "classes": list(change.classes),
        "flags": list(change.flags),
        "classes_by": "people" if change.by_hand else "machine",
    }
    variants = [at for at, span in enumerate(change.spans) if span.variant]
    return {**told, "variants": variants} if whole and variants else told


def _block(block: Block, whole: bool) -> dict[str, Any]:
    side: dict[str, Any] = {"section": block.section, "at": block.at, "type": block.kind, "text": block.text}
    if block.kind == "heading":
        side["number_text"] = block.number
    if block.table:
        side["table"] = block.table
    if whole and block.name:
        side["name"] = block.name
    if whole and block.printed != block.text:
        side["printed"] = block.printed
    return side
