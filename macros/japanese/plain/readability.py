"""How hard a text is to read: jReadability where it is installed, words in a sentence, share of easy words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.japanese.plain.vocabulary import Vocabulary, carries_meaning
from macros.japanese.sentences import split_sentences
from macros.japanese.words import words

FLOOR = 4.0
"""Least jReadability of an easy page (the upper half of 中級前半)."""
GAIN = 2.0
"""By so much it is easier than its original."""
ELEMENTARY = 4.5
"""From here a text is 初級後半 on the scale of jReadability."""

_STRIPPED = "　 \n\t"


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers on a text."""

    sentences: int
    """Sentences."""
    words: float
    """Words in a sentence, signs not counted."""
    score: float | None
    """jReadability, higher is easier; none where it is not installed."""
    easy: float | None
    """Share of the content words that are N5 to N3 or in the site's lists; none where the list is not installed."""


def measure(blocks: Sequence[str], known: Vocabulary) -> Measures | None:
    """Numbers on a text given as its blocks; none for a text without words."""
    sentences = [one.strip(_STRIPPED) for block in blocks for one in split_sentences(block)]
    sentences = [one if one.endswith(("。", "！", "？")) else f"{one}。" for one in sentences if one]
    if not sentences:
        return None
    counted = [sum(not word.part.startswith(("補助記号", "空白")) for word in words(one, "B")) for one in sentences]
    return Measures(
        len(sentences), sum(counted) / len(sentences), readability("".join(sentences)), _share(sentences, known)
    )


def readability(text: str) -> float | None:
    """JReadability of a text whose sentences all end in a full stop; none where it is not installed."""
    tagger = _tagger()
    if tagger is None:
        return None
    from jreadability import compute_readability  # noqa: PLC0415 (as below)

    return float(compute_readability(text, tagger))


@cache
def _tagger() -> Any:
    """The tagger with the one dictionary that the scores belong to; none where a part is not installed."""
    try:
        import fugashi  # noqa: PLC0415 (only installed where the site is checked, not where it is built)
        import jreadability  # noqa: F401, PLC0415
        import unidic_lite  # noqa: PLC0415
    except ImportError:
        return None
    return fugashi.Tagger(f'-d "{unidic_lite.DICDIR}"')


def is_complete() -> bool:
    """Whether the tool that measures readability is installed."""
    return _tagger() is not None


def _share(sentences: Sequence[str], known: Vocabulary) -> float | None:
    """Of the content words, those in the site's lists or of the levels N5 to N3."""
    if known.levels is None:
        return None
    total = sum(carries_meaning(word) for one in sentences for word in words(one, "C"))
    hard = sum(1 for one in sentences for _ in known.hard(one))
    return 1 - hard / total if total else 1.0
