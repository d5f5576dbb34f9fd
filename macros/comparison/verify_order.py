"""Invariants of the entries and their order: I3, I4, I5, I8, I9, I10."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from macros.comparison.breach import Breach, breach
from macros.comparison.script import EditScript
from macros.comparison.sections import touched_sections
from macros.japanese.width import fold_width

LONGEST_REPEAT = 20
"""Text of this length in characters that is moved must not be shown as deleted and inserted as well (I5)."""

SIDES = {"split": (1, None), "merged": (None, 1), "new": (0, 1), "deleted": (1, 0)}
"""How many blocks stand on each side; None for several."""


def uses_each_block_once(script: EditScript) -> Iterator[Breach]:
    """I3 and I10: every block of both texts stands in exactly one entry: nothing is dropped, figures included."""
    for side, text in (("old", script.old), ("new", script.new)):
        counts = Counter(block.at for change in script.blocks for block in getattr(change, side))
        for block in text.blocks:
            if counts.pop(block.at, 0) != 1:
                yield Breach("I3", f"「{block.text[:20]}」が、ちょうど1回使われていません。", block.place)
        for at in counts:
            yield Breach("I3", f"{at}番目の文は、元の版にありません。", text.blocks[0].place)


def fits_its_kind(script: EditScript) -> Iterator[Breach]:
    """I3: a split has one old block and several new ones, a new block none, and so on."""
    for change in script.blocks:
        wanted = SIDES.get(change.kind, (1, 1))
        for blocks, count in zip((change.old, change.new), wanted, strict=True):
            if (count is None and len(blocks) < 2) or (count is not None and len(blocks) != count):  # noqa: PLR2004
                yield breach("I3", change, f"「{change.kind}」の組み合わせの数が合いません。")


def keeps_the_order(script: EditScript) -> Iterator[Breach]:
    """I4: within a pair of sections, what is not said to have moved keeps its order; entries follow the newer text."""
    last: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (-1, -1))
    newest = -1
    for change in script.blocks:
        if change.new:
            if change.new[0].at <= newest:
                yield breach("I4", change, "新しい版の順に並んでいません。")
            newest = change.new[0].at
        if change.kind in ("unchanged", "modified"):
            edge = change.old[0].section, change.new[0].section
            at = change.old[0].at, change.new[0].at
            if change.type != "heading" and (at[0] <= last[edge][0] or at[1] <= last[edge][1]):
                yield breach("I4", change, "順番が入れかわっているのに、移動と書かれていません。")
            last[edge] = max(last[edge], at)


def keeps_old_order(script: EditScript) -> Iterator[Breach]:
    """I4: a deleted block stands after its predecessor of the older text."""
    before: dict[int, int] = {}
    for at, change in enumerate(script.blocks):
        for block in change.old:
            before[block.at] = at
    for at, change in enumerate(script.blocks):
        if change.kind == "deleted" and (first := change.old[0].at):
            holder = before.get(first - 1, at)
            between = script.blocks[holder + 1 : at]
            if holder >= at or any(one.kind != "deleted" for one in between):
                yield breach("I4", change, "消えた文が、前の版で直前にあった文のあとにありません。")


def moves_are_told_once(script: EditScript) -> Iterator[Breach]:
    """I5: a block that stands on both sides letter for letter is a pair, not a deletion and an insertion."""
    come = {(one.type, fold_width(one.new[0].text)) for one in script.blocks if one.kind == "new"}
    for change in script.blocks:
        text = fold_width(change.old[0].text) if change.kind == "deleted" else ""
        if len(text) >= LONGEST_REPEAT and change.type != "heading" and (change.type, text) in come:
            yield breach("I5", change, "同じ文が、消えた文と新しい文の両方になっています。")


def counts_and_names(script: EditScript) -> Iterator[Breach]:
    """I8 and I9: ids are unique and name their section; numbers run 1, 2, 3 … over the changes."""
    ids = Counter(change.id for change in script.blocks)
    number = 0
    for change in script.blocks:
        home = (change.new or change.old)[0].section or "top"
        if ids[change.id] != 1 or not change.id.startswith(f"c-{home}-"):
            yield breach("I8", change, f"変更の名札「{change.id}」が重なっているか、節と合いません。")
        if change.changed:
            number += 1
            if change.number != number:
                yield breach("I9", change, "変更の番号が、順に並んでいません。")


def names_every_section(script: EditScript) -> Iterator[Breach]:
    """I3: every section stands in at least one entry."""
    for side, text in (("old", script.old), ("new", script.new)):
        named = {section.id for entry in script.sections for section in getattr(entry, side)}
        for section in text.sections:
            if section.id not in named:
                yield Breach("I3", f"節「{section.title}」が、比較のどこにもありません。", section.place)


def judges_sections_by_their_blocks(script: EditScript) -> Iterator[Breach]:
    """I9: a section is unchanged where none of its own blocks changed but for a printed number, and only there."""
    touched = touched_sections(script.blocks)
    for entry in script.sections:
        if entry.kind in ("unchanged", "modified") and (entry.new[0].id in touched) != (entry.kind == "modified"):
            place = entry.new[0].place
            yield Breach("I9", f"節「{entry.new[0].title}」の変わり方が、中の文と合いません。", place)
