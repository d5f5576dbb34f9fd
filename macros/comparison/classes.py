"""How much a change weighs: classes and flags of its marks, a rule of thumb for readers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from macros.comparison.rules import Rules
from macros.comparison.script import ChangeClass, Flag, Span
from macros.comparison.tokens import tokens
from macros.japanese.numbering import split_heading
from macros.japanese.quantities import dates, numbers
from macros.japanese.sentences import split_sentences
from macros.japanese.words import Word
from macros.model.text import Block

CLASSES: tuple[ChangeClass, ...] = get_args(ChangeClass)
FLAGS: tuple[Flag, ...] = get_args(Flag)

LONGEST_NAME = 6
"""Words of which an actor's name may consist."""

_SIGN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]*")
_NOTE_MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|注[ 　]*\S{1,12}[ 　]+)?")
_LIST_SIGN = re.compile(r"[・○●◆◇■□][ 　]+")
_PAGES = re.compile(r"\t?[0-9０-９]*(?:[~～〜\-][0-9０-９]*)?")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Neighbouring deletion and insertion, with the sentences around them."""

    old: str
    """Deleted text."""
    new: str
    """Inserted text."""
    old_sentence: str
    """The older sentences that the deletion touches."""
    new_sentence: str
    """The newer sentences that the insertion touches."""
    start: bool
    """Whether it stands at the beginning of the block."""


def classify(
    old: Sequence[Block], new: Sequence[Block], spans: Sequence[Span], rules: Rules
) -> tuple[tuple[ChangeClass, ...], tuple[Flag, ...]]:
    """Classes and flags of the marks of a pair of blocks, each in its fixed order."""
    classes: set[ChangeClass] = set()
    flags: set[Flag] = set()
    if {block.number for block in old} != {block.number for block in new}:
        classes.add("number")
    for hunk in find_hunks(spans):
        raised = _flags(hunk, rules)
        found = _class_of(hunk, (new or old)[0], raised, rules)
        classes.add(found)
        flags.update(raised if found == "content" else ())
    return tuple(one for one in CLASSES if one in classes), tuple(one for one in FLAGS if one in flags)


def find_hunks(spans: Sequence[Span]) -> Iterator[Hunk]:
    """The changes of a block, variants of width left out."""
    texts = ("".join(s.text for s in spans if s.kind != "insert"), "".join(s.text for s in spans if s.kind != "delete"))
    sentences = [split_sentences(text) for text in texts]
    at, held = [0, 0], ["", ""]
    for span in (*spans, Span("equal", "")):
        if span.kind == "equal" or span.variant:
            if held[0] or held[1]:
                starts = at[0] - len(held[0]), at[1] - len(held[1])
                around = [_around(sentences[side], starts[side], at[side]) for side in (0, 1)]
                yield Hunk(held[0], held[1], around[0], around[1], start=starts == (0, 0))
            held = ["", ""]
        else:
            held[span.kind == "insert"] += span.text
        at[0] += len(span.text) if span.kind != "insert" else 0
        at[1] += len(span.text) if span.kind != "delete" else 0


def _around(sentences: Sequence[str], start: int, end: int) -> str:
    """The sentences that the stretch from `start` to `end` touches."""
    touched, at = [], 0
    for sentence in sentences:
        if at < max(end, start + 1) and at + len(sentence) > start:
            touched.append(sentence)
        at += len(sentence)
    return "".join(touched)


def _class_of(hunk: Hunk, block: Block, raised: set[Flag], rules: Rules) -> ChangeClass:
    if _is_number(hunk, block):
        return "number"
    if _is_notation(hunk, rules):
        return "notation"
    if raised:
        return "content"
    old, new = (_content_words(side) for side in (hunk.old, hunk.new))
    return "wording" if len(old) == len(new) else "content"


def _is_number(hunk: Hunk, block: Block) -> bool:
    """Signs of notes, a note's printed mark, numbers and pages of a table of contents."""
    sides = hunk.old, hunk.new
    if all(_SIGN.fullmatch(side) for side in sides):
        return True
    if block.kind == "note" and hunk.start and all(_NOTE_MARK.fullmatch(side) for side in sides):
        return True
    if block.table != "contents":
        return False
    printed = all(not side or split_heading(f"{side.strip()} あ").title == "あ" for side in sides)
    return (hunk.start and printed) or all(_PAGES.fullmatch(side) for side in sides)


def _is_notation(hunk: Hunk, rules: Rules) -> bool:
    """Equal after NFKC, or a listed pair, or the same words of the dictionary otherwise spelt, or a sign of a list."""
    old, new = hunk.old, hunk.new
    if _listed(old, new, rules.notation.keep):
        return False
    if unicodedata.normalize("NFKC", old) == unicodedata.normalize("NFKC", new):
        return True
    if not old or not new:
        return _LIST_SIGN.fullmatch(old or new) is not None
    if _listed(old, new, rules.notation.pairs):
        return True
    forms = [[(word.normal, word.reading) for word in tokens(side)] for side in (old, new)]
    return forms[0] == forms[1]


def _listed(old: str, new: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a listed pair, in either direction, turns one side into the other."""
    return any(
        (one in old and old.replace(one, other) == new) or (other in old and old.replace(other, one) == new)
        for one, other in pairs
    )


def _content_words(text: str) -> list[Word]:
    return [word for word in tokens(text) if word.is_content]


def _flags(hunk: Hunk, rules: Rules) -> set[Flag]:
    found: set[Flag] = set()
    if _modality(hunk.old, hunk.old_sentence, rules) != _modality(hunk.new, hunk.new_sentence, rules):
        found.add("modality")
    if Counter(dates(hunk.old)) != Counter(dates(hunk.new)):
        found.add("date")
    if Counter(numbers(hunk.old)) != Counter(numbers(hunk.new)):
        found.add("quantity")
    if _actors(hunk.old, rules) != _actors(hunk.new, rules):
        found.add("actor")
    return found


def _modality(changed: str, sentence: str, rules: Rules) -> list[str]:
    """Groups of the endings in the sentences that a change touches, as far as the sentence has both sides."""
    if not changed:
        return []
    return [group.id for group in rules.modality.groups if any(phrase in changed for phrase in group.phrases)]


def _actors(text: str, rules: Rules) -> Counter[str]:
    """How often each actor is named: whole words only, so that 市民 does not name 市, the longest name first."""
    found = [word.surface for word in tokens(text)]
    names: Counter[str] = Counter()
    at = 0
    while at < len(found):
        length, name = _longest_name(found[at : at + LONGEST_NAME], rules.actors)
        names.update([name] if name else [])
        at += length
    return names


def _longest_name(found: Sequence[str], actors: Sequence[str]) -> tuple[int, str]:
    """The longest run of words that is an actor's name, with its number of words; one word and no name otherwise."""
    best = (1, "")
    joined = ""
    for length, surface in enumerate(found, start=1):
        joined += surface
        if joined in actors:
            best = (length, joined)
    return best
