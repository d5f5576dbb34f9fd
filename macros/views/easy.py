"""Pages in easy Japanese and the guideline: what stands on each about the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from macros.model.easy import EasyPage
from macros.model.easy_marks import State, in_newest, own_blocks, state_of
from macros.model.original import Original
from macros.model.page import Head, Reader
from macros.model.project import Project
from macros.views.consultation_time import address_of
from macros.views.frame import PageView, render


@dataclass(frozen=True, slots=True)
class OriginalLink:
    """An original as readers see it."""

    address: str
    """Address from the top of the site."""
    group: str
    """Name of the revision; empty for others."""
    words: str
    """What the link says: a printed title, a source's title."""


@dataclass(frozen=True, slots=True)
class EasyLink:
    """The way from a section of the guideline to its easy page."""

    address: str
    """Address from the top of the site, with the heading."""
    title: str
    """Title of the page, told where a section has several."""


def page_address(file: str) -> str:
    """Address of a page of `docs`: `docs/easy/index.md` → `easy/`."""
    place = file.removeprefix("docs/").removesuffix(".md")
    return place.removesuffix("index") if place.endswith("/index") else place + "/"


def original_links(project: Project, originals: Iterable[Original]) -> list[OriginalLink]:
    """Links to originals, each place once; what does not exist and what is the site's own has none."""
    found = (_link(project, one) for one in originals)
    return list(dict.fromkeys(one for one in found if one))


def _link(project: Project, original: Original) -> OriginalLink | None:
    match original.kind:
        case "source":
            sources = project.data.sources.record.sources
            title = next((one.title for one in sources if one.id == original.id), None)
            return OriginalLink(f"about/sources/#{original.id}", "", title) if title else None
        case "consultation":
            one = next((one.record for one in project.data.consultations if one.record.id == original.id), None)
            address = address_of(project, one) if one else ""
            return OriginalLink(address, "", one.title) if one and address else None
        case "section" | "row":
            return _text_link(project, original)
    return None


def _text_link(project: Project, original: Original) -> OriginalLink | None:
    text = project.texts.get(original.revision)
    section = text.section(original.id) if text else None
    if text is None or section is None:
        return None
    words = f"{section.number} {section.title}".strip()
    if original.kind == "row":
        rows = own_blocks(text, original)
        words = rows[0].first_cell if rows else words
    return OriginalLink(section.address, project.revision(original.revision).name, words)


def originals_line(project: Project, page: PageView, originals: Iterable[Original]) -> str:
    """The quiet line below a heading: 「もとの文：…」; empty where it rewrites nothing."""
    links = original_links(project, originals)
    return render("easy_originals.html", groups=_grouped(links), base=page.base) if links else ""


def _grouped(links: Iterable[OriginalLink]) -> list[tuple[str, list[OriginalLink]]]:
    """Links by revision, each in its order of appearance."""
    groups: dict[str, list[OriginalLink]] = {}
    for link in links:
        groups.setdefault(link.group, []).append(link)
    return list(groups.items())


def notice(project: Project, page: PageView, easy: EasyPage, stale: int) -> str:
    """What stands at the head of each page: whose words these are, who checked them, how many places are stale."""
    links = [one for one in original_links(project, (o for o in easy.originals if o.of_text)) if one.group]
    return render(
        "easy_notice.html", readers=easy.checked_by, stale=stale, original=links[0] if links else None, base=page.base
    )


def stale_notice(project: Project, page: PageView, originals: Iterable[Original], number: int) -> str:
    """What stands before blocks whose original has another text by now, with the way to that text."""
    newer = (found for one in originals for found in in_newest(project, one, last=True))
    groups = _grouped(original_links(project, newer))
    return render("easy_stale.html", groups=groups, number=number, base=page.base)


def all_notices(project: Project, page: PageView, easy: EasyPage) -> str:
    """The notices of every state of a page: their readings are approved before they are shown."""
    reader = Reader(name="", date=date(2026, 1, 1))
    states = (replace(easy, page=replace(easy.page, head=_read_by(easy, readers))) for readers in ((), (reader,)))
    return "".join(notice(project, page, one, 1) for one in states) + stale_notice(project, page, easy.originals, 1)


def _read_by(easy: EasyPage, readers: tuple[Reader, ...]) -> Head:
    return replace(easy.page.head, checked_by=readers)


def stale_ones(project: Project, originals: Iterable[Original]) -> tuple[Original, ...]:
    """Those whose text is another one since a person compared it."""
    listed = tuple(originals)
    state: dict[Original, State] = {one: state_of(project, one, listed) for one in listed}
    return tuple(one for one in listed if state[one] == "stale")


def easy_links(project: Project) -> dict[tuple[str, str], tuple[EasyLink, ...]]:
    """Revision and id of each section that easy pages rewrite → the places where they do, in the order of the menu.

    Where a section is rewritten, places that tell only how it differs from another revision's are left out.
    """
    rewritten: dict[tuple[str, str], dict[str, EasyLink]] = {}
    compared: dict[tuple[str, str], dict[str, EasyLink]] = {}
    order = str(project.data.nav.value)  # the pages of the chapters stand before those about single matters
    for easy in sorted(project.easy, key=lambda one: order.find(one.file.removeprefix("docs/"))):
        address = page_address(easy.file)
        for block in easy.blocks:
            found = compared if len({one.revision for one in block.of if one.of_text}) > 1 else rewritten
            for one in block.of:
                if one.of_text and block.heading:
                    here = found.setdefault((one.revision, one.id), {})
                    here.setdefault(easy.file, EasyLink(f"{address}#{block.heading}", easy.title))
    return {section: tuple(pages.values()) for section, pages in {**compared, **rewritten}.items()}
