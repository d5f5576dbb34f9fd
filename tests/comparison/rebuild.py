"""Judges the JSON of a comparison by the JSON alone: rebuilds both texts and checks form and invariants.

It shares no code with the engine, so that the two cannot be wrong in the same way.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, groupby, pairwise
from typing import Any

from tests.comparison.spelling import same_but_for_width, width_folded

Json = dict[str, Any]

KINDS = ("unchanged", "modified", "moved", "split", "merged", "new", "deleted")
TYPES = ("heading", "paragraph", "item", "row", "note", "figure")
SPANS = ("equal", "delete", "insert")
CLASSES = ("number", "move", "notation", "wording", "content")
FLAGS = ("modality", "quantity", "date", "actor")
BLOCK_KEYS = {"id", "number", "type", "kind", "old", "new", "spans", "classes", "flags"}

SIDES = {"old": ("equal", "delete"), "new": ("equal", "insert")}
"""Spans that make up the text of each side."""

LONG = 20
"""Code points from which the same text on both sides is no accident."""

PROTECTED = re.compile(
    r"(?:明治|大正|昭和|平成|令和) ?(?:[0-9０-９]+|元) ?年(?: ?[0-9０-９]+ ?月(?: ?[0-9０-９]+ ?日)?)?"
    r"|[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
)
"""Dates and numbers, through which no mark may cut."""


def breaches(data: Json) -> list[str]:
    """What is wrong with a comparison, each beginning with the rule that it breaks."""
    found = list(_form(data))
    if found:
        return found
    blocks = data["blocks"]
    found += [problem for block in blocks for problem in _block(block)]
    found += [*_ids(blocks), *_positions(blocks), *_order(blocks), *_in_place(data), *_moved_text(blocks)]
    return [*found, *_hashes(data), *_sections(data), *_sections_and_blocks(data)]


def joined(block: Json, side: str) -> str:
    """The texts of one side, without separator."""
    return "".join(one["text"] for one in block[side])


def from_spans(block: Json, side: str) -> str:
    """The text of one side, rebuilt from the spans."""
    return "".join(text for kind, text in block["spans"] if kind in SIDES[side])


def hunks(spans: Iterable[Sequence[str]]) -> list[list[Sequence[str]]]:
    """Deletions and insertions that stand next to each other, variants of width and spacing left out."""
    runs = [list(run) for equal, run in groupby(spans, key=lambda span: span[0] == "equal") if not equal]
    return [rest for run in runs if (rest := list(_without_variants(run)))]


def _without_variants(run: list[Sequence[str]]) -> Iterator[Sequence[str]]:
    at = 0
    while at < len(run):
        (kind, text), following = run[at], run[at + 1 : at + 2]
        if kind == "delete" and following and following[0][0] == "insert" and same_but_for_width(text, following[0][1]):
            at += 2
        elif not width_folded(text):
            at += 1
        else:
            yield run[at]
            at += 1


def edges(spans: Iterable[Sequence[str]], side: str) -> Iterator[int]:
    """Places in the text of one side where a mark begins or ends, those of the other side projected."""
    at = 0
    for equal, run in groupby(spans, key=lambda span: span[0] == "equal"):
        stretch = list(run)
        length = sum(len(text) for kind, text in stretch if kind in SIDES[side])
        if not equal and hunks(stretch):
            yield from (at, at + length)
        at += length


def _form(data: Json) -> Iterator[str]:
    """Keys and values are those of the contract."""
    if data.get("schema") != 1 or not {"old", "new", "sections", "blocks"} <= set(data):
        yield "form: keys of the whole"
        return
    for section in data["sections"]:
        if section.get("kind") not in KINDS or not _sides(section, {"id", "number", "title"}):
            yield f"form: section {section}"
    for block in data["blocks"]:
        if not set(block) >= BLOCK_KEYS or not _sides(block, {"section", "at", "text"}):
            yield f"form: keys of block {block.get('id')}"
        elif block["type"] not in TYPES or block["kind"] not in KINDS:
            yield f"form: type or kind of block {block['id']}"
        elif any(len(span) != 2 or span[0] not in SPANS or not isinstance(span[1], str) for span in block["spans"]):
            yield f"form: spans of block {block['id']}"


def _sides(change: Json, keys: set[str]) -> bool:
    return all(isinstance(change.get(side), list) and all(keys <= set(one) for one in change[side]) for side in SIDES)


def _block(block: Json) -> Iterator[str]:
    """One block: both texts, how many stand on each side, its marks, its classes."""
    name = f"block {block['id']}"
    for side in SIDES:
        if joined(block, side) != from_spans(block, side):
            yield f"I1: {name}: {side} text is not its spans"
    if problem := _counts(block):
        yield f"kind: {name}: {problem}"
    yield from (f"spans: {name}: {problem}" for problem in _grammar(block))
    yield from (f"classes: {name}: {problem}" for problem in _classes(block))
    for side in SIDES:
        cut = _cut_tokens(block, side)
        yield from (f"I6: {name}: a mark cuts through {token} on the {side} side" for token in cut)


def _counts(change: Json) -> str:
    """Why these many blocks or sections cannot be of this kind, empty where they can."""
    old, new = len(change["old"]), len(change["new"])
    right = {
        "new": old == 0 and new == 1,
        "deleted": old == 1 and new == 0,
        "split": old == 1 and new > 1,
        "merged": old > 1 and new == 1,
    }.get(change["kind"], old == new == 1)
    return "" if right else f"{change['kind']} of {old} to {new}"


def _grammar(block: Json) -> Iterator[str]:
    spans, kind = block["spans"], block["kind"]
    old, new = joined(block, "old"), joined(block, "new")
    marked = hunks(spans)
    if any(not text for _, text in spans) and (old or new):
        yield "an empty span"
    if any(one[0] == other[0] == "equal" for one, other in pairwise(spans)):
        yield "two equal spans in a row"
    for hunk in marked:
        kinds = [one[0] for one in hunk]
        if kinds not in (["delete"], ["insert"], ["delete", "insert"]):
            yield f"marks in the order {kinds}"
        elif len(hunk) == 2 and hunk[0][1] == hunk[1][1]:
            yield "I2: the same text deleted and inserted"
    if kind in ("new", "deleted") and (old or new) and len(spans) != 1:
        yield f"{len(spans)} spans of a {kind} block"
    if old == new and block["old"] and block["new"] and any(one[0] != "equal" for one in spans):
        yield "I2: a mark in a text that did not change"
    if kind == "unchanged" and (not same_but_for_width(old, new) or marked):
        yield "I2: a change in an unchanged block"
    if kind == "modified" and same_but_for_width(old, new) and not _other_numbers(block):
        yield "I2: nothing changed in a modified block"


def _classes(block: Json) -> Iterator[str]:
    classes, flags, kind = block["classes"], block["flags"], block["kind"]
    if classes != [one for one in CLASSES if one in classes] or flags != [one for one in FLAGS if one in flags]:
        yield f"{classes} {flags} are not in the order of the contract"
    if block.get("classes_by") == "people":
        return
    if kind == "unchanged" and (classes or flags or _other_numbers(block)):
        yield f"an unchanged block has {classes} {flags}, or another number"
    if kind in ("new", "deleted") and classes != ["content"]:
        yield f"a {kind} block has {classes}"
    if kind != "unchanged" and not classes:
        yield f"a {kind} block has no class"
    if (kind == "moved") > ("move" in classes):
        yield "a moved block lacks the class move"
    if _other_numbers(block) > ("number" in classes):
        yield "another number lacks the class number"


def _other_numbers(block: Json) -> bool:
    """Whether a heading that stands on both sides has another printed number."""
    if block["type"] != "heading" or len(block["old"]) != 1 or len(block["new"]) != 1:
        return False
    old, new = (block[side][0]["number_text"] for side in SIDES)
    return not same_but_for_width(old, new)


def _cut_tokens(block: Json, side: str) -> list[str]:
    """Dates and numbers through which a mark cuts."""
    cuts = set(edges(block["spans"], side)) - set(accumulate(len(one["text"]) for one in block[side]))
    found = PROTECTED.finditer(joined(block, side))
    return [match[0] for match in found if any(match.start() < at < match.end() for at in cuts)]


def _ids(blocks: list[Json]) -> Iterator[str]:
    """Ids are unique and of their form, numbers run from 1 without a gap."""
    counted = Counter(block["id"] for block in blocks)
    yield from (f"I8: id {name} stands {times} times" for name, times in counted.items() if times > 1)
    for block in blocks:
        section = (block["new"] or block["old"] or [{"section": None}])[0]["section"] or "top"
        if not re.fullmatch(rf"c-{re.escape(str(section))}-[0-9a-f]{{8}}", block["id"]):
            yield f"I8: id {block['id']} in section {section}"
    numbers = [block["number"] for block in blocks if block["kind"] != "unchanged"]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"I9: numbers {numbers[:9]}…"
    if any(block["number"] is not None for block in blocks if block["kind"] == "unchanged"):
        yield "I9: an unchanged block has a number"


def _positions(blocks: list[Json]) -> Iterator[str]:
    """Every block of both revisions stands in exactly one entry."""
    for side in SIDES:
        counted = Counter(one["at"] for block in blocks for one in block[side])
        yield from (f"I3: {side} block {at} stands {times} times" for at, times in counted.items() if times > 1)
        if missing := sorted(set(range(max(counted, default=-1) + 1)) - set(counted)):
            yield f"I3: {side} blocks {missing} are missing"


def _order(blocks: list[Json]) -> Iterator[str]:
    """Entries stand in new order, a deleted block after its old predecessor."""
    firsts = [block["new"][0]["at"] for block in blocks if block["new"]]
    if firsts != sorted(firsts):
        yield "order: entries do not stand in new order"
    for block in blocks:
        for side in SIDES:
            ats = [one["at"] for one in block[side]]
            if ats != sorted(ats):
                yield f"order: {side} blocks of {block['id']}"
    entry = {one["at"]: index for index, block in enumerate(blocks) for one in block["old"]}
    for index, block in enumerate(blocks):
        if block["kind"] == "deleted" and block["old"]:
            at = block["old"][0]["at"]
            between = blocks[entry.get(at - 1, -1) + 1 : index]
            if any(one["new"] or not one["old"] or one["old"][0]["at"] > at for one in between):
                yield f"order: deleted block {block['id']} does not stand after its predecessor"


def _in_place(data: Json) -> Iterator[str]:
    """Blocks that did not move lie in sections that belong together, and in the same order."""
    together = {(old["id"], new["id"]) for one in data["sections"] for old in one["old"] for new in one["new"]}
    last: dict[tuple[str, str], int] = {}
    for block in data["blocks"]:
        if block["kind"] in ("unchanged", "modified") and block["old"] and block["new"]:
            old, new = block["old"][0], block["new"][0]
            pair = (old["section"], new["section"])
            if pair not in together and any(pair):
                yield f"I4: {block['id']} stays in place, but its sections do not belong together"
            if old["at"] <= last.get(pair, -1):
                yield f"I4: {block['id']} stays in place, but stood before its predecessor"
            last[pair] = max(old["at"], last.get(pair, -1))


def _moved_text(blocks: list[Json]) -> Iterator[str]:
    """No block is gone and new at once."""
    gone = {(block["type"], joined(block, "old")) for block in blocks if block["kind"] == "deleted"}
    for block in blocks:
        text = joined(block, "new")
        if block["kind"] == "new" and len(text) >= LONG and (block["type"], text) in gone:
            yield f"I5: {block['id']} is new and deleted"


def repeated(data: Json) -> list[tuple[str, str, str]]:
    """Texts of at least `LONG` code points that are deleted in one block and inserted in another.

    Each with the sections of the two blocks. A clause that changed places inside its block is not among them.
    """
    changed = {kind: list(_changed_texts(data, kind)) for kind in ("delete", "insert")}
    found = []
    for gone, old_section, deleted in changed["delete"]:
        for come, new_section, inserted in changed["insert"]:
            match = SequenceMatcher(None, deleted, inserted, autojunk=False).find_longest_match()
            if match.size >= LONG and gone != come:
                found.append((old_section, new_section, deleted[match.a : match.a + match.size]))
    return found


def _changed_texts(data: Json, kind: str) -> Iterator[tuple[str, str, str]]:
    """Id of the block, its section, text of the mark, for each mark that is long enough."""
    for block in data["blocks"]:
        section = (block["old"] if kind == "delete" else block["new"])[:1]
        for span in block["spans"]:
            if span[0] == kind and len(span[1]) >= LONG:
                yield block["id"], section[0]["section"], span[1]


def units(data: Json, side: str) -> list[tuple[str, str, str]]:
    """A revision rebuilt: type, printed number and words of each block, in order."""
    found = [
        (one["at"], one.get("type", block["type"]), one.get("number_text", ""), text)
        for block in data["blocks"]
        for one, text in zip(block[side], _cut_as(from_spans(block, side), block[side]), strict=True)
    ]
    return [unit[1:] for unit in sorted(found)]


def _cut_as(text: str, blocks: list[Json]) -> Iterator[str]:
    """The text of several blocks, cut where they end."""
    at = 0
    for one in blocks:
        yield text[at : at + len(one["text"])]
        at += len(one["text"])


def _hashes(data: Json) -> Iterator[str]:
    """Both texts are those of which the file gives the hash."""
    for side in SIDES:
        plain = json.dumps([list(one) for one in units(data, side)], ensure_ascii=False, separators=(",", ":"))
        if hashlib.sha256(plain.encode("utf-8")).hexdigest() != data["sha256"][side]:
            yield f"I1: the {side} text is not the one of the hash"


def _headings(blocks: list[Json], side: str) -> dict[str, tuple[str | None, str]]:
    """Printed number and title of each section, in order."""
    found = {
        one["at"]: (one["section"], one["number_text"] or None, one["text"])
        for block in blocks
        if block["type"] == "heading"
        for one in block[side]
    }
    return {name: (number, title) for _, (name, number, title) in sorted(found.items())}


def _sections(data: Json) -> Iterator[str]:
    """Every section stands in an entry with its number and title; entries stand in order."""
    entries = data["sections"]
    for entry in entries:
        if problem := _counts(entry):
            yield f"sections: {problem}"
    for side in SIDES:
        headings = _headings(data["blocks"], side)
        named = [one for entry in entries for one in entry[side]]
        missing, counted = set(headings) - {one["id"] for one in named}, Counter(one["id"] for one in named)
        if missing:
            yield f"sections: {side} {sorted(missing)} are left out"
        for one in named:
            if headings.get(one["id"]) != (one["number"], one["title"]):
                yield f"sections: {side} {one['id']} is not the heading of the text"
        for entry in entries:
            if entry["kind"] in ("new", "deleted") and any(counted[one["id"]] > 1 for one in entry[side]):
                yield f"sections: {entry[side][0]['id']} is {entry['kind']} and has a counterpart"
    yield from _section_order(data)


def _section_order(data: Json) -> Iterator[str]:
    old, new = (list(_headings(data["blocks"], side)) for side in SIDES)
    entries = data["sections"]
    firsts = [new.index(entry["new"][0]["id"]) for entry in entries if entry["new"] and entry["new"][0]["id"] in new]
    if firsts != sorted(firsts):
        yield "sections: entries do not stand in new order"
    for index, entry in enumerate(entries):
        if entry["kind"] == "deleted" and entry["old"] and entry["old"][0]["id"] in old:
            before = old[: old.index(entry["old"][0]["id"])][-1:]
            ends = [at for at, one in enumerate(entries[:index]) if before and before[0] in _names(one, "old")]
            starts = ends if before else [-1]
            if not any(all(not one["new"] for one in entries[at + 1 : index]) for at in starts):
                yield f"sections: deleted {entry['old'][0]['id']} does not stand after its predecessor"


def _names(entry: Json, side: str) -> list[str]:
    return [one["id"] for one in entry[side]]


def _sections_and_blocks(data: Json) -> Iterator[str]:
    """A section is unchanged if and only if its own heading and blocks are; a changed number does not count."""
    touched: dict[str, set[str]] = {side: set() for side in SIDES}
    for block in data["blocks"]:
        if block["kind"] != "unchanged" and block["classes"] != ["number"]:
            for side in SIDES:
                touched[side] |= {one["section"] for one in block[side]}
    for entry in data["sections"]:
        changed = any(set(_names(entry, side)) & touched[side] for side in SIDES)
        if entry["kind"] == "unchanged" and changed:
            yield f"sections: {_names(entry, 'new')} is called unchanged, its blocks are not"
        if entry["kind"] == "modified" and not changed:
            yield f"sections: {_names(entry, 'new')} is called modified, its blocks are not"
