"""Words of Japanese as the dictionary's longest units (Sudachi, mode C), read without the engine."""

from functools import cache, lru_cache
from itertools import accumulate

from sudachipy import Dictionary, SplitMode, Tokenizer


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


@lru_cache(maxsize=4096)
def word_ends(text: str) -> tuple[int, ...]:
    """Positions where a word ends, in order."""
    return tuple(accumulate(len(word.surface()) for word in _tokenizer().tokenize(text)))
