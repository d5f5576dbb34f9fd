"""Judge readings by what readers could read: where nobody proposes them at all, and where nobody does in context."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.japanese.candidates import Candidate, Ground, by_rule, likely, possible, second, stream
from macros.japanese.cuts import inner_ends, wrongly_cut
from macros.japanese.lattice import explained, heard_to
from macros.japanese.placed import spans
from macros.japanese.reading_rules import Rule
from macros.japanese.ruby import BASE, Ruby, has_kanji, hiragana, plain
from macros.japanese.variants import usual_forms
from macros.japanese.words import units

_JOINS = re.compile(f"[{BASE}0-9０-９]")
"""What a word is one with that stands right behind it: 版 is ばん in 5年版, and はん by itself."""

Use = tuple[str, bool]
"""A word as it is written, kana included, and whether it is joined to another before it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of a text and how it is read."""

    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point."""
    use: Use
    """What stands there, variants of kanji in their usual forms."""
    reading: str
    """Its reading, kana included."""
    ground: Ground
    """Who proposes it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What readers say of the readings of a text."""

    unproposed: tuple[tuple[int, int], ...] = ()
    """Stretches whose readings nobody proposes, or that are cut where no reader could cut them: from and to."""
    unsure: tuple[Heard, ...] = ()
    """Readings that the dictionary or the second reader knows, but that are not what this context asks for."""
    sure: tuple[tuple[Use, str], ...] = ()
    """Words with the readings that the first reader or a rule proposes in this context."""
    allowed: tuple[tuple[int, int], ...] = ()
    """Stretches whose readings are only explained by what a person allows."""


@lru_cache(maxsize=8192)
def judge(ruby: Ruby, rules: tuple[Rule, ...] = (), page: str = "", allowed: tuple[Ruby, ...] = ()) -> Judged:
    """Judge the readings of a text.

    Args:
        ruby: the text with its readings; what has none is not judged.
        rules: rules of this city.
        page: path of the page it stands on, for rules with a scope.
        allowed: words with readings that a person allows in this text.
    """
    text = usual_forms(plain(ruby))
    ruled = list(by_rule(text, rules, page))
    if not allowed and (sure := _at_once(text, ruby, ruled)) is not None:
        return Judged(sure=sure)
    here = [*likely(text, ruled), *(one for words in allowed for one in occurrences(text, words))]
    steps = explained(ruby, here)
    for more in (possible, second):  # The second reader takes long to wake: it is asked last.
        if any(one.ground == "none" for one in steps):
            here += more(text)
            steps = explained(ruby, here)
    return _judged(ruby, text, steps)


def _at_once(text: str, ruby: Ruby, ruled: Sequence[Candidate]) -> tuple[tuple[Use, str], ...] | None:
    """The words of a text that the first reader reads just so from end to end; none where more is to be asked."""
    spoken, cuts, ends = stream(ruby), inner_ends(ruby), dict(heard_to(ruby))
    heard = {0: 0}
    sure = []
    for start, end, katakana in units(text, "C"):
        surface = text[start:end]
        is_read = has_kanji(surface)
        reading = hiragana(katakana if is_read else surface)
        heard[end] = heard[start] + len(reading)
        is_so = spoken.startswith(reading, heard[start]) and ends.get(end, heard[end]) == heard[end]
        if not is_so or (cuts and any(start < cut < end for cut in cuts)):
            return None
        if is_read:
            sure.append((_use(text, start, end), reading))
    for one in ruled:
        if one.ground == "context" and one.reading != spoken[heard.get(one.start, 0) : heard.get(one.end, 0)]:
            return None
    return tuple(sure) if heard.get(len(text)) == len(spoken) else None


def _use(text: str, start: int, end: int) -> Use:
    return text[start:end], start > 0 and _JOINS.match(text, start - 1) is not None


def occurrences(text: str, words: Ruby) -> Iterator[Candidate]:
    """The readings of some words at every place where the words stand in the text."""
    for match in re.finditer(re.escape(usual_forms(plain(words))), text):
        for start, end, reading in spans(words):
            yield Candidate(match.start() + start, match.start() + end, reading, "allowed")


def _judged(ruby: Ruby, text: str, steps: Sequence[Candidate]) -> Judged:
    wrong = [(one.start, one.end) for one in steps if one.ground == "none"]
    wrong += wrongly_cut(ruby, [(one.start, one.end) for one in steps if one.ground != "none"])
    heard = [Heard(one.start, one.end, _use(text, one.start, one.end), one.reading, one.ground) for one in steps]
    return Judged(
        tuple(_joined(wrong)),
        tuple(one for one in heard if one.ground in ("second", "dictionary", "joint")),
        tuple((one.use, one.reading) for one in heard if one.ground == "context"),
        tuple((one.start, one.end) for one in heard if one.ground == "allowed"),
    )


def _joined(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in order, neighbours as one."""
    first = last = -1
    for start, end in sorted(set(places)):
        if start != last and last > 0:
            yield first, last
        first, last = (first if start == last else start), end
    if last > 0:
        yield first, last
