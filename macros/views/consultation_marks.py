"""What stands beside a change or section: while opinions are taken the way to write one, afterwards the answers."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from macros.comparison.script import BlockChange, EditScript
from macros.model.consultations import Answer, Consultation
from macros.model.project import Project
from macros.model.text import Section
from macros.views.comparison_words import cite
from macros.views.consultation_changes import Consulted, Numbered, consulted
from macros.views.consultation_time import Clock, address_of, clock_of, consultations, print_period
from macros.views.consultation_ways import Link, Topic, links
from macros.views.frame import PageView

NOT_ASKED = "意見を募った案には、なかった変更です"
"""Said of a change that came later."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a consultation says of a change on a page of today."""

    clock: Clock
    """When opinions are taken."""
    page: str
    """Address of the consultation from the top of the site."""
    number: int = 0
    """The number by which opinions name it; 0 where nobody was asked about it."""
    other_number: bool = False
    """Whether that number is not the one printed here."""
    address: str = ""
    """Where the change stands as people commented on it."""
    fate: str = ""
    """What became of it since, where it did not stay."""
    links: tuple[Link, ...] = ()
    """For writing an opinion."""
    answers: tuple[Answer, ...] = ()
    """Opinions that speak of it."""
    is_answered: bool = False
    """Whether the result is published."""
    own: str = ""
    """Why the city changed this without an opinion."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page of a comparison says of a consultation about it."""

    one: Consultation
    """The consultation."""
    clock: Clock
    """When opinions are taken."""
    page: str
    """Its address from the top of the site."""
    period: str
    """Its days in words."""
    is_same_text: bool
    """Whether the draft still reads as it did when opinions were asked for."""


def sheet_address(project: Project, one: Consultation) -> str:
    """Where a way without mail and form leads: the 意見書, or the page of the consultation."""
    return address_of(project, one, "sheet") or f"{address_of(project, one)}#about"


def absolute(page: PageView, address: str) -> str:
    """An address of this site for paper and mail; empty where the site's own is not known."""
    return page.site_url + address if page.site_url and address else ""


def change_links(project: Project, page: PageView, one: Consultation, change: Numbered) -> tuple[Link, ...]:
    """Ways to write about a change."""
    topic = Topic(f"変更{change.number}", change.quotation, absolute(page, change.address))
    return tuple(links(one, topic, sheet_address(project, one)))


def _about(project: Project, old: str, new: str) -> list[tuple[Consultation, Consulted]]:
    """The consultations whose frozen set is about a pair, or about the text adopted after it."""
    found = []
    for one in consultations(project):
        shown = consulted(project, one)
        if shown and one.proposed.compared_with == old and new in (one.proposed.revision, one.result.adopted_revision):
            found.append((one, shown))
    return found


def notices(project: Project, old: str, new: str, today: date) -> list[Notice]:
    """The consultations about a pair of revisions."""
    return [
        Notice(one, clock_of(one, today), address_of(project, one), print_period(one.period), shown.is_same_text)
        for one, shown in _about(project, old, new)
    ]


def marks(project: Project, page: PageView, script: EditScript, today: date) -> dict[str, list[Mark]]:
    """Id of each change of a comparison → what consultations say of it."""
    old, new = script.old.revision, script.new.revision
    found: dict[str, list[Mark]] = defaultdict(list)
    for one, shown in _about(project, old, new):
        by_now = {change.now.id: change for change in shown.changes if change.now}
        for change in script.changes():
            asked = by_now.get(change.id)
            empty = Mark(clock_of(one, today), address_of(project, one), fate=NOT_ASKED)
            mark = _mark(asked, empty, change, is_published=one.result.status != "unknown") if asked else empty
            if asked and mark.clock.state != "closed":
                mark = replace(mark, links=change_links(project, page, one, asked))
            found[change.id].append(mark)
    for one in consultations(project):
        if one.result.adopted_revision == new and one.proposed.revision == old:
            for change in script.changes():
                if mark_of_adopted := _adopted(project, one, change, today):
                    found[change.id].append(mark_of_adopted)
    return found


def _mark(asked: Numbered, empty: Mark, now: BlockChange, *, is_published: bool) -> Mark:
    return replace(
        empty,
        number=asked.number,
        other_number=asked.number != now.number,
        address=asked.address,
        fate=asked.fate_words if asked.fate != "kept" else "",
        answers=asked.answers,
        is_answered=is_published and empty.clock.state == "closed",
    )


def _adopted(project: Project, one: Consultation, change: BlockChange, today: date) -> Mark | None:
    """Why the adopted text says something else than the draft: opinions, or the city by itself."""
    answers = tuple(answer for answer in one.result.answers if change.id in answer.adopted)
    own = next((own.note for own in one.result.own_changes if own.change == change.id), "")
    if not answers and not own:
        return None
    return Mark(clock_of(one, today), address_of(project, one), answers=answers, is_answered=bool(answers), own=own)


def section_links(
    project: Project, page: PageView, section: Section, today: date
) -> list[tuple[Clock, str, tuple[Link, ...]]]:
    """Ways to write about a section of a proposed text: clock, what it is called, links."""
    found = []
    text = project.texts[page.asked_revision()]
    for one in consultations(project):
        clock = clock_of(one, today)
        if one.proposed.revision == text.revision and clock.state != "closed":
            name = cite(text, section)
            topic = Topic(f"節 {name}", "", absolute(page, section.address))
            found.append((clock, name, tuple(links(one, topic, sheet_address(project, one)))))
    return found
