"""A page of `docs/`: its head of settings and its Markdown."""

from dataclasses import dataclass
from typing import Literal

from macros.model.findings import Finding, Place, finding
from macros.model.load import fill
from macros.model.record import record
from macros.model.scalars import Day, Flag, RevisionId, Text
from macros.model.text_file import read_text
from macros.model.titles import check_titles
from macros.model.tree import Tree
from macros.model.yaml_file import YamlFile, parse_yaml


@record
class Reader:
    """A person who checked a page in easy Japanese."""

    name: Text
    """Who: as the person wants to be named."""
    date: Day
    """The day on which the page was checked."""


@record
class Head:
    """Settings at the head of a page, between two lines `---`."""

    title: Text
    """Title of the page, without a printed number."""
    description: Text | None = None
    """A sentence for search engines and cards."""
    revision: RevisionId | None = None
    """The revision that the page belongs to."""
    text: Flag = True
    """False on a page of a revision whose text is not at hand."""
    render_macros: Flag = False
    """True on pages that insert tables or notes."""
    hide: tuple[Literal["navigation", "toc"], ...] = ()
    """Parts of the frame that the page does without."""
    easy: Flag = False
    """True on pages in easy Japanese."""
    checked_by: tuple[Reader, ...] = ()
    """Who checked a page in easy Japanese; empty while nobody did."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that could be read."""

    file: str
    """Path from the root: `docs/guideline/r5/shushi.md`."""
    head: Head
    """Its settings."""
    body: str
    """Markdown below the head."""
    first_line: int
    """Line of the file on which `body` begins, from 1."""
    head_source: YamlFile
    """The head as it was read, which knows the place of every setting."""

    def place(self, offset: int) -> Place:
        """Place of the character at `offset` of the body."""
        before = self.body[:offset]
        return Place(self.file, self.first_line + before.count("\n"), offset - before.rfind("\n"))


def read_page(tree: Tree, file: str) -> tuple[Page | None, tuple[Finding, ...]]:
    """Read the page `file` (path from the root); the page is none where its head cannot be read."""
    source = read_text(tree, file)
    if source.text is None:
        return None, source.findings
    lines = source.text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        return None, (
            finding(
                "T008",
                Place(file),
                problem="ページの先頭に、「---」で囲んだ設定がありません。",
                fix="先頭に「---」、「title: 題名」、「---」の3行を書いてください。",
            ),
        )
    end = lines.index("---", 1)
    head = fill(parse_yaml(file, "\n".join(lines[1:end]) or "{}", first_line=2), Head)
    if head.value is None:
        return None, head.findings
    if refused := tuple(check_titles(head.source)):
        return None, refused
    return Page(file, head.value, "\n".join(lines[end + 1 :]), end + 2, head.source), ()
