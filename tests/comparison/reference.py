"""The reference cases beside the project, and how a comparison is measured by them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Any
from unicodedata import normalize

import pytest

from macros.comparison.script import BlockChange, EditScript, SectionChange
from macros.model.text import RevisionText
from tests.comparison.words import word_ends
from tests.paths import SHARED

Case = dict[str, Any]
Pair = tuple[str, str]
Stretch = tuple[int, int]

_MARK = re.compile(r"\[-(?P<delete>.*?)-\]|\{\+(?P<insert>.*?)\+\}|(?P<equal>[^\[{]+|[\[{])", re.DOTALL)
_NAMED = re.compile(r"(?:h25|r5)/[0-9.]+")


def read_cases(file: str) -> list[Case]:
    """The cases of a reference file; the test is skipped where it is not beside this clone."""
    path = SHARED / "checks" / file
    if not path.is_file():
        pytest.skip(f"../shared is not beside this clone: the reference cases of {file} were not tried")
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert cases
    return cases


@cache
def paths(text: RevisionText) -> dict[str, str]:
    """Section by the id of the cases, which is its place among its siblings: `h25/2.3.2`, `r5/3`, `h25/cover`."""
    found: dict[str, str] = {}
    numbered: dict[str | None, list[str]] = {}
    for one in text.sections:
        siblings = numbered.setdefault(one.parent, [])
        if "cover" in (one.id, one.parent):
            found[one.id] = one.id
            continue
        siblings.append(one.id)
        above = f"{found[one.parent]}." if one.parent else ""
        found[one.id] = f"{above}{len(siblings)}"
    return {f"{text.revision}/{path}": name for name, path in found.items()}


# Sections


def sections_of(case: Case, script: EditScript) -> tuple[list[str], list[str]]:
    """Ids of the sections that a case speaks of."""
    return (
        [paths(script.old)[one["id"]] for one in case["h25"]],
        [paths(script.new)[one["id"]] for one in case["r5"]],
    )


def entry(script: EditScript, old: list[str], new: list[str]) -> SectionChange | None:
    """The entry with exactly these sections."""
    for one in script.sections:
        if {old.id for old in one.old} == set(old) and {new.id for new in one.new} == set(new):
            return one
    return None


def strictly_right(case: Case, script: EditScript) -> bool:
    """The entry with exactly these sections is there and of this very kind."""
    found = entry(script, *sections_of(case, script))
    return found is not None and found.kind == case["type"]


def leniently_right(case: Case, script: EditScript) -> bool:
    """The kind is the case's, one of its further true labels, or what it calls equally right."""
    found = entry(script, *sections_of(case, script))
    words = case.get("also_acceptable", "")
    if found is None:
        return _told_otherwise(case, script)
    if found.kind in (case["type"], *case["also"]):
        return True
    return found.kind in ("unchanged", "modified") and (found.kind in words or _other_moved(words, script))


def _named(words: str, text: RevisionText) -> list[str]:
    """Sections of a text that the words name."""
    return [paths(text)[path] for path in _NAMED.findall(words) if path in paths(text)]


def _other_moved(words: str, script: EditScript) -> bool:
    """Of two sections that changed places the case leaves open which one moved: the other did."""
    named = {*_named(words, script.old), *_named(words, script.new)}
    moved = [one for one in script.sections if one.kind == "moved"]
    return "move" in words and any(named & {side.id for side in (*one.old, *one.new)} for one in moved)


def _told_otherwise(case: Case, script: EditScript) -> bool:
    """An equally right answer in other entries: `X modified → Y and Z deleted`, `replaced by Y`."""
    parts = case.get("also_acceptable", "").split(" and ")
    return all(part and _holds(part, sections_of(case, script)[0], script) for part in parts)


def _holds(words: str, replaced: list[str], script: EditScript) -> bool:
    old = replaced if "replaced" in words else _named(words, script.old)
    found = entry(script, old, _named(words, script.new))
    return found is not None and found.kind in (("deleted",) if "deleted" in words else ("modified", "moved"))


# Marks


@dataclass(frozen=True, slots=True)
class Hunk:
    """A deletion and an insertion that belong together, as places in texts without blanks and width."""

    old: Stretch
    """Where it stands in the old text."""
    new: Stretch
    """Where it stands in the new text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Two texts without blanks and width, and the marks between them."""

    old: str
    """The old text."""
    new: str
    """The new text."""
    hunks: tuple[Hunk, ...]
    """In order, each cut to the signs that differ."""
    uncut: tuple[Hunk, ...]
    """The same as they were drawn."""

    def pairs(self) -> list[Pair]:
        """Deleted and inserted words of each hunk, cut to the signs that differ."""
        return [(self.old[slice(*one.old)], self.new[slice(*one.new)]) for one in self.hunks]


def plain(text: str) -> str:
    """The text without blanks and width."""
    return "".join(sign for sign in normalize("NFKC", text) if not sign.isspace()).replace("〜", "~")


def marked_text(case: Case) -> Marked:
    """What a careful editor marked."""
    spans = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in _MARK.finditer(case["marked"])]
    return marked_spans(spans)


def marked_spans(spans: list[tuple[str, str]]) -> Marked:
    """Texts and hunks of spans."""
    texts, hunks = {"old": "", "new": ""}, []
    for equal, run in groupby(spans, key=lambda span: span[0] == "equal"):
        stretch = list(run)
        starts = {side: len(text) for side, text in texts.items()}
        for kind, text in stretch:
            for side in [side for side, skipped in (("old", "insert"), ("new", "delete")) if kind != skipped]:
                texts[side] += plain(text)
        if not equal:
            hunks.append(Hunk((starts["old"], len(texts["old"])), (starts["new"], len(texts["new"]))))
    old, new = texts["old"], texts["new"]
    kept = [one for one in hunks if old[slice(*one.old)] != new[slice(*one.new)]]
    return Marked(old, new, tuple(_cut(one, old, new) for one in kept), tuple(kept))


def _cut(hunk: Hunk, old: str, new: str) -> Hunk:
    """The hunk without what its two sides have in common at both ends."""
    (start, end), (begin, close) = hunk.old, hunk.new
    while start < end and begin < close and old[start] == new[begin]:
        start, begin = start + 1, begin + 1
    while start < end and begin < close and old[end - 1] == new[close - 1]:
        end, close = end - 1, close - 1
    return Hunk((start, end), (begin, close))


def block_of(case: Case, script: EditScript) -> BlockChange | None:
    """The block whose old text begins with the words of the case; a note's printed mark may stand before them."""
    old, new = paths(script.old)[case["h25_section"]], paths(script.new)[case["r5_section"]]
    for block in script.blocks:
        for one in block.old:
            begins = plain(case["h25_first20"]) in plain(one.text)[: len(plain(case["h25_first20"])) + 4]
            if one.section == old and begins and any(other.section == new for other in block.new):
                return block
    return None


def marks_problem(case: Case, script: EditScript) -> str:
    """Why the marks are not those of the case, empty where they are."""
    block = block_of(case, script)
    if block is None:
        return "the two paragraphs do not belong together"
    wanted, ours = marked_text(case), marked_spans([(span.kind, span.text) for span in block.spans])
    at_old, at_new = ours.old.find(wanted.old), ours.new.find(wanted.new)
    if at_old < 0 or at_new < 0:
        return "the texts are not those of the case"
    if ours.pairs() == [(plain(old), plain(new)) for old, new in case["trimmed"]]:
        return ""
    moved = [
        Hunk((one.old[0] + at_old, one.old[1] + at_old), (one.new[0] + at_new, one.new[1] + at_new))
        for one in wanted.hunks
    ]
    around = Hunk((at_old, at_old + len(wanted.old)), (at_new, at_new + len(wanted.new)))
    ends = {side: _plain_ends(getattr(block, side)) for side in ("old", "new")}
    return _margin_problem(moved, [cut for one in ours.uncut if (cut := _within(one, around))], ends, ours)


def _within(hunk: Hunk, around: Hunk) -> Hunk | None:
    """What of a hunk lies in the two texts of a case: the block may begin with a note's mark or another paragraph."""
    (start, end), (begin, close) = hunk.old, hunk.new
    cut = Hunk(
        (max(start, around.old[0]), min(end, around.old[1])), (max(begin, around.new[0]), min(close, around.new[1]))
    )
    inside = cut.old[0] <= cut.old[1] and cut.new[0] <= cut.new[1]
    return cut if inside and (cut.old[0] < cut.old[1] or cut.new[0] < cut.new[1]) else None


def _plain_ends(blocks: tuple[Any, ...]) -> list[int]:
    """Where words end in the joined text without blanks and width."""
    found, at = [0], 0
    for block in blocks:
        found += [at + len(plain(block.text[:end])) for end in word_ends(block.text)]
        at += len(plain(block.text))
    return sorted({*found})


def _margin_problem(wanted: list[Hunk], ours: list[Hunk], ends: dict[str, list[int]], texts: Marked) -> str:
    """Each wanted hunk lies in one of ours, and none of ours goes further than a word beyond."""
    for one in wanted:
        if not any(_lies_in(one, run) for run in ours):
            return f"not marked: {texts.old[slice(*one.old)]} → {texts.new[slice(*one.new)]}"
    for run in ours:
        inside = [one for one in wanted if _lies_in(one, run)]
        words = f"{texts.old[slice(*run.old)]} → {texts.new[slice(*run.new)]}"
        if not inside:
            return f"marked without need: {words}"
        for side in ("old", "new"):
            if any(_words_in(gap, ends[side]) > 1 for gap in _gaps(run, inside, side)):
                return f"marked more than a word too much: {words}"
    return ""


def _lies_in(inner: Hunk, outer: Hunk) -> bool:
    return all(
        outer_side[0] <= inner_side[0] and inner_side[1] <= outer_side[1]
        for inner_side, outer_side in ((inner.old, outer.old), (inner.new, outer.new))
    )


def _gaps(run: Hunk, inside: list[Hunk], side: str) -> Iterator[Stretch]:
    """What of a run lies outside the wanted hunks."""
    at, end = getattr(run, side)
    for one in inside:
        start, stop = getattr(one, side)
        yield at, start
        at = stop
    yield at, end


def _words_in(gap: Stretch, ends: list[int]) -> int:
    """How many words a stretch touches."""
    start, stop = gap
    return sum(begin < stop and start < end for begin, end in pairwise(ends))
