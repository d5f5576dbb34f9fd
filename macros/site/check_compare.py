"""What a comparison's page shows, read back: both texts letter for letter (I1), and every change once (I9)."""

from collections.abc import Iterator, Sequence

from macros.comparison.pairs import comparable_pairs, edit_script
from macros.comparison.script import EditScript
from macros.model.findings import Finding, Place, finding
from macros.model.project import Project
from macros.model.text import RevisionText
from macros.site.built_pages import BuiltPage
from macros.site.read_comparison import Side, read_side

_CHANGES = "//tr[contains(concat(' ', @class, ' '), ' change ')]/@id"
"""Ids of the rows that show a change."""


def check_compare_pages(pages: Sequence[BuiltPage], project: Project) -> Iterator[Finding]:
    """Findings on the built pages of all pairs whose texts are at hand; a pair without a page is passed over."""
    by_path = {page.path: page for page in pages}
    for old, new in comparable_pairs(project):
        if page := by_path.get(f"compare/{old}-{new}/index.html"):
            yield from check_compare_page(page, edit_script(project, old, new))


def check_compare_page(page: BuiltPage, script: EditScript) -> Iterator[Finding]:
    """Findings on one page: where a text read back differs, and where changes are missing or told twice."""
    sides: tuple[tuple[Side, RevisionText], ...] = (("old", script.old), ("new", script.new))
    for side, text in sides:
        wanted = [(block.at, block.number, block.text) for block in text.blocks]
        shown = read_side(page.tree, side)
        if shown != wanted:
            odd = next((one for one, other in zip(wanted, shown, strict=False) if one != other), wanted[-1])
            problem = f"{text.revision}の文「{odd[2][:30]}」が、ページでは違っています。"
            yield finding("B007", Place(page.path), problem=problem)
    rows = [str(one) for one in page.tree.xpath(_CHANGES)]
    if sorted(rows) != sorted(change.id for change in script.changes()):
        yield finding("B007", Place(page.path), problem="変更の数が、比較の数と合いません。")
