"""Titles that the theme prints as they are: at the head of a page and in the navigation.

Both are code to others: mkdocs-macros renders the titles of pages, and the theme does not escape them.
"""

import re
from collections.abc import Iterator

from macros.model.findings import Finding, finding
from macros.model.yaml_file import YamlFile

TAG = re.compile(r"<[/?!]?[A-Za-z!?][^>\n]*>?|[<>\"]")
_MACRO = re.compile(r"\{[{%#]")


def check_titles(source: YamlFile) -> Iterator[Finding]:
    """HTML and macro signs in any key or value of a head or of the navigation."""
    for path in source.places:
        if path and path[-1] == "#key":
            yield from _check(source, str(path[-2]), key=True, path=path[:-1])
        else:
            yield from _check(source, source.value_at(path), key=False, path=path)


def _check(source: YamlFile, text: object, *, key: bool, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if not isinstance(text, str):
        return
    place = source.key_place(*path) if key else source.place(*path)
    if match := TAG.search(text):
        yield finding("Y007", place, tag=match[0][:30])
    if match := _MACRO.search(text):
        fix = "題名や説明には、差し込みを使えません。文字だけにしてください。"
        yield finding("M002", place, given=text[match.start() :][:60], fix=fix)
