"""A new revision as a copy of an older one: which files it has and what is added to the lists.

Nothing is written here; the result is text, so that undoing can compare it with what is there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.japanese.era import ERAS, era_of
from macros.model.copy_comparisons import comparison_nav, comparison_stubs, quoted
from macros.model.revisions import Revision
from macros.model.tree import Tree
from macros.model.yaml_file import YamlFile

_REVISION = re.compile(r"^revision:.*$", re.MULTILINE)
_TEXTS = (".md", ".yml")
_LETTERS = {"r": "令和", "h": "平成", "s": "昭和"}
_NAME = re.compile(r"(?P<letter>[a-z])(?P<year>[0-9]{1,2})")
_NOTE = re.compile(r"\n\{\{\s*(?:erratum|missing_figure)\(.*?\)\s*\}\}[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Copy:
    """All that a new revision consists of."""

    files: dict[str, str]
    """New pages and tables by path from the root."""
    pictures: dict[str, bytes]
    """Other new files, pictures above all, by path from the root."""
    entry: str
    """Text added to `data/revisions.yml`, behind the last entry of its list."""
    entry_offset: int
    """Where it is added, in characters; the file as it is when the copy is made."""
    nav: str
    """Lines of the text's pages added to `data/nav.yml`."""
    nav_line: int
    """Line of `data/nav.yml` before which they are added, from 1."""
    compare_nav: str
    """Lines of the comparisons' pages added to `data/nav.yml`; empty where the tree has none."""
    compare_line: int
    """Line of `data/nav.yml` before which they are added, from 1; after the text's pages."""


def era_year(revision_id: str) -> tuple[str, int] | None:
    """`r8` → `令和8年`, 2026; none where the id is not made of the letter and a year that the era had."""
    match = _NAME.fullmatch(revision_id)
    if match is None or match["letter"] not in _LETTERS or int(match["year"]) == 0:
        return None
    era = _LETTERS[match["letter"]]
    number = int(match["year"])
    year = dict(ERAS)[era].year + number - 1
    if era not in (era_of(date(year, 1, 1))[0], era_of(date(year, 12, 31))[0]):
        return None
    return f"{era}{'元' if number == 1 else number}年", year


def copy_revision(
    tree: Tree, nav: YamlFile, revisions: YamlFile, source: Revision, new: str, *, olds: Sequence[Revision] = ()
) -> Copy:
    """What the revision `new` consists of when it is copied from `source`.

    Notes on the transcription of the older text stay behind: they speak of that text's source.

    Args:
        tree: the files.
        nav: `data/nav.yml`.
        revisions: `data/revisions.yml`.
        source: the older revision.
        new: id of the new one.
        olds: all older revisions, with which the new one will be compared.

    Raises:
        LookupError: where the navigation does not hold the older revision.
        ValueError: where `new` is not made of the letter and a year of an era.
    """
    named = era_year(new)
    if named is None:
        raise ValueError(new)
    words, year = named
    name = f"{words}（{year}年）の案"
    nav_line, nav_lines = _nav_block(tree, nav, source.id, new, name)
    texts, pictures = _files(tree, new, source.id)
    texts |= comparison_stubs(tree, olds, new, name)
    compare_line, compare_lines = comparison_nav(tree, nav, olds, new, name)
    indent, offset = _end_of_list(tree, revisions)
    entry = "\n\n" + "\n".join(indent + line for line in _entry(source, new, name, words, year))
    return Copy(texts, pictures, entry, offset, nav_lines, nav_line, compare_lines, compare_line)


def _end_of_list(tree: Tree, revisions: YamlFile) -> tuple[str, int]:
    """Indentation of the list of revisions, and the offset at which its last entry ends."""
    last = revisions.place("revisions", len(revisions.value["revisions"]) - 1)
    lines = tree.files[revisions.file].decode("utf-8").split("\n")
    dash = _indent(lines[last.line - 1])
    end = last.line
    for number in range(last.line, len(lines)):
        if lines[number].strip() and _indent(lines[number]) <= dash:
            break
        if lines[number].strip():
            end = number + 1
    return " " * dash, len("\n".join(lines[:end]))


def _files(tree: Tree, new: str, old: str) -> tuple[dict[str, str], dict[str, bytes]]:
    """Pages and tables as texts, everything else in their folders as it is."""
    texts: dict[str, str] = {}
    others: dict[str, bytes] = {}
    for source, data in tree.files.items():
        if source.startswith((f"docs/guideline/{old}/", f"data/tables/{old}/")):
            file = source.replace(f"/{old}/", f"/{new}/", 1)
            if source.endswith(_TEXTS):
                text = _NOTE.sub("", data.decode("utf-8"))
                texts[file] = _REVISION.sub(f"revision: {new}", text, count=1)
            else:
                others[file] = data
    return texts, others


def _entry(source: Revision, new: str, name: str, words: str, year: int) -> list[str]:
    sentence = f"{source.name}の本文を写して作った、新しい案です。"
    return [
        f"- id: {new}",
        f"  name: {name}",
        "  kind: 改定",
        f'  date: {{as_written: {words}, iso: "{year}", precision: year}}',
        "  text: draft",
        "  summary:",
        f"    - {quoted(sentence)}",
        "  sources: []",
        f"  copied_from: {source.id}",
        f"  chapters: [{', '.join(source.chapters)}]",
        *(["  short_titles:"] if source.short_titles else []),
        *(f"    {chapter}: {quoted(title)}" for chapter, title in source.short_titles.items()),
    ]


def _nav_block(tree: Tree, nav: YamlFile, old: str, new: str, name: str) -> tuple[int, str]:
    """The lines of the older revision's part of the navigation, rewritten, and where they begin."""
    lines = tree.files[nav.file].decode("utf-8").split("\n")
    own = f"guideline/{old}/"
    page = next((at for at, line in enumerate(lines) if own + "index.md" in line), None)
    if page is None:
        raise LookupError(old)
    start = end = page
    while start and _indent(lines[start]) >= _indent(lines[page]):
        start -= 1
    while end < len(lines) and _indent(lines[end]) > _indent(lines[start]):
        end += 1
    block = lines[start + 1 : end]
    if all(own in line for line in block):
        head = [" " * _indent(lines[start]) + f"- {name}:"]
    else:  # a flat navigation: the revision's pages stand among others
        head, block, start = [], [line for line in block if own in line], page
    return start + 1, "\n".join([*head, *(line.replace(own, f"guideline/{new}/") for line in block)]) + "\n"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else -1
