"""The invariants of an edit script, checked before anything is published: a breach stops the build."""

from collections.abc import Callable, Iterator

from macros.comparison import verify_marks as marks
from macros.comparison import verify_order as order
from macros.comparison.breach import Breach
from macros.comparison.script import EditScript

RULES: tuple[Callable[[EditScript], Iterator[Breach]], ...] = (
    marks.rebuilds_both_sides,
    marks.speaks_of_the_texts,
    marks.repaints_nothing,
    marks.leaves_untouched_alone,
    marks.cuts_nothing_protected,
    marks.spans_are_tidy,
    order.uses_each_block_once,
    order.fits_its_kind,
    order.keeps_the_order,
    order.keeps_old_order,
    order.moves_are_told_once,
    order.counts_and_names,
    order.names_every_section,
    order.judges_sections_by_their_blocks,
)
"""Every invariant that a script alone can show; I7 (same bytes) and I9 (counts on the pages) need more than one."""


def verify(script: EditScript) -> tuple[Breach, ...]:
    """All breaches of a script; none where it is sound."""
    return tuple(breach for rule in RULES for breach in rule(script))
