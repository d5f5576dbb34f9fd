"""Find any of many spellings in a text, the longest first."""

import re
from functools import lru_cache


@lru_cache(maxsize=16)  # the same few lists are asked for at every line of a site
def any_of(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """What matches one of the spellings, the longest that fits; without any it matches nothing."""
    found = sorted(filter(None, spellings), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)) or r"(?!)")
