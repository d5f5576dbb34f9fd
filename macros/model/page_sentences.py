"""Sentences of pages and of the data in tables, by file: what readings are proposed for."""

from collections.abc import Iterator

from macros.model.approved import sentences
from macros.model.check_words import texts_of
from macros.model.html_blocks import read_blocks
from macros.model.project import Project

_KEYS = {"id", "key", "url", "file", "source", "sources", "scope", "kind", "checked"}
"""Keys of a table's data that no reader sees."""


def page_sentences(project: Project) -> dict[str, list[str]]:
    """Sentences with kanji, in order, by page (`docs/….md`) or file of a table (`data/tables/…yml`)."""
    found = {file: list(_of_page(source.html)) for file, source in project.pages.items()}
    for tables in project.data.tables.values():
        loaded = [*tables.plain.values(), *(one for one in (tables.domains, tables.contents) if one)]
        for table in loaded:
            file = table.source.file
            texts = [text for path, text in texts_of(table.source.value) if path[-1] not in _KEYS]
            found[file] = [sentence for text in texts for sentence in sentences(text)]
    return {file: list(dict.fromkeys(listed)) for file, listed in found.items() if listed}


def _of_page(html: str) -> Iterator[str]:
    for block in read_blocks(html):
        yield from sentences(block.text)
