"""Write the marks of the originals into an easy page: a person compared the two."""

import re
from collections.abc import Iterator

from macros.model.easy_marks import mark_of
from macros.model.easy_originals import originals_problem
from macros.model.original import Original
from macros.model.project import Project

_GIVEN = re.compile(r"(?<=data-of=)(?:\"[^\"\n]*\"|[^\s\"{}]+)")
_OF = re.compile(r"(?<=\bof: \[)[^\]\n]*(?=\])")
_WORD = re.compile(r"[^\s\",]+")


def unknown_in(project: Project, file: str, text: str) -> list[tuple[str, str]]:
    """Originals named in the file that do not exist: as written, and what is wrong."""
    problems = [(given, originals_problem(project, given)) for given in _named(file, text)]
    return [(given, found["problem"] + found["fix"]) for given, found in problems if found]


def with_marks(project: Project, file: str, text: str) -> str:
    """The file with the mark of each section and row that it names; all else as it was."""

    def mark(word: re.Match[str]) -> str:
        original = Original.parse(word[0])
        if original is None or not original.of_text:
            return word[0]
        return str(original.marked(mark_of(project, original) or ""))

    return _pattern(file).sub(lambda given: _WORD.sub(mark, given[0]), text)


def _named(file: str, text: str) -> Iterator[str]:
    for given in _pattern(file).finditer(text):
        yield from (word[0] for word in _WORD.finditer(given[0]))


def _pattern(file: str) -> re.Pattern[str]:
    return _OF if file.endswith(".yml") else _GIVEN
