"""Ids of changes: from the words themselves, so that they stay while other blocks change."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from itertools import count

from macros.model.text import Block

_SIGNS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


class Identifier:
    """Gives ids in the order of the script; the same words in the same section are told apart by their order."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._repeats: Counter[str] = Counter()

    def __call__(self, old: Sequence[Block], new: Sequence[Block]) -> str:
        """`c-<section id>-<hash8>`, the section being the newer one where there is one."""
        home = (new or old)[0].section or "top"
        words = "\x1f".join("\x1e".join(words_of(block) for block in side) for side in (old, new))
        named = f"{home}\x1f{words}"
        for repeat in count(self._repeats[named]):
            self._repeats[named] += 1
            digest = hashlib.sha256(f"{named}\x1f{repeat}".encode()).hexdigest()
            if (given := f"c-{home}-{digest[:8]}") not in self._given:
                self._given.add(given)
                return given
        raise AssertionError("count() never ends")


def words_of(block: Block) -> str:
    """Kind, section and words, without signs of notes: these change when another note is added."""
    return f"{block.kind}\x1d{block.section}\x1d{_SIGNS.sub('', block.text)}"
