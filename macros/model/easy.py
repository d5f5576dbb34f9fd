"""Pages in easy Japanese: their blocks, each with the place in its file and the originals that it rewrites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.findings import Place
from macros.model.html_blocks import BlockKind, HtmlBlock, read_blocks
from macros.model.original import Original, parse_originals
from macros.model.page import Page, Reader
from macros.model.page_html import PageHtml

FOLDER = "docs/easy/"
"""Where pages in easy Japanese stand."""

_ATTRIBUTES = re.compile(r"\{:[^}]*\}")
_SIGNS = re.compile(r"!?\[(?P<words>[^\]]*)\]\([^)]*\)|[\\*_`|\s]|\[\^[^\]]*\]")
_LIST = re.compile(r"^(?:[-+>#]+|[0-9]+\.)")
_START = 16
"""So many characters tell a block from the others of its page."""
_SENTENCE = 8
"""So many tell a sentence from the others of its block: signs of Markdown may stand behind them."""


@dataclass(frozen=True, slots=True)
class EasyBlock:
    """A heading, paragraph, list item or row of a page in easy Japanese."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its words, cells joined by TAB."""
    place: Place
    """Where it begins in the file."""
    last: int
    """Line of the file on which it ends at the latest."""
    id: str
    """Id of a heading."""
    heading: str
    """Id of the heading it stands under; of a heading its own."""
    of: tuple[Original, ...]
    """What it rewrites: what it names itself, else what its heading names."""
    own: bool
    """Whether it names its originals itself."""
    slips: tuple[str, ...]
    """Words where originals are named that name none, given on the block itself."""


@dataclass(frozen=True, slots=True)
class EasyPage:
    """A page in easy Japanese."""

    page: Page
    """Its source."""
    blocks: tuple[EasyBlock, ...]
    """In order."""

    @property
    def file(self) -> str:
        """Path from the root: `docs/easy/kyodo.md`."""
        return self.page.file

    @property
    def title(self) -> str:
        """Title of the page."""
        return self.page.head.title

    @property
    def checked_by(self) -> tuple[Reader, ...]:
        """Who checked it; empty while nobody did."""
        return self.page.head.checked_by

    @property
    def originals(self) -> tuple[Original, ...]:
        """All that it rewrites, each once, in order."""
        return tuple(dict.fromkeys(one for block in self.blocks for one in block.of))

    def place_of(self, block: EasyBlock, words: str, sentence: str = "") -> Place:
        """Where words of a block, of a sentence in it or of its attributes stand in the file; else where it begins."""
        first = self.page.first_line
        lines = self.page.body.split("\n")[block.place.line - first : block.last - first + 1]
        text = "\n".join(lines)
        start = max(text.find(sentence[:_SENTENCE]), 0)
        found = (text.find(given, since) for since in (start, 0) for given in (words, words.replace(" ", "\n")))
        at = next((one for one in found if one >= 0), 0)
        return Place(self.file, block.place.line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


def is_easy(page: Page) -> bool:
    """Whether the page is in easy Japanese: it says so and stands in the folder for it."""
    return page.head.easy and page.file.startswith(FOLDER)


def read_easy(source: PageHtml) -> EasyPage:
    """Blocks of a page in easy Japanese."""
    found = read_blocks(source.html)
    lines = _lines(source.page, found)
    ends = [*(line - 1 for line in lines[1:]), source.page.first_line + source.page.body.count("\n")]
    return EasyPage(source.page, tuple(_blocks(source.page.file, found, lines, ends)))


def _blocks(file: str, found: list[HtmlBlock], lines: list[int], ends: list[int]) -> Iterator[EasyBlock]:
    heading, inherited = "", tuple[Original, ...]()
    for block, line, end in zip(found, lines, ends, strict=True):
        of, slips = parse_originals(block.of)
        if block.kind == "heading":
            heading, inherited = block.id, of
        yield EasyBlock(
            kind=block.kind,
            text=block.text,
            place=Place(file, line),
            last=max(line, end),
            id=block.id,
            heading=heading,
            of=of or inherited,
            own=bool(block.of),
            slips=slips,
        )


def _lines(page: Page, blocks: list[HtmlBlock]) -> list[int]:
    """Line of the file on which each block begins; each begins after the one before it."""
    written = [_bare(line) for line in page.body.split("\n")]
    at = 0
    found = []
    for block in blocks:
        start = _bare(block.text.split("\n")[0].split("\t")[0])[:_START]
        at = next((number for number in range(at, len(written)) if _begins(start, written[number])), at)
        found.append(page.first_line + at)
        at += 1
    return found


def _begins(start: str, line: str) -> bool:
    """Whether a block that starts so begins on this line; the line may be shorter than the start."""
    words = _LIST.sub("", line)
    return bool(start and words) and (start in line or start.startswith(words))


def _bare(line: str) -> str:
    return _SIGNS.sub(lambda match: match["words"] or "", _ATTRIBUTES.sub("", line))
