"""Phrases (文節) of a Japanese text: where a gap is drawn so that a learner sees what belongs together (分かち書き).

A word of its own begins a phrase; particles, endings and suffixes stay with it. Compounds, numbers with their counters
and names are one. Beside a sign there is no gap: signs bring their own space.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from macros.japanese.spellings import any_of
from macros.japanese.words import Word, words

_TIED = ("助詞", "助動詞", "接尾辞", "形状詞-助動詞語幹", "名詞-助動詞語幹")
"""Words that never begin a phrase."""
_CLOSED = ("助詞", "助動詞", "副詞", "連体詞", "接続詞", "感動詞", "形状詞-助動詞語幹", "名詞-助動詞語幹")
"""Words after which a word of its own always begins a phrase."""
_FREE = ("副詞", "連体詞", "接続詞", "感動詞", "代名詞", "形容詞")
"""Words that form no compound with the noun before them."""
_SIGNS = ("補助記号", "記号", "空白")
_CHANGING = ("動詞", "形容詞", "接尾辞-形容詞的", "接尾辞-動詞的")
_STEMS = ("連用形", "語幹")
_DOING = {"為る", "出来る", "致す", "為さる", "下さる"}
"""Verbs that make one of the noun before them: 参加します, 参加できます."""
_PARTICLES = re.compile("に(?:つい|よっ|よる|より|とっ|対[しす]|関[しす]|たいし|かんし)|と(?:し(?=て)|いう|いった)")
"""Particles with a verb in them: について, による, に対して, として, という."""
_ONE_BY_ONE = re.compile("一[人つ](?=一[人つ]|ひと[りつ])")
_WHEN = re.compile(
    "[今毎来去昨先本][日朝晩週月年]|今|昔|午[前後]|今度|最近|昨日|明日|普段|全部|全員|皆|一番|[^一-鿿々]+[^一-鿿]*"
)
"""Nouns that tell when or how much; those in kana too. Others of their kind form compounds: 将来世代."""


def phrase_starts(text: str, whole: Collection[str] = ()) -> tuple[int, ...]:
    """Offsets at which a phrase begins inside the text, in order.

    Args:
        text: any text.
        whole: names and other words that are never torn.
    """
    starts = {match.end() for match in _ONE_BY_ONE.finditer(text)}
    at = 0
    before: Word | None = None
    for word in _whole(words(text, "B"), text, whole):
        if before and _begins(before, word) and not _is_particle(before, text, at):
            starts.add(at)
        at += len(word.surface)
        before = word
    return tuple(sorted(starts))


def phrases(text: str, whole: Collection[str] = ()) -> list[str]:
    """The text cut into its phrases; they join to it exactly."""
    edges = [0, *phrase_starts(text, whole), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if end > start]


def _begins(before: Word, word: Word) -> bool:
    """Whether a phrase begins between the two."""
    if _is(word, _TIED + _SIGNS) or _is(before, ("接頭辞", *_SIGNS)):
        return False
    if _is(before, _CLOSED):
        return True
    if _is(before, _CHANGING):
        return not before.form.startswith(_STEMS) or ("形容詞" in before.part and before.form.startswith("連用形"))
    if _is(word, _FREE) or _ONE_BY_ONE.match(word.surface):
        return True
    if _is(word, ("動詞",)):
        return word.normal not in _DOING or before.use == "副詞可能"
    return before.use == "副詞可能" and _WHEN.fullmatch(before.surface) is not None


def _is(word: Word, parts: tuple[str, ...]) -> bool:
    return word.part.startswith(parts)


def _is_particle(before: Word, text: str, at: int) -> bool:
    """Whether the particle that ends at this offset goes on there: に|ついて."""
    return before.part.startswith("助詞") and _PARTICLES.match(text, at - 1) is not None


def _whole(found: tuple[Word, ...], text: str, whole: Collection[str]) -> Iterator[Word]:
    """The words, those of each name joined to one where it begins and ends with a word."""
    names = any_of(tuple(whole))
    ends = _edges(found)
    at, index = 0, 0
    while index < len(found):
        name = names.match(text, at)
        if name and name.end() in ends:
            yield Word(name[0], "名詞-固有名詞", name[0], "")
            at, index = name.end(), ends[name.end()]
        else:
            yield found[index]
            at += len(found[index].surface)
            index += 1


def _edges(found: tuple[Word, ...]) -> dict[int, int]:
    """Offset of each end of a word → how many words stand before it."""
    ends: dict[int, int] = {}
    at = 0
    for number, word in enumerate(found, start=1):
        at += len(word.surface)
        ends[at] = number
    return ends
