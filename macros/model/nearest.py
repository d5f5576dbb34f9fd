"""The name that was meant: what a finding proposes in the place of one that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

from rapidfuzz import process
from rapidfuzz.distance import Indel

LONGEST = 200
"""Code points of a name; nothing longer is a slip of the pen."""

FEW = 4
"""Names that are looked at closely: difflib would need minutes for thousands of names held against thousands."""


def nearest(name: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The known name that is most like this one; none where none is like it.

    `least` is the share of their signs that stand in common stretches. It is never larger than that of their common
    signs, by which compiled code chooses a few.
    """
    if len(name) > LONGEST:
        return None
    few = process.extract(name, list(known), scorer=Indel.normalized_similarity, score_cutoff=least, limit=FEW)
    return next(iter(get_close_matches(name, [one for one, _, _ in few], 1, least)), None)
