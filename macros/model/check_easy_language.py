"""Checks of the language of easy pages and of the explanations of words."""

from collections.abc import Iterator

from macros.japanese.plain.lint import lint
from macros.japanese.plain.sentence import easy_sentences
from macros.model.easy import EasyPage
from macros.model.easy_texts import sentences_of, vocabulary
from macros.model.easy_words import EasyWords
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.project import Project


def check_easy_language(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    words = project.data.easy_words
    for page in project.easy:
        yield from _check_sentences(page, words.record)
    yield from _check_meanings(words)


def _check_sentences(page: EasyPage, words: EasyWords) -> Iterator[Finding]:
    """Every sentence of a page."""
    for one in sentences_of(page, words):
        for code, slip in lint(one.sentence, one.known):
            place = page.place_of(one.block, slip.given, one.sentence.text)
            yield finding(code, place, given=slip.given, **slip.values)


def _check_meanings(words: Loaded[EasyWords]) -> Iterator[Finding]:
    """An explanation is easy itself."""
    known = vocabulary(words.record)
    for at, word in enumerate(words.record.words):
        for sentence in easy_sentences(word.meaning, "sentence"):
            for code, slip in lint(sentence, known):
                yield finding(code, words.place("words", at, "meaning"), given=slip.given, **slip.values)
