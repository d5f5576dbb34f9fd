"""Marks as a careful editor would set them: no islands, edges at clauses, whole endings."""

from collections.abc import Sequence

from macros.comparison.hunks import Run, Words, join, surface

SHORTEST_ISLAND = 3
"""Common text shorter than this between two changes is noise, a comma between clauses excepted."""

LONGEST_ISLAND = 6
"""Common text of this length that carries meaning is always kept: repainting it would say that it changed."""

LARGEST_CLAUSE = 12
"""A lone comma stays between two changes that are no longer than this."""

_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_STOPS = "、。，．"
_OPENING = "「『（("


def tidy(runs: Sequence[Run]) -> list[Run]:
    """Runs as a careful editor would mark them."""
    tidied = list(runs)
    for step in (remove_islands, slide, widen_endings, remove_islands):
        tidied = join(step(tidied))
    return tidied


def remove_islands(runs: Sequence[Run]) -> list[Run]:
    """Common text too slight to stand between two changes becomes part of them.

    That is: shorter than `SHORTEST_ISLAND`, or without a word of meaning and not longer than twice the slighter change
    beside it, or shorter than both changes and than `LONGEST_ISLAND`. A lone comma between small changes stays, so
    does what stands beside a note's sign, and a clause between two cuts or two additions.
    """
    current = list(runs)
    while (at := _weakest_island(current)) is not None:
        before, island, after = current[at - 1 : at + 2]
        whole = Run(before.old + island.old + after.old, before.new + island.new + after.new, equal=False)
        current[at - 1 : at + 2] = [whole]
    return current


def _weakest_island(runs: Sequence[Run]) -> int | None:
    """Position of the shortest island: the shortest goes first, since its neighbours grow by it."""
    islands = [at for at in range(1, len(runs) - 1) if runs[at].equal and _is_island(*runs[at - 1 : at + 2])]
    return min(islands, key=lambda at: (runs[at].weight, at), default=None)


def _is_island(before: Run, island: Run, after: Run) -> bool:
    text = surface(island.old)
    least = min(before.weight, after.weight)
    if "\t" in text or "\n" in text or _is_sign(before) or _is_sign(after):
        return False
    if all(sign in _STOPS for sign in text) and max(before.weight, after.weight) <= LARGEST_CLAUSE:
        return False
    if len(text) < SHORTEST_ISLAND:
        return True
    if not any(word.is_content for word in island.old):
        return len(text) <= min(2 * least, LONGEST_ISLAND)
    one_sided = not (before.old or after.old) or not (before.new or after.new)
    return len(text) < min(least, LONGEST_ISLAND) and not one_sided


def _is_sign(run: Run) -> bool:
    """Whether only references to notes changed."""
    return all(sign in _SIGNS for sign in surface(run.old + run.new))


def close_sentences(runs: Sequence[Run]) -> list[Run]:
    """A full stop that stands alone between two changes is marked with the ending before it."""
    closed: list[Run] = []
    for at, run in enumerate(runs):
        between = 0 < at < len(runs) - 1
        closed.append(Run(run.old, run.new, equal=False) if between and surface(run.old) == "。" else run)
    return join(closed)


def slide(runs: Sequence[Run]) -> list[Run]:
    """Shift a pure insertion or deletion along equal text to where a clause begins or ends."""
    current = list(runs)
    for at in range(1, len(current) - 1):
        before, run, after = current[at - 1 : at + 2]
        if not run.equal and before.equal and after.equal and bool(run.old) != bool(run.new):
            current[at - 1 : at + 2] = _slid(before, run, after)
    return current


def _slid(before: Run, run: Run, after: Run) -> list[Run]:
    moved = run.old or run.new
    limit = min(len(moved), len(before.old))
    left = _common(moved[::-1], before.old[::-1], limit)
    right = _common(moved, after.old, min(len(moved), len(after.old)))
    shift = max(range(-left, right + 1), key=lambda step: (_fits(before, moved, after, step), -abs(step)))
    whole_old, whole_new = before.old + run.old + after.old, before.new + run.new + after.new
    start, length = len(before.old) + shift, len(moved)
    end_old, end_new = start + (length if run.old else 0), start + (length if run.new else 0)
    return [
        Run(whole_old[:start], whole_new[:start], equal=True),
        Run(whole_old[start:end_old], whole_new[start:end_new], equal=False),
        Run(whole_old[end_old:], whole_new[end_new:], equal=True),
    ]


def _common(one: Words, other: Words, limit: int) -> int:
    count = 0
    while count < limit and one[count].surface == other[count].surface:
        count += 1
    return count


def _fits(before: Run, moved: Words, after: Run, step: int) -> int:
    """How well a position suits: begins after a stop, ends with one."""
    line = before.old + moved + after.old
    start = len(before.old) + step
    end = start + len(moved)
    begins = start == 0 or line[start - 1].surface[-1] in _STOPS + _OPENING
    ends = line[end - 1].surface[-1] in _STOPS
    return 2 * begins + ends


def widen_endings(runs: Sequence[Run]) -> list[Run]:
    """A change within the tail of a predicate takes in the whole tail and its verb: 定めました → 定めています."""
    current = list(runs)
    for at, run in enumerate(current):
        if run.equal:
            continue
        if at and current[at - 1].equal and _starts_in_tail(run):
            current[at - 1], current[at] = _take_left(current[at - 1], current[at])
        if at + 1 < len(current) and current[at + 1].equal and _ends_in_predicate(current[at]):
            current[at], current[at + 1] = _take_right(current[at], current[at + 1])
    return current


def _starts_in_tail(run: Run) -> bool:
    return any(side and side[0].is_ending for side in (run.old, run.new)) and all(
        not side or side[0].is_ending or side[0].surface in _STOPS for side in (run.old, run.new)
    )


def _ends_in_predicate(run: Run) -> bool:
    """Whether a predicate changed; the same verb in another spelling keeps its tail."""
    ends = [side[-1] for side in (run.old, run.new) if side]
    changed = len(ends) < len((run.old, run.new)) or ends[0].normal != ends[1].normal
    return changed and any(end.is_predicate or end.is_ending for end in ends)


def _take_left(before: Run, run: Run) -> tuple[Run, Run]:
    """Move words from the end of `before` into `run`: the tail, then the verb that it belongs to."""
    count = 0
    while count < len(before.old) and before.old[-1 - count].is_ending:
        count += 1
    if count < len(before.old) and before.old[-1 - count].is_predicate:
        count += 1
    elif not count or not before.old[-count].part.startswith("動詞"):
        count = 0
    cut_old, cut_new = len(before.old) - count, len(before.new) - count
    left = Run(before.old[:cut_old], before.new[:cut_new], equal=True)
    return left, Run(before.old[cut_old:] + run.old, before.new[cut_new:] + run.new, equal=False)


def _take_right(run: Run, after: Run) -> tuple[Run, Run]:
    count = 0
    while count < len(after.old) and after.old[count].is_ending:
        count += 1
    right = Run(after.old[count:], after.new[count:], equal=True)
    return Run(run.old + after.old[:count], run.new + after.new[:count], equal=False), right
