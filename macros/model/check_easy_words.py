"""Checks of `data/easy_words.yml`: each word once, readings in hiragana, originals that exist, nothing unused."""

import re
from collections.abc import Iterator

from macros.model.check_easy import state_findings
from macros.model.easy_originals import originals_problem
from macros.model.easy_words import EasyWords
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.original import Original
from macros.model.project import Project
from macros.model.yaml_file import Path_

_HIRAGANA = re.compile(r"[ぁ-ゖー]+")


def check_easy_words(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _check_twice(project.data.easy_words)
    yield from _check_word_readings(project.data.easy_words)
    yield from _check_word_originals(project)
    yield from _check_unused(project)


def _spellings(words: EasyWords) -> Iterator[tuple[str, Path_]]:
    for at, word in enumerate(words.words):
        yield word.word, ("words", at, "word")
        for number, other in enumerate(word.also):
            yield other, ("words", at, "also", number)
    for at, plain in enumerate(words.plain):
        yield plain.word, ("plain", at, "word")
    for at, name in enumerate(words.names):
        yield name, ("names", at)


def _check_twice(words: Loaded[EasyWords]) -> Iterator[Finding]:
    """An id or a spelling stands in the file once."""
    ids = [(word.id, ("words", at, "id")) for at, word in enumerate(words.record.words)]
    for what, named in (("名札", ids), ("言葉", list(_spellings(words.record)))):
        seen: dict[str, int] = {}
        for given, path in named:
            place = words.place(*path)
            if given in seen:
                problem = f"同じ{what}が{seen[given]}行にもあります。"
                fix = "どちらか一方を消してください。"
                yield finding("E008", place, given=given, problem=problem, fix=fix)
            seen.setdefault(given, place.line)


def _check_word_readings(words: Loaded[EasyWords]) -> Iterator[Finding]:
    """Readings are in hiragana."""
    for at, word in enumerate(words.record.words):
        if not _HIRAGANA.fullmatch(word.reading):
            problem = "読みがひらがなではありません。"
            fix = "読みを、ひらがなだけで、空白を入れずに書いてください。"
            yield finding("E008", words.place("words", at, "reading"), given=word.reading, problem=problem, fix=fix)


def _check_word_originals(project: Project) -> Iterator[Finding]:
    """What a word names as its origin exists."""
    words = project.data.easy_words
    for at, word in enumerate(words.record.words):
        read = [Original.parse(given) for given in word.of]
        beside = [one for one in read if one]
        for number, (given, original) in enumerate(zip(word.of, read, strict=True)):
            place = words.place("words", at, "of", number)
            if found := originals_problem(project, given):
                yield finding("E002", place, given=given, **found)
            elif original:
                yield from state_findings(project, original, beside, place, word.word)


def _check_unused(project: Project) -> Iterator[Finding]:
    """Words that neither a page nor an explanation uses; not asked where there is no page yet."""
    words = project.data.easy_words
    if not project.easy:
        return
    said = "\n".join(block.text for page in project.easy for block in page.blocks)
    meant = "\n".join(word.meaning for word in words.record.words)
    for at, word in enumerate(words.record.words):
        if not any(one in said for one in word.spellings):
            yield finding("E009", words.place("words", at, "word"), given=word.word)
    for given, path in _spellings(words.record):
        if path[0] != "words" and not _uses(said + meant, given):
            yield finding("E009", words.place(*path), given=given)


def _uses(text: str, word: str) -> bool:
    """Whether the text has the word, or a form of it: 話し合う in 話し合います."""
    return word in text or (len(word) > 1 and word[-1] in "うくぐすつぬぶむるい" and word[:-1] in text)
