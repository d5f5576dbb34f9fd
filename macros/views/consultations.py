"""The pages of consultations: what is asked, how to answer, what became of it; one address for life."""

from dataclasses import dataclass
from datetime import date

from macros.model.consultations import Consultation
from macros.model.project import Project
from macros.views.comparison_words import names_of
from macros.views.consultation_changes import Consulted, adopted_link, consulted, named
from macros.views.consultation_changes import Link as Named
from macros.views.consultation_marks import absolute, sheet_address
from macros.views.consultation_time import (
    ORDER,
    STATE_WORDS,
    Clock,
    address_of,
    clock_of,
    consultations,
    find,
    pending,
    print_period,
)
from macros.views.consultation_ways import UNCHANGED, WAY_NAMES, WHOLE, Link, Topic, links, ordered, shown_address
from macros.views.frame import PageView, render
from macros.views.revisions import cited
from macros.views.section_facts import has_comparison

UNKNOWN = "資料では確認できていません。"

ACTIONS = {
    "adopted": "意見を反映しました",
    "included": "既に案に含まれています",
    "reference": "今後の参考にします",
    "not-adopted": "反映しませんでした",
    "other": "そのほか",
}
"""What the city did with an opinion."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A consultation in a list."""

    one: Consultation
    """The record."""
    time: Clock
    """Its state."""
    period: str
    """Its days in words."""
    address: str
    """Its page from the top of the site; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A comparison that belongs to a consultation."""

    id: str
    """`h25-r5`."""
    name: str
    """Both revisions."""
    ready: bool
    """Whether both texts are at hand."""
    adjacent: bool
    """Whether one follows the other."""


def entries(project: Project, today: date) -> list[Entry]:
    """All consultations: open ones, those to come, those that are over, the latest first."""
    found = [
        Entry(one, clock_of(one, today), print_period(one.period), address_of(project, one))
        for one in consultations(project)
    ]
    return sorted(found, key=lambda entry: ORDER[entry.time.state])


def consultation_list(project: Project, page: PageView, *, today: date) -> str:
    """The consultations with their states."""
    return render("consultation_list.html", entries=entries(project, today), words=STATE_WORDS, base=page.base)


def banners(project: Project, today: date) -> list[dict[str, str]]:
    """What every page says while a consultation is open, and has ready before."""
    return [
        {
            "title": one.title + ("（見本）" if one.example else ""),
            "address": address_of(project, one),
            "start": clock.start,
            "end": clock.end,
            "state": clock.state,
            "period": print_period(one.period),
        }
        for one in pending(project, today)
        for clock in [clock_of(one, today)]
    ]


def consultation(project: Project, page: PageView, name: str, *, today: date) -> str:
    """The page of a consultation.

    Raises:
        KeyError: where there is none of this name.
    """
    one = find(project, name)
    time = clock_of(one, today)
    shown = consulted(project, one)
    adopted = one.result.adopted_revision
    return render(
        "consultation.html",
        one=one,
        time=time,
        words=STATE_WORDS,
        period=print_period(one.period),
        proposed=project.revision(one.proposed.revision),
        pairs=_pairs(project, one),
        consulted=shown,
        told=shown.later if shown and (adopted or not shown.is_same_text) else "",
        counter=address_of(project, one, "counter"),
        sheet=address_of(project, one, "sheet"),
        home=address_of(project, one),
        topics=_topics(project, page, one) if time.state != "closed" else [],
        responses=ordered(one.responses),
        way_names=WAY_NAMES,
        shown_address=shown_address,
        actions=ACTIONS,
        answer_links={answer.no: [named(project, one, i) for i in answer.changes] for answer in one.result.answers},
        section_links={answer.no: _sections(project, one, shown, answer.sections) for answer in one.result.answers},
        adopted_links={
            answer.no: [adopted_link(project, one, i) for i in answer.adopted] for answer in one.result.answers
        },
        own_links=[(adopted_link(project, one, own.change), own.note) for own in one.result.own_changes],
        adopted=project.revision(adopted) if adopted else None,
        with_urls=any(material.url for material in one.materials),
        sources=cited(project, one.sources),
        unknown=UNKNOWN,
        base=page.base,
    )


def _sections(project: Project, one: Consultation, shown: Consulted | None, ids: tuple[str, ...]) -> list[Named]:
    """Sections that an opinion names: in the proposed text, else in the texts as they were put up for comment."""
    present = project.texts.get(one.proposed.revision)
    frozen = (shown.frozen.script.new, shown.frozen.script.old) if shown else ()
    found = []
    for name in ids:
        if present and (section := present.section(name)):
            found.append(Named(f"節「{section.title}」", section.address))
        elif lost := next((lost for text in frozen if (lost := text.section(name))), None):
            found.append(Named(f"節「{lost.title}」（今の案には、ありません）", ""))
    return found


def _pairs(project: Project, one: Consultation) -> list[Pair]:
    """The comparisons of the proposed text with the texts before: the one that was asked about, and those at hand."""
    new, asked = one.proposed.revision, one.proposed.compared_with
    ids = [revision.id for revision in project.data.revisions.record.revisions]
    found = []
    for old in reversed(ids[: ids.index(new)]):
        names, ready = names_of(project, old, new), {old, new} <= set(project.texts)
        wanted = old == asked if asked else names.adjacent or ready
        if wanted and has_comparison(project, old, new):
            found.append(Pair(f"{old}-{new}", f"{names.old}と{names.new}", ready, names.adjacent))
    return found


def _topics(project: Project, page: PageView, one: Consultation) -> list[tuple[str, str, list[Link]]]:
    """Ways to write about the whole, and about what did not change."""
    there, sheet = absolute(page, address_of(project, one)), sheet_address(project, one)
    return [
        ("指針全体への意見", "", links(one, Topic(WHOLE, "", there), sheet)),
        ("変わっていない部分への意見", "", links(one, Topic(UNCHANGED, "", there), sheet)),
    ]


def opened(project: Project, name: str) -> tuple[Consultation, Consulted]:
    """A consultation with its frozen set.

    Raises:
        KeyError: where there is none of this name, or it was not opened here.
    """
    one = find(project, name)
    shown = consulted(project, one)
    if shown is None:
        raise KeyError(f"{name}の番号の記録（data/frozen）")
    return one, shown
