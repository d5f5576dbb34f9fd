"""Check of readings given by hand: well written where they may stand, and nowhere else.

The guideline's own text is the city's to the letter, titles go into navigation and search, and data have approved
lines: there the notation has no place.
"""

import re
from collections.abc import Iterator

from macros.japanese.notation import parse
from macros.model.check_words import texts_of
from macros.model.findings import Finding, Place, finding
from macros.model.given_readings import GIVEN
from macros.model.page import Page
from macros.model.project import Project
from macros.model.readings import slip_finding
from macros.model.yaml_file import YamlFile

_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)|`+[^`\n]*`+|&[#\w]+;", re.MULTILINE | re.DOTALL)
_READ_ELSEWHERE = ("data/reading_rules.yml", "data/errata.yml")
"""Data that hold the notation itself, or quote what a source has."""

_IN_THE_TEXT = (
    "指針の本文は資料のとおりに書き、読みはdata/readingsのファイルに書いてください。"
    "資料にもともとある印のときは、《を「&#x300a;」、｜を「&#xff5c;」と書いてください。"
)
_IN_A_TITLE = "《》と読みを消してください。題名には読みを付けません。"
_IN_DATA = "《》と読みを消し、読みはdata/readingsのファイルに書いてください。"


def check_given(project: Project, read: dict[str, YamlFile]) -> Iterator[Finding]:
    """Readings given by hand on pages, and those where there may be none."""
    for source in project.pages.values():
        page = source.page
        yield from _check_values(page.head_source, _IN_A_TITLE)
        if page.head.revision and page.head.text:
            yield from _check_text(page)
        else:
            yield from _check_notation(page)
    for file, data in read.items():
        if file not in _READ_ELSEWHERE:
            yield from _check_values(data, _IN_A_TITLE if file == project.data.nav.file else _IN_DATA)


def _check_values(source: YamlFile, fix: str) -> Iterator[Finding]:
    for path, text in texts_of(source.value):
        if match := GIVEN.search(text):
            yield finding("R015", source.place(*path), given=match[0], fix=fix)


def _check_text(page: Page) -> Iterator[Finding]:
    for match in GIVEN.finditer(without_code(page.body)):
        yield finding("R015", page.place(match.start()), given=match[0], fix=_IN_THE_TEXT)


def _check_notation(page: Page) -> Iterator[Finding]:
    for number, line in enumerate(without_code(page.body).split("\n"), start=page.first_line):
        for slip in parse(line)[1]:
            yield slip_finding(slip, Place(page.file, number, slip.at + 1))


def without_code(body: str) -> str:
    """The Markdown with code and references blanked out, each sign at its place."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)
