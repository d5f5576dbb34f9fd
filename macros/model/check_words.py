"""Checks of words in data files and of our own sentences: HTML, private contacts, dates against the calendar."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from macros.japanese.era import WEEKDAYS, EraDate, find_era_dates, print_day
from macros.model.findings import Finding, Place, finding
from macros.model.project import Data, Project
from macros.model.yaml_file import Path_, YamlFile

MONTHS = 12

_TAG = re.compile(r"</?[A-Za-z!][^>]*>?")
_PRIVATE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<!\d)0\d{1,4}-\d{1,4}-\d{3,4}(?!\d)|(?<!\d)0[5789]0\d{8}(?!\d)"
)


def check_words(data: Data, read: dict[str, YamlFile]) -> Iterator[Finding]:
    """HTML and private contacts in every data file, also in those that no record reads."""
    office, called = _office_numbers(data), _called(data)
    for file, source in read.items():
        if source.value is None:
            continue
        if file not in data.files() and data.revisions.value is not None:
            yield finding("Y009", Place(file))
        for path, text in texts_of(source.value):
            if (match := _TAG.search(text)) and not _is_source(path):
                yield finding("Y007", source.place(*path), tag=match[0][:30])
            for match in _PRIVATE.finditer(normalize("NFKC", text)):
                if office is not None and match[0] not in office | called.get(file, set()):
                    yield finding("Y008", source.place(*path), given=match[0])


def _is_source(path: Path_) -> bool:
    """True for words of a source as they were extracted: its own tags are what the erratum records."""
    return len(path) > 2 and path[-1] == "source" and path[-3] == "edits"  # noqa: PLR2004 (edits, number, source)


def _office_numbers(data: Data) -> set[str] | None:
    """Telephone and fax of the office that the site names: the only numbers it prints; none where it is unreadable."""
    if data.site.value is None:
        return None
    return {data.site.value.contact.telephone, data.site.value.contact.fax}


def _called(data: Data) -> dict[str, set[str]]:
    """By file of a consultation, numbers and mail addresses to which it asks for opinions: K004 looks at these."""
    return {
        loaded.source.file: {
            match[0] for one in loaded.value.responses for match in _PRIVATE.finditer(normalize("NFKC", one.to or ""))
        }
        for loaded in data.consultations
        if loaded.value is not None
    }


def texts_of(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text in a file's value, keys left out, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from texts_of(inner, (*path, at))


def check_contacts(project: Project) -> Iterator[Finding]:
    """Private contacts on pages."""
    office = _office_numbers(project.data) or set()
    for source in project.pages.values():
        for number, line in enumerate(source.page.body.split("\n")):
            for match in _PRIVATE.finditer(normalize("NFKC", line)):
                if match[0] not in office:
                    place = Place(source.page.file, source.page.first_line + number)
                    yield finding("Y008", place, given=match[0])


def check_calendar(project: Project) -> Iterator[Finding]:
    """Dates in our own sentences: era, western year and weekday must name the same day.

    The guideline's text is the city's and is left alone, and so are quotations of it in the data.
    """
    ours = ("site", "sources", "revisions", "groups")
    for loaded in (getattr(project.data, name) for name in ours):
        for path, text in texts_of(loaded.source.value):
            if path[-1] != "as_written":
                yield from (_wrong(loaded.place(*path), found) for found in wrong_dates(text))
    for file, source in project.pages.items():
        if not (source.page.head.revision and source.page.head.text):
            for number, line in enumerate(source.page.body.split("\n")):
                place = Place(file, source.page.first_line + number)
                yield from (_wrong(place, found) for found in wrong_dates(line))


def wrong_dates(text: str) -> Iterator[EraDate]:
    """Dates that contradict the calendar or themselves."""
    for found in find_era_dates(text):
        day = found.as_day()
        no_such_month = found.month is not None and not 1 <= found.month <= MONTHS
        no_such_day = no_such_month or (found.day is not None and day is None)
        wrong_year = found.western not in (None, found.year)
        wrong_weekday = found.weekday is not None and day is not None and WEEKDAYS[day.weekday()] != found.weekday
        if no_such_day or wrong_year or wrong_weekday or not found.in_era:
            yield found


def _wrong(place: Place, found: EraDate) -> Finding:
    day = found.as_day()
    expected = print_day(day) if day else f"{found.era}{found.era_year}年は{found.year}年"
    if found.day is not None and day is None:
        expected = f"{found.era}{found.era_year}年（{found.year}年）の、暦にある月と日"
    return finding("D007", place, written=found.text, expected=expected)
