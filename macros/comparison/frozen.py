"""The frozen set of a consultation: everything that people comment on, in one file that needs no other."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import TypeAdapter, ValidationError

from macros.comparison.contract import SCHEMA, revision_hash, script_data
from macros.comparison.frozen_form import BlockForm, ChangeForm, FrozenForm, ScriptForm, SectionForm, SectionsForm
from macros.comparison.identify import Identifier
from macros.comparison.script import BlockChange, EditScript, SectionChange, Span
from macros.comparison.verify_marks import rebuilds_both_sides
from macros.comparison.verify_order import counts_and_names, fits_its_kind, names_every_section, uses_each_block_once
from macros.model.findings import Place
from macros.model.text import Block, RevisionText, Section

FOLDER = "data/frozen"
"""Where the frozen sets lie."""

RULES = (uses_each_block_once, fits_its_kind, names_every_section, rebuilds_both_sides, counts_and_names)
"""What a frozen set promises for ever: nothing that depends on word lists, dictionaries or later rules."""

_FORM: TypeAdapter[FrozenForm] = TypeAdapter(FrozenForm)


@dataclass(frozen=True)
class FrozenSet:
    """The changes as they stood when the consultation was opened; made from its file alone."""

    consultation: str
    """Id of the consultation."""
    opened: date
    """The day on which it was frozen."""
    script: EditScript
    """The comparison that was put up for comment, with both texts."""
    old_sha256: str
    """SHA-256 of the text in force, as the open data prints it."""
    new_sha256: str
    """SHA-256 of the draft that was consulted."""

    @cached_property
    def by_id(self) -> dict[str, BlockChange]:
        """The changes that have a number, by their ids."""
        return {change.id: change for change in self.script.changes()}


def frozen_file(consultation_id: str) -> str:
    """Path of the frozen set of a consultation, from the root."""
    return f"{FOLDER}/{consultation_id}.json"


def freeze(consultation_id: str, opened: date, script: EditScript) -> str:
    """The text of `data/frozen/<id>.json`: the same bytes for the same comparison and day."""
    data = {
        "schema": SCHEMA,
        "consultation": consultation_id,
        "opened": opened.isoformat(),
        "script": script_data(script, whole=True),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_frozen(text: str) -> FrozenSet:
    """Make the set from the text of its file, and hold it against all that it says of itself.

    Raises:
        ValueError: where it does not hold, with a Japanese sentence that says why.
    """
    form = _read_form(text)
    place = Place(frozen_file(form.consultation))
    changes = tuple(_change(one, place) for one in form.script.blocks)
    sections = tuple(_section_change(one, place) for one in form.script.sections)
    old = _text(form.script.old, form.script.sections, changes, side="old", place=place)
    new = _text(form.script.new, form.script.sections, changes, side="new", place=place)
    script = EditScript(old, new, sections, changes)
    hashes = form.script.sha256
    _hold(script, form.script)
    return FrozenSet(form.consultation, form.opened, script, hashes.old, hashes.new)


def _read_form(text: str) -> FrozenForm:
    try:
        return _FORM.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = " → ".join(str(step) for step in first["loc"])
        raise ValueError(f"ファイルの形が違います（「{where or '全体'}」）。") from error


def _hold(script: EditScript, form: ScriptForm) -> None:
    """Refuse a set that contradicts itself."""
    for text, given, side in ((script.old, form.sha256.old, "前"), (script.new, form.sha256.new, "後")):
        if revision_hash(text) != given:
            raise ValueError(f"{side}の版の文が、記録した値（sha256）と違います。")
    for rule in RULES:
        for breach in rule(script):
            raise ValueError(breach.message)
    identify = Identifier()
    for change, told in zip(script.blocks, form.blocks, strict=True):
        if change.id != identify(change.old, change.new):
            raise ValueError(f"名札「{change.id}」が、その変更の文と合いません。")
        if change.changed is (change.number is None) or change.type != told.type:
            raise ValueError(f"名札「{change.id}」の番号か種類が、中身と合いません。")


def _text(
    revision: str, entries: Sequence[SectionsForm], changes: Sequence[BlockChange], *, side: str, place: Place
) -> RevisionText:
    """A side's text, put together from all its parts."""
    told = {one.id: one for entry in entries for one in getattr(entry, side)}
    if any(told[one.id] != one for entry in entries for one in getattr(entry, side)):
        raise ValueError("同じ節が、違う内容で2回出てきます。")
    sections = sorted((_section(one, place) for one in told.values()), key=lambda one: one.order)
    blocks: list[Block] = sorted(
        (block for change in changes for block in getattr(change, side)), key=lambda block: block.at
    )
    _in_order(one.order for one in sections)
    _in_order(block.at for block in blocks)
    known = {"", *told}
    if not {block.section for block in blocks} <= known or not {one.parent or "" for one in sections} <= known:
        raise ValueError("どの節の文か分からないところがあります。")
    return RevisionText(revision, tuple(sections), tuple(blocks))


def _in_order(numbers: Iterable[int]) -> None:
    found = list(numbers)
    if found != list(range(len(found))):
        raise ValueError("節か文の順番に、抜けや重なりがあります。")


def _section_change(form: SectionsForm, place: Place) -> SectionChange:
    old, new = (tuple(_section(one, place) for one in side) for side in (form.old, form.new))
    return SectionChange(form.kind, old, new, form.moved)


def _section(form: SectionForm, place: Place) -> Section:
    return Section(form.id, form.number or "", form.title, form.level, form.parent, form.order, form.address, place)


def _change(form: ChangeForm, place: Place) -> BlockChange:
    if not form.old and not form.new:
        raise ValueError(f"名札「{form.id}」の変更に、文がありません。")
    return BlockChange(
        id=form.id,
        number=form.number,
        kind=form.kind,
        old=tuple(_block(one, place) for one in form.old),
        new=tuple(_block(one, place) for one in form.new),
        spans=tuple(Span(kind, text, at in form.variants) for at, (kind, text) in enumerate(form.spans)),
        classes=form.classes,
        flags=form.flags,
        by_hand=form.classes_by == "people",
    )


def _block(form: BlockForm, place: Place) -> Block:
    return Block(
        at=form.at,
        kind=form.type,
        section=form.section,
        text=form.text,
        number=form.number_text,
        printed=form.text if form.printed is None else form.printed,
        name=form.name,
        table=form.table,
        place=place,
    )
