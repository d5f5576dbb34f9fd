"""Where a sentence stands in Markdown or in a data file: signs that only the page's source has are passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.approved import sentences
from macros.model.check_words import texts_of
from macros.model.findings import Place
from macros.model.page import Page
from macros.model.text_file import read_text
from macros.model.tree import Tree, list_files
from macros.model.yaml_file import read_yaml

_PASSED_OVER = re.compile(
    r"""(?P<code>`[^`\n]*`)|\[\^[^\]\n]*\]:?|\]\([^)\n]*\)|\]\[[^\]\n]*\]|\{:[^}\n]*\}|^[ \t]*(?:[-+>*#]+|[0-9]+\.)[ \t]
    |\{\{\s*(?:furigana\()?\s*["']|["']\s*(?:\)|\|\s*furigana)\s*\}\}|《[ぁ-ゖー]+》|[\\*_`|｜\s\[\]⁰¹²³⁴⁵⁶⁷⁸⁹]""",
    re.MULTILINE | re.VERBOSE,
)
_LONGEST = 60
"""Lines of a value in a data file that are looked at."""

_BEGINNINGS = (1000, 24, 12, 6)
"""How many signs of a sentence are looked for, one after the other: its end may be written in another way."""


@dataclass(frozen=True, slots=True)
class _Plain:
    text: str
    """The words alone."""
    offsets: tuple[int, ...]
    """Where each of their signs stands."""
    source: str
    """What they stand in."""

    def is_start(self, at: int) -> bool:
        """Whether a line, cell or sentence begins at a sign."""
        between = self.source[self.offsets[at - 1] + 1 : self.offsets[at]] if at else "\n"
        return at == 0 or "\n" in between or "|" in between or self.text[at - 1] == "。"


def _plain(source: str) -> _Plain:
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _PASSED_OVER.finditer(source):
        text += source[at : match.start()]
        offsets += range(at, match.start())
        if match["code"]:
            text.append("…")
            offsets.append(match.start())
        at = match.end()
    return _Plain("".join((*text, source[at:])), (*offsets, *range(at, len(source))), source)


def _find(source: _Plain, words: str) -> int | None:
    """Offset of the words in the source; none where they do not stand there."""
    sought = _plain(words).text
    for length in _BEGINNINGS:
        found = [match.start() for match in re.finditer(re.escape(sought[:length]), source.text)] if sought else []
        if found:
            return source.offsets[next((at for at in found if source.is_start(at)), found[0])]
    return None


class PagePlaces:
    """Finds sentences in the source of a page."""

    def __init__(self, page: Page) -> None:
        """Read the page's words once."""
        self._page = page
        self._source = _plain(page.body)

    def of(self, sentence: str) -> Place:
        """Place of a sentence; of the page's first line where it cannot be found."""
        found = _find(self._source, sentence)
        return Place(self._page.file, self._page.first_line) if found is None else self._page.place(found)


def places_in_data(tree: Tree) -> Mapping[str, Place]:
    """Where each sentence of the data stands, by sentence: at its first place in the order of the files."""
    found: dict[str, Place] = {}
    for file in list_files(tree, "data", "yml"):
        source = read_yaml(tree, file)
        lines = (read_text(tree, file).text or "").split("\n")
        for path, text in texts_of(source.value):
            for sentence in sentences(text):
                found.setdefault(sentence, _of_line(lines, source.place(*path), sentence))
    return found


def _of_line(lines: list[str], start: Place, sentence: str) -> Place:
    """The line on which the sentence of a value begins: a long value has several."""
    for number in range(start.line, min(start.line + _LONGEST, len(lines)) + 1):
        column = lines[number - 1].find(sentence[:8])
        if column >= 0:
            return Place(start.file, number, column + 1)
    return start
