"""Changes of sound where two words meet: 川 がわ in 新河岸川 (連濁), 各 かっ in 各国 (促音化)."""

import re
from collections.abc import Iterator

_VOICED = dict(zip("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True))
_VOICED_SOUND = re.compile("[がぎぐげござじずぜぞだぢづでどばびぶべぼ]")
_KANA = re.compile("[ぁ-ゖァ-ヺー]")


def voiced(surface: str, reading: str) -> Iterator[str]:
    """The reading with its first sound voiced, where a word of the language itself may have it so.

    Of words in several kanji the dictionary knows those that change (不足 ぶそく); a word that holds a voiced sound
    does not (ライマンの法則).
    """
    is_native = len(surface) == 1 or _KANA.search(surface) is not None
    if is_native and reading[:1] in _VOICED and not _VOICED_SOUND.search(reading):
        yield _VOICED[reading[0]] + reading[1:]


def doubled(surface: str, reading: str) -> Iterator[str]:
    """The reading of a single kanji with its last sound swallowed by the next word's first."""
    if len(surface) == 1 and len(reading) > 1 and reading[-1] in "つちくき":
        yield reading[:-1] + "っ"
