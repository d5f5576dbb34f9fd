"""Two revisions -> one edit script. The order of work is that of the design: align first, then compare inside pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from macros.comparison.alignment import Pair
from macros.comparison.classes import CLASSES, classify
from macros.comparison.identify import Identifier
from macros.comparison.links import link_blocks
from macros.comparison.marks import mark
from macros.comparison.order import heaviest_increasing
from macros.comparison.relate_by_body import relate_by_body
from macros.comparison.relations import relate_by_ids
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange, ChangeKind, EditScript, Span
from macros.comparison.section_pairs import Relations
from macros.comparison.sections import Edge, moved_edges, section_changes, touched_sections
from macros.model.text import Block, RevisionText

NO_RULES = Rules()
"""Nothing but the two texts."""


def compare(old: RevisionText, new: RevisionText, rules: Rules = NO_RULES) -> EditScript:
    """The edit script that leads from `old` to `new`."""
    relations = relate_by_body(old, new) if rules.ignore_ids else relate_by_ids(old, new, rules.lineage)
    links = link_blocks(old, new, relations, rules)
    moved_sections = moved_edges(old, new, relations)
    moved = _moved_links(old, new, links, relations, moved_sections)
    changes = [_change(old, new, link, link in moved, rules) for link in links]
    changes += [_deleted(block) for block in _unlinked(old.blocks, (link.old for link in links))]
    changes += [_new(block) for block in _unlinked(new.blocks, (link.new for link in links))]
    blocks = _by_hand(_numbered(_ordered(changes)), rules)
    sections = section_changes(old, new, relations, moved_sections, touched_sections(blocks))
    return EditScript(old, new, sections, tuple(blocks))


def _moved_links(
    old: RevisionText,
    new: RevisionText,
    links: Sequence[Pair],
    relations: Relations,
    moved_sections: set[Edge],
) -> set[Pair]:
    """Links that left their section or their place in it: the largest unit is told, not its parts."""
    moved: set[Pair] = set()
    homes: dict[Edge, list[Pair]] = defaultdict(list)
    for link in links:
        first, other = old.blocks[link.old[0]], new.blocks[link.new[0]]
        edge = (first.section, other.section)
        if first.kind == "heading":
            moved.update([link] if edge in moved_sections else [])
        elif relations.primary.get(first.section) == other.section or edge == ("", ""):
            homes[edge].append(link)
        else:
            moved.add(link)
    for found in homes.values():
        found.sort(key=lambda link: link.old)
        weights = [1 + sum(len(new.blocks[at].text) for at in link.new) for link in found]
        kept = heaviest_increasing([link.new[0] for link in found], weights)
        moved.update(link for at, link in enumerate(found) if at not in kept)
    return moved


def _change(old: RevisionText, new: RevisionText, link: Pair, is_moved: bool, rules: Rules) -> BlockChange:
    olds, news = tuple(old.blocks[at] for at in link.old), tuple(new.blocks[at] for at in link.new)
    spans = mark("".join(block.text for block in olds), "".join(block.text for block in news))
    classes, flags = classify(olds, news, spans, rules)
    kind: ChangeKind = "modified" if classes else "unchanged"
    if is_moved:
        kind, classes = "moved", tuple(one for one in CLASSES if one in {"move", *classes})
    if len(olds) > 1 or len(news) > 1:
        kind = "merged" if len(olds) > 1 else "split"
        classes = classes or ("wording",)
    return BlockChange("", None, kind, olds, news, spans, classes, flags)


def _deleted(block: Block) -> BlockChange:
    return BlockChange("", None, "deleted", (block,), (), (Span("delete", block.text),), ("content",))


def _new(block: Block) -> BlockChange:
    return BlockChange("", None, "new", (), (block,), (Span("insert", block.text),), ("content",))


def _unlinked(blocks: Iterable[Block], linked: Iterable[tuple[int, ...]]) -> list[Block]:
    used = {at for ats in linked for at in ats}
    return [block for block in blocks if block.at not in used]


def _ordered(changes: Iterable[BlockChange]) -> list[BlockChange]:
    """In the order of the newer text, a deleted block after its predecessor in the older one."""
    after: dict[int, list[BlockChange]] = defaultdict(list)
    placed = []
    holder: dict[int, int] = {}
    deleted = []
    for change in changes:
        if change.new:
            placed.append(change)
            holder.update({block.at: change.new[0].at for block in change.old})
        else:
            deleted.append(change)
    for change in sorted(deleted, key=lambda one: one.old[0].at):
        at = change.old[0].at
        holder[at] = holder.get(at - 1, -1)
        after[holder[at]].append(change)
    ordered = after[-1]
    for change in sorted(placed, key=lambda one: one.new[0].at):
        ordered += [change, *after[change.new[0].at]]
    return ordered


def _numbered(changes: Iterable[BlockChange]) -> list[BlockChange]:
    identify = Identifier()
    number = 0
    numbered = []
    for change in changes:
        number += change.changed
        printed = number if change.changed else None
        numbered.append(replace(change, id=identify(change.old, change.new), number=printed))
    return numbered


def _by_hand(changes: Sequence[BlockChange], rules: Rules) -> list[BlockChange]:
    """Classes that people set go before the machine's."""
    set_by_hand = {one.change: one.classes for one in rules.classes}
    return [
        replace(change, classes=tuple(one for one in CLASSES if one in set_by_hand[change.id]), by_hand=True)
        if change.changed and change.id in set_by_hand
        else change
        for change in changes
    ]
