"""Complete the built pages in easy Japanese: whose words they are, what each block rewrites, what changed since.

This is done after the build so that it enters neither the search index nor the page's table of contents.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from macros.model.easy import EasyPage
from macros.model.original import Original, parse_originals
from macros.model.project import Project
from macros.site.block_places import HEADINGS, OPENING, EasyPlaces, Edit, PlacedBlock, changed, find_places
from macros.site.easy_meanings import with_meanings
from macros.site.easy_popups import with_popups
from macros.site.rendered import render_pages
from macros.views.easy import all_notices, notice, originals_line, page_address, stale_notice, stale_ones
from macros.views.easy_words import PAGE
from macros.views.frame import PageView

_DONE = '<div data-easy="done">'
_NAMED = re.compile(r'\sdata-of="[^"]*"')


def add_easy(site: Path, project: Project) -> None:
    """Complete every page in easy Japanese below `site`; one that is complete already is left alone."""
    for easy in project.easy:
        path = site / page_address(easy.file) / "index.html"
        text = path.read_text(encoding="utf-8")
        fresh = complete(text, project, easy)
        if fresh != text:
            path.write_text(fresh, encoding="utf-8")


def completed(project: Project, easy: EasyPage, today: date) -> str:
    """An article as it will be, with all that it may say at some time, before the site is built."""
    box = f"{OPENING}{render_pages(project, today)[easy.file].html}</div>"
    return complete(f"<article>{box}{all_notices(project, PageView(easy.file), easy)}</article>", project, easy)


def complete(text: str, project: Project, easy: EasyPage) -> str:
    """The page with originals, notices, pop-ups and what is heard at 〈＝."""
    places = find_places(text)
    if places is None or OPENING not in text:
        return text
    view = PageView(easy.file)
    text = changed(text, _originals(text, places, project, easy, view)).replace(OPENING, _DONE, 1)
    listed = PAGE in project.pages
    return with_meanings(with_popups(text, project.data.easy_words.record, view, listed=listed))


@dataclass(frozen=True, slots=True)
class _Told:
    """A block and what it rewrites."""

    block: PlacedBlock
    of: tuple[Original, ...]
    stale: tuple[Original, ...]


def _originals(text: str, places: EasyPlaces, project: Project, easy: EasyPage, view: PageView) -> Iterator[Edit]:
    told = list(_told(places.blocks, project))
    number = 0
    before: tuple[Original, ...] = ()
    stale: list[Edit] = []
    for one in told:
        if one.stale and one.stale != before:
            number += 1
            at = _place_of_notice(one.block)
            stale.append((at, at, stale_notice(project, view, one.stale, number)))
        before = one.stale
    yield from _heads(told, project, easy, view, number)
    yield from stale
    yield from (_tag(text, one) for one in told if one.of or one.block.named is not None)
    yield from _inner_names(text, places)


def _told(blocks: Iterable[PlacedBlock], project: Project) -> Iterator[_Told]:
    inherited: tuple[Original, ...] = ()
    for block in blocks:
        own, _ = parse_originals(block.named or "")
        if block.tag in HEADINGS:
            inherited = own
        of = own or inherited
        yield _Told(block, of, stale_ones(project, of))


def _place_of_notice(block: PlacedBlock) -> int:
    """Before a paragraph, below a heading, before a list or inside the item."""
    if block.tag in HEADINGS:
        return block.end
    if block.tag == "li":
        return block.list_start if block.list_start >= 0 else block.opened
    return block.start


def _heads(told: list[_Told], project: Project, easy: EasyPage, view: PageView, stale: int) -> Iterator[Edit]:
    """Below each heading the line of its originals, below the first the notice of the page."""
    heads = [at for at, one in enumerate(told) if one.block.tag in HEADINGS]
    for at, following in zip(heads, [*heads[1:], len(told)], strict=True):
        end = told[at].block.end
        here = dict.fromkeys(original for one in told[at:following] for original in one.of)
        words = originals_line(project, view, here)
        yield (end, end, (notice(project, view, easy, stale) if at == heads[0] else "") + words)


def _tag(text: str, told: _Told) -> Edit:
    """The first tag of a block with its originals, without marks."""
    block = told.block
    tag = _NAMED.sub("", text[block.start : block.opened]).removesuffix(">")
    names = escape(" ".join(one.name for one in told.of))
    return (block.start, block.opened, f'{tag} data-of="{names}"{" data-stale" if told.stale else ""}>')


def _inner_names(text: str, places: EasyPlaces) -> Iterator[Edit]:
    """Paragraphs inside items: what they name stands on the item."""
    for match in re.finditer(r"<p(?=[ >])[^>]*?(?P<name>\sdata-of=\"[^\"]*\")", text[places.start : places.end]):
        start = places.start + match.start()
        if any(one.tag in ("li", "tr") and one.opened <= start < one.end for one in places.blocks):
            yield (places.start + match.start("name"), places.start + match.end("name"), "")
