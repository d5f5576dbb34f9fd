"""What became of the sections: kept, moved, split, merged, new, gone."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from macros.comparison.order import heaviest_increasing
from macros.comparison.script import BlockChange, ChangeKind, SectionChange
from macros.comparison.section_pairs import Relations
from macros.japanese.width import fold_width
from macros.model.text import RevisionText, Section

Edge = tuple[str, str]
"""An older section and a newer one that belong together."""


def moved_edges(old: RevisionText, new: RevisionText, relations: Relations) -> set[Edge]:
    """Pairs that continue each other in another place.

    A place is judged against the counterpart of the parent: what travels along with its chapter did not move. Among
    brothers the heaviest sequence stays in place.
    """
    olds, news = _by_id(old), _by_id(new)
    partners: dict[str | None, set[str | None]] = defaultdict(set, {None: {None}})
    for one, other in relations.edges():
        partners[one].add(other)
    weights = _weights(new)
    brothers: dict[tuple[str | None, str | None], list[Edge]] = defaultdict(list)
    moved: set[Edge] = set()
    for one, other in relations.primary.items():
        parents = olds[one].parent, news[other].parent
        if parents[1] in partners[parents[0]]:
            brothers[parents].append((one, other))
        else:
            moved.add((one, other))
    for edges in brothers.values():
        edges.sort(key=lambda edge: olds[edge[0]].order)
        kept = heaviest_increasing([news[edge[1]].order for edge in edges], [weights[edge[1]] for edge in edges])
        moved.update(edge for at, edge in enumerate(edges) if at not in kept)
    return moved


def _by_id(text: RevisionText) -> dict[str, Section]:
    return {section.id: section for section in text.sections}


def _weights(text: RevisionText) -> dict[str, int]:
    """Characters of each section with all that lies in it."""
    parents = {section.id: section.parent for section in text.sections}
    weights: dict[str, int] = defaultdict(lambda: 1)
    for block in text.blocks:
        at: str | None = block.section
        while at:
            weights[at] += len(fold_width(block.text))
            at = parents.get(at)
    return weights


def section_changes(
    old: RevisionText, new: RevisionText, relations: Relations, moved: Collection[Edge], touched: Collection[str]
) -> tuple[SectionChange, ...]:
    """One entry for each group of sections that belong together.

    Args:
        old: the older text.
        new: the newer text.
        relations: which sections belong together.
        moved: pairs that stand in another place.
        touched: ids of newer sections in whose own text anything but a printed number changed.
    """
    olds, news = _by_id(old), _by_id(new)
    onward, back = _partners(relations.edges(), olds, news)
    entries: list[tuple[int, int, SectionChange]] = []
    previous = -1
    for section in old.sections:
        targets = onward[section.id]
        if not targets:
            entries.append((previous, section.order, SectionChange("deleted", (section,), ())))
            continue
        previous = targets[0].order
        if len(targets) > 1:
            went = any((section.id, target.id) in moved for target in targets)
            entries.append((targets[0].order, -2, SectionChange("split", (section,), tuple(targets), went)))
    for section in new.sections:
        sources = back[section.id]
        if not sources:
            entries.append((section.order, -1, SectionChange("new", (), (section,))))
        elif len(sources) > 1:
            came = any((source.id, section.id) in moved for source in sources)
            entries.append((section.order, -1, SectionChange("merged", tuple(sources), (section,), came)))
        elif len(onward[sources[0].id]) == 1:
            edge = (sources[0].id, section.id)
            kind: ChangeKind = "modified" if section.id in touched else "unchanged"
            change = SectionChange("moved" if edge in moved else kind, tuple(sources), (section,), edge in moved)
            entries.append((section.order, -1, change))
    return tuple(change for _, _, change in sorted(entries, key=lambda entry: entry[:2]))


def _partners(
    edges: list[Edge], olds: dict[str, Section], news: dict[str, Section]
) -> tuple[dict[str, list[Section]], dict[str, list[Section]]]:
    onward: dict[str, list[Section]] = defaultdict(list)
    back: dict[str, list[Section]] = defaultdict(list)
    for one, other in edges:
        onward[one].append(news[other])
        back[other].append(olds[one])
    for partners in (*onward.values(), *back.values()):
        partners.sort(key=lambda section: section.order)
    return onward, back


def touched_sections(changes: Iterable[BlockChange]) -> set[str]:
    """Newer sections in whose own text anything but a heading's printed number or place changed."""
    touched: set[str] = set()
    partner: dict[str, str] = {}
    for change in changes:
        if change.type == "heading" and change.old and change.new:
            partner[change.old[0].section] = change.new[0].section
    for change in changes:
        own_number = change.type == "heading" and set(change.classes) <= {"number", "move"}
        if change.changed and not own_number:
            touched.update(block.section for block in change.new)
            touched.update(partner[block.section] for block in change.old if block.section in partner)
    return touched
