"""Every text of the tree that bears readings: approved lines, words given by hand on pages, words of easy Japanese."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from macros.japanese.letters import letters_named
from macros.japanese.notation import base_offsets, parse
from macros.japanese.placed import spans
from macros.japanese.ruby import READING, Ruby, Segment
from macros.model.check_given import without_code
from macros.model.findings import Place
from macros.model.project import Project
from macros.model.readings import FOLDER, Approved

_SIGNS = re.compile("[・ 　]")
"""Signs in words of easy Japanese that are not read."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with readings."""

    ruby: Ruby
    """Text and readings."""
    page: str
    """Page or file of data that shows it, for rules with a scope."""
    place: Place
    """Where it stands."""
    written: str = ""
    """The line of a page."""
    approved: Approved | None = None
    """The line of a file of readings."""

    def at(self, start: int) -> Place:
        """Place of the first reading from this offset of the text on."""
        if self.approved:
            return replace(self.place, column=self.approved.column(start))
        found = zip(spans(self.ruby), base_offsets(self.written), strict=False)
        return replace(
            self.place, column=next((at + 1 for (begin, _, _), at in found if begin >= start), self.place.column)
        )


def read_texts(project: Project) -> Iterator[ReadText]:
    """Every text with readings, in the order of the files."""
    yield from _lines(project)
    yield from _pages(project)
    yield from _words(project)


def _lines(project: Project) -> Iterator[ReadText]:
    for source in project.approved.files:
        page = page_of(source.file)
        for one in source.lines:
            yield ReadText(one.ruby, page, Place(source.file, one.line), approved=one)


def page_of(file: str) -> str:
    """The page or data whose readings stand in this file, as `readings_file` names it the other way."""
    place = PurePosixPath(file).relative_to(FOLDER)
    return str(place.with_suffix(".yml") if place.parts[0] == "data" else "docs" / place.with_suffix(".md"))


def _pages(project: Project) -> Iterator[ReadText]:
    """Lines of pages, without code, on which readings are given by hand."""
    for source in project.pages.values():
        page = source.page
        for number, line in enumerate(without_code(page.body).split("\n"), start=page.first_line):
            ruby, slips = parse(line) if "《" in line else ((), ())
            if any(one.reading for one in ruby) and not slips:
                yield ReadText(ruby, page.file, Place(page.file, number), written=line)


def _words(project: Project) -> Iterator[ReadText]:
    """Words of easy Japanese, their letters as they are named."""
    words = project.data.easy_words
    for at, one in enumerate(words.record.words):
        if READING.fullmatch(one.reading):
            ruby = (Segment(_SIGNS.sub("", letters_named(one.word)), one.reading),)
            place = words.place("words", at, "reading")
            yield ReadText(ruby, place.file, place)
