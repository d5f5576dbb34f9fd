"""Words of the easy pages: explained ones, ones that need no explanation, proper names."""

from functools import lru_cache

from macros.japanese.words import words
from macros.model.record import record
from macros.model.scalars import Id, Text

EASY_WORDS = "data/easy_words.yml"
"""Where the words stand."""


@record
class EasyWord:
    """A hard word that the guideline needs, explained in easy Japanese."""

    id: Id
    """Unique within the file."""
    word: Text
    """The word as pages write it."""
    also: tuple[Text, ...] = ()
    """Other spellings and forms."""
    reading: Text
    """Its reading in hiragana."""
    meaning: Text
    """What it means: one to three easy sentences."""
    of: tuple[Text, ...] = ()
    """Where the guideline uses or defines it, written as in `data-of`."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The word and its other spellings."""
        return (self.word, *self.also)


@record
class PlainWord:
    """A word that the list of levels finds hard or does not know, and that needs no explanation all the same."""

    word: Text
    """The word as pages write it."""
    why: Text
    """Why it needs no explanation."""


@record
class EasyWords:
    """`data/easy_words.yml`."""

    words: tuple[EasyWord, ...] = ()
    """Words with an explanation."""
    plain: tuple[PlainWord, ...] = ()
    """Words that need none."""
    names: tuple[Text, ...] = ()
    """Proper names."""

    @property
    def whole(self) -> tuple[str, ...]:
        """Names and words that are never torn, but for those with a particle inside: 成果の帰属."""
        return (*self.names, *_without_particle(tuple(one for word in self.words for one in word.spellings)))


@lru_cache(maxsize=4)
def _without_particle(spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in spellings if not any(word.part.startswith("助詞") for word in words(one, "B")))
