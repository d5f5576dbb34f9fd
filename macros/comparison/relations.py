"""Which sections belong together: by carried ids and what people confirmed."""

from collections.abc import Iterable

from macros.comparison.relate_by_body import relate_by_body
from macros.comparison.section_pairs import Relations
from macros.model.comparisons import Lineage
from macros.model.text import RevisionText


def relate_by_ids(old: RevisionText, new: RevisionText, lineage: Lineage | None) -> Relations:
    """Carried ids decide; `lineage` tells the rest; of what neither tells, the body decides."""
    olds, news = [one.id for one in old.sections], {one.id for one in new.sections}
    primary = {one: one for one in olds if one in news}
    confirmed = [
        (one, other)
        for relation in (lineage.sections if lineage else ())
        for one in relation.old
        for other in relation.new
        if one in olds and other in news
    ]
    for one, other in confirmed:
        if one not in primary and other not in primary.values() and _is_renaming(one, other, confirmed):
            primary[one] = other
    others = [pair for pair in confirmed if primary.get(pair[0]) != pair[1]]
    untold = _untold(old, new, primary, lineage)
    if untold[0] and untold[1]:
        found = relate_by_body(old, new)
        primary |= {one: other for one, other in found.primary.items() if one in untold[0] and other in untold[1]}
    return Relations(primary, unique(others))


def _untold(
    old: RevisionText, new: RevisionText, primary: dict[str, str], lineage: Lineage | None
) -> tuple[set[str], set[str]]:
    """Sections of which neither ids nor people tell what became of them, or where they come from."""
    told = (set(primary), set(primary.values()))
    for relation in lineage.sections if lineage else ():
        told[0].update(relation.old)
        told[1].update(relation.new)
    if lineage:
        told[0].update(lineage.gone)
        told[1].update(lineage.born)
    return {one.id for one in old.sections} - told[0], {one.id for one in new.sections} - told[1]


def _is_renaming(one: str, other: str, confirmed: list[tuple[str, str]]) -> bool:
    return sum(one == left or other == right for left, right in confirmed) == 1


def unique(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The pairs without repetition, in order."""
    return tuple(dict.fromkeys(pairs))
