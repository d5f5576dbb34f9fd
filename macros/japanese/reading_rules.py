"""Readings that the words around decide: 人気 is ひとけ in 人気のない道. Each rule has a guard on its left or right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

from macros.japanese.okurigana import align
from macros.japanese.placed import Edit
from macros.japanese.ruby import Ruby

WINDOW = 40
"""Code points on either side that a guard may look at."""

MOST_WAYS = 20_000
"""Ways in which a guard may be tried (3,040): it is tried wherever its words stand."""

EVERYWHERE = "everywhere"
"""Scope of a rule that holds in every text."""

PART = "｜"
"""Divides words in `text` and `reading`: 国｜道."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    text: str
    """Words it gives a reading to, divided by ｜: 人気."""
    reading: str
    """Their reading with the kana they are written with, divided likewise: ひとけ."""
    left: str = ""
    """Regular expression that what stands before must end with."""
    right: str = ""
    """Regular expression that what stands behind must begin with."""
    scope: str = EVERYWHERE
    """Everywhere, or the beginning of the paths of the pages it holds for."""
    reason: str = ""
    """Why the reading is right there, or its source."""
    example: str = ""
    """A sentence in which it decides, with the readings that come out."""

    words: str = field(init=False, repr=False, compare=False)
    """The words as they stand in a text."""

    def __post_init__(self) -> None:
        """Rules are sought in thousands of texts."""
        object.__setattr__(self, "words", self.text.replace(PART, ""))


def ruby_of(rule: Rule) -> Ruby | None:
    """The words with their readings; none where the reading does not fit the words in exactly one way."""
    texts, readings = rule.text.split(PART), rule.reading.split(PART)
    if len(texts) != len(readings):
        return None
    parts = [align(text, reading) for text, reading in zip(texts, readings, strict=True)]
    found = tuple(segment for part in parts if part for segment in part)
    return found if all(parts) and any(one.reading for one in found) else None


def rule_edits(text: str, rules: Sequence[Rule], page: str = "") -> Iterator[Edit]:
    """What the rules change in a text of the page, in the order of the rules."""
    for rule in rules:
        if rule.scope != EVERYWHERE and not page.startswith(rule.scope):
            continue
        if rule.words not in text:
            continue
        found = _compiled(rule)
        for match in found.words.finditer(text):
            start, end = match.span()
            before, behind = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
            if found.left.search(before) and found.right.match(behind):
                yield Edit(start, found.ruby)


@dataclass(frozen=True, slots=True)
class _Compiled:
    words: re.Pattern[str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    ruby: Ruby


@cache
def _compiled(rule: Rule) -> _Compiled:
    ruby = ruby_of(rule)
    if ruby is None:
        raise ValueError(f"{rule.text}: {rule.reading}")
    words = re.compile(re.escape(rule.words))
    return _Compiled(words, re.compile(f"(?:{rule.left})\\Z"), re.compile(rule.right), ruby)


@cache
def language_rules() -> tuple[Rule, ...]:
    """Rules of the Japanese language, which hold for every city (`macros/japanese/homographs.yml`)."""
    text = files("macros.japanese").joinpath("homographs.yml").read_text(encoding="utf-8")
    return tuple(Rule(**one) for one in yaml.safe_load(text))


_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[^)]*?[:=!]|[*+?]|\{\d*,?\d*\}|.", re.DOTALL)
_REPEATS = re.compile(r"[*+]|\{\d*,\d*\}|\{\d+\}")


_FIXED = re.compile(r"\{\d+\}")


def ways(pattern: str) -> int | None:
    """In how many ways a guard may be tried on a window, at most; none where a part that varies is itself repeated.

    `(a+)+` may take for ever, and so may `a*a*a*a*` or `(a|b)?(a|b)?(a|b)?`, whose ways multiply.
    """
    parts = [(0, 1)]  # of each open bracket: ways of the branches that are done, and of the one that is read
    last = 1
    for atom in _ATOM.findall(pattern):
        done, here = parts[-1]
        if atom[0] == "(":
            parts.append((0, 1))
        elif atom == ")" and len(parts) > 1:
            parts.pop()
            last = done + here
            done, here = parts[-1]
            parts[-1] = done, here * last
        elif atom == "|":
            parts[-1] = done + here, 1
        elif _REPEATS.fullmatch(atom):
            if last > 1:
                return None
            last = 1 if _FIXED.fullmatch(atom) else WINDOW
            parts[-1] = done, here * last
        elif atom == "?":
            parts[-1], last = (done, here // last * (last + 1)), last + 1
        else:
            last = 1
    return sum(done + here for done, here in parts)
