"""Which sections belong together when no id tells: the body decides over the title."""

from collections import defaultdict

from macros.comparison.passages import best_matches, likely_pairs, unique_matches
from macros.comparison.section_pairs import Relations
from macros.comparison.similarity import common, similarity
from macros.japanese.sentences import split_sentences
from macros.japanese.width import fold_width
from macros.model.text import RevisionText

TITLE = 0.45
"""Weight of the title; the body has the rest."""

FLOOR = 0.3
"""Score below which two sections are not taken for one another."""

UNLIKE = 0.5
"""Part of the body's score that counts where one side holds further sections and the other none."""

PASSAGE_FLOOR = 0.5
"""Similarity from which a paragraph or row counts as found again."""

SENTENCE_FLOOR = 0.7
"""Similarity from which a single sentence counts as found again."""

SHORTEST = 8
"""Passages shorter than this, in characters, prove nothing."""

LEAST_SHARE = 0.25
"""Share of the shorter section's own text that must have gone over for a further relation."""

Weights = dict[tuple[str, str], float]
"""Characters that went from an older section to a newer one."""


def relate_by_body(old: RevisionText, new: RevisionText) -> Relations:
    """Score every likely pair of sections by the text that went over and by the title; the best pairs win."""
    weights = _weights(old, new)
    primary: dict[str, str] = {}
    taken: set[str] = set()
    for _score, one, other in _scores(old, new, weights):
        if one not in primary and other not in taken:
            primary[one] = other
            taken.add(other)
    lengths = _own_lengths(old), _own_lengths(new)
    others = tuple(
        (one, other)
        for (one, other), weight in sorted(weights.items())
        if primary.get(one) != other
        and weight >= max(2 * SHORTEST, LEAST_SHARE * min(lengths[0][one], lengths[1][other]))
    )
    return Relations(primary, others)


def _weights(old: RevisionText, new: RevisionText) -> Weights:
    """Characters that went over, by paragraphs found again or by sentences found again, whichever tells more."""
    blocks = _found_again(_passages(old, whole=True), _passages(new, whole=True), PASSAGE_FLOOR)
    sentences = _found_again(_passages(old, whole=False), _passages(new, whole=False), SENTENCE_FLOOR)
    return {pair: max(blocks.get(pair, 0), sentences.get(pair, 0)) for pair in blocks | sentences}


def _passages(text: RevisionText, *, whole: bool) -> list[tuple[str, str]]:
    """Section and words of each block, or of each of its sentences."""
    return [
        (block.section, passage)
        for block in text.blocks
        if block.kind != "heading"
        for passage in ([block.text] if whole else split_sentences(block.text))
    ]


def _found_again(old: list[tuple[str, str]], new: list[tuple[str, str]], floor: float) -> dict[tuple[str, str], int]:
    texts = [passage for _, passage in old], [passage for _, passage in new]
    pairs = set(unique_matches(*texts, least=SHORTEST))
    pairs |= {(at, other) for at, other, _ in best_matches(*texts, floor=floor, least=SHORTEST)}
    found: dict[tuple[str, str], int] = defaultdict(int)
    for at, other in sorted(pairs):
        found[old[at][0], new[other][0]] += common(texts[0][at], texts[1][other])
    return found


def _scores(old: RevisionText, new: RevisionText, weights: Weights) -> list[tuple[float, str, str]]:
    """Pairs above the floor, best first."""
    bodies = _Bodies(old, new, weights)
    sections = {one.id: one for one in old.sections}, {one.id: one for one in new.sections}
    titles = [one.title for one in old.sections], [one.title for one in new.sections]
    likely = {(old.sections[at].id, new.sections[other].id) for at, other in likely_pairs(*titles, least=0)}
    scores = []
    for pair in filter(bodies.allow, bodies.pairs() | likely):
        left, right = sections[0][pair[0]], sections[1][pair[1]]
        score = TITLE * similarity(left.title, right.title) + (1 - TITLE) * bodies.score(pair)
        if score >= FLOOR:
            scores.append((-score, left.order, right.order, *pair))
    return [(-score, one, other) for score, _left, _right, one, other in sorted(scores)]


class _Bodies:
    """How much of two sections' bodies is common: of their own text, or of all that lies in them."""

    def __init__(self, old: RevisionText, new: RevisionText, weights: Weights) -> None:
        self.weights = {"own": weights, "whole": _with_parents(old, new, weights)}
        self.lengths = {
            "own": (_own_lengths(old), _own_lengths(new)),
            "whole": (_whole_lengths(old), _whole_lengths(new)),
        }
        self.went = {one for one, _ in weights}
        self.came = {other for _, other in weights}
        self.parents = {one.parent for one in old.sections}, {one.parent for one in new.sections}

    def pairs(self) -> set[tuple[str, str]]:
        """Pairs of sections between which text went over."""
        return {pair for pair in self.weights["whole"] if all(pair)}

    def allow(self, pair: tuple[str, str]) -> bool:
        """A section whose own text was found elsewhere on the other side is not taken for one that has none of it."""
        inner = pair[0] in self.parents[0] and pair[1] in self.parents[1]
        return inner or pair in self.weights["own"] or not (pair[0] in self.went or pair[1] in self.came)

    def score(self, pair: tuple[str, str]) -> float:
        """Share of both bodies that is common, 0 to 1."""
        alike = (pair[0] in self.parents[0]) == (pair[1] in self.parents[1])
        return max(self._share("own", pair), self._share("whole", pair) * (1.0 if alike else UNLIKE))

    def _share(self, extent: str, pair: tuple[str, str]) -> float:
        length = sum(lengths.get(one, 0) for lengths, one in zip(self.lengths[extent], pair, strict=True))
        return 2 * self.weights[extent].get(pair, 0) / length if length else 0.0


def _with_parents(old: RevisionText, new: RevisionText, weights: Weights) -> Weights:
    """Text that went over, counted for the sections around it as well."""
    above = _lines(old), _lines(new)
    total: Weights = defaultdict(float)
    for (one, other), weight in weights.items():
        for left in above[0][one]:
            for right in above[1][other]:
                total[left, right] += weight
    return total


def _lines(text: RevisionText) -> dict[str, list[str]]:
    """Each section with those that it lies in, itself first."""
    lines: dict[str, list[str]] = {"": [""]}
    for section in text.sections:
        lines[section.id] = [section.id, *(lines[section.parent] if section.parent else ())]
    return lines


def _own_lengths(text: RevisionText) -> dict[str, int]:
    lengths = {section.id: 0 for section in text.sections}
    for block in text.blocks:
        if block.kind != "heading":
            lengths[block.section] = lengths.get(block.section, 0) + len(fold_width(block.text))
    return lengths


def _whole_lengths(text: RevisionText) -> dict[str, int]:
    lines, total = _lines(text), dict.fromkeys((section.id for section in text.sections), 0)
    for section, length in _own_lengths(text).items():
        for one in lines[section]:
            total[one] = total.get(one, 0) + length
    return total
