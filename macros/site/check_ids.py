"""Check of ids that people write: of the right form, and none that the frame of the page uses itself."""

import re
from collections.abc import Iterator

from macros.model.check_pages import ids_in, without_code
from macros.model.findings import Finding, Place, finding
from macros.model.page_html import PageHtml
from macros.model.project import Project
from macros.model.yaml_file import YamlFile
from macros.site.frame_ids import frame_ids

_WRITTEN = re.compile(r"#([^\s{}]+)")
_CALL = re.compile(r"\{\{[^{}]*\}\}")
_FORM = re.compile(r"[a-z][a-z0-9-]*")


def check_ids(project: Project) -> Iterator[Finding]:
    """Ids on all pages, and those in data, which become ids of rows, groups, changes and consultations."""
    taken = frame_ids(project.root)
    for source in project.pages.values():
        yield from _check_page_ids(source, taken)
    for loaded in project.data.loaded():
        yield from _check_data_ids(loaded.source, taken)


def _check_page_ids(source: PageHtml, taken: re.Pattern[str]) -> Iterator[Finding]:
    page = source.page
    is_text = bool(page.head.revision and page.head.text)
    written = set()
    for number, line in enumerate(without_code(page).split("\n"), start=page.first_line):
        for name, column in _written(line):
            written.add(name)
            if taken.fullmatch(name):
                yield finding("T015", Place(page.file, number, column), id=name)
            elif not _FORM.fullmatch(name) and not (is_text and line.startswith("#")):  # told by `read_revision`
                yield finding("T003", Place(page.file, number, column), id=name)
    for name in sorted(ids_in(source.html) - written):
        if taken.fullmatch(name):  # made by the converter, from the words of a heading
            yield finding("T015", Place(page.file), id=name)


def _written(line: str) -> Iterator[tuple[str, int]]:
    """Ids between the first and the last brace of a line, with their columns; macro calls are no attributes."""
    line = _CALL.sub(lambda call: " " * len(call[0]), line)
    start, end = line.find("{"), line.rfind("}")
    if 0 <= start < end:
        for match in _WRITTEN.finditer(line, start, end):
            yield match[1], match.start() + 1


def _check_data_ids(source: YamlFile, taken: re.Pattern[str]) -> Iterator[Finding]:
    """Values named `id`, and keys, which are the names of groups and of what is chosen from."""
    for path, place in source.places.items():
        name = path[-2] if path[-1:] == ("#key",) else source.value_at(path) if path[-1:] == ("id",) else None
        if isinstance(name, str) and taken.fullmatch(name):
            yield finding("T015", place, id=name)
