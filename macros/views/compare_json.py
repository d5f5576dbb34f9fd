"""The edit script as open data: the JSON of the contract and a table of the changes."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from macros.comparison.script import BlockChange, EditScript, SectionChange
from macros.model.text import Block, RevisionText, Section

SCHEMA = 1
"""Version of the form: keys may be added, never removed."""


def script_json(script: EditScript) -> str:
    """The edit script in the form of the contract, the same bytes for the same texts."""
    return json.dumps(_script(script), ensure_ascii=False, indent=1) + "\n"


def text_hash(blocks: Iterable[tuple[str, str, str]]) -> str:
    """SHA-256 of a text, given as type, printed number and words of each block in order."""
    plain = json.dumps([list(block) for block in blocks], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


def revision_hash(text: RevisionText) -> str:
    """SHA-256 of a revision's text."""
    return text_hash((block.kind, block.number, block.text) for block in text.blocks)


def _script(script: EditScript) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "old": script.old.revision,
        "new": script.new.revision,
        "sha256": {"old": revision_hash(script.old), "new": revision_hash(script.new)},
        "sections": [_section_change(one) for one in script.sections],
        "blocks": [_block_change(one) for one in script.blocks],
    }


def _section_change(change: SectionChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "moved": change.moved,
        "old": [_section(one) for one in change.old],
        "new": [_section(one) for one in change.new],
    }


def _section(section: Section) -> dict[str, Any]:
    return {"id": section.id, "number": section.number or None, "title": section.title, "address": section.address}


def _block_change(change: BlockChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "number": change.number,
        "type": change.type,
        "kind": change.kind,
        "old": _side(change.old),
        "new": _side(change.new),
        "spans": [[span.kind, span.text] for span in change.spans],
        "classes": list(change.classes),
        "flags": list(change.flags),
        "classes_by": "people" if change.by_hand else "machine",
    }


def _side(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> dict[str, Any]:
    side: dict[str, Any] = {"section": block.section, "at": block.at, "type": block.kind, "text": block.text}
    if block.kind == "heading":
        side["number_text"] = block.number
    if block.table:
        side["table"] = block.table
    return side
