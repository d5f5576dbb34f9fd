"""When opinions are taken: the state of a consultation on a day, and its dates in words.

A page is built on one day and read on another. What depends on the day stands in elements with `data-when` inside one
with `data-consult`; `consult.js` shows the right ones, never an earlier state than the one that was built.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.japanese.era import print_day
from macros.model.consultations import Consultation, Period
from macros.model.project import Project

State = Literal["before", "open", "closed"]
"""Not begun; opinions are taken; over, whatever is known of the result."""

STATE_WORDS: dict[State, str] = {
    "before": "これから意見を募ります",
    "open": "今、意見を募っています",
    "closed": "募集は終わりました",
}
"""For readers."""

ORDER: dict[State, int] = {"open": 0, "before": 1, "closed": 2}
"""What is open stands first."""


_ENDS = ("まで", "必着", "有効")
"""Ends of an hour after which no まで is needed: 午後5時必着."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What the browser needs to correct the state, and the state on the day of the build."""

    start: str
    """First day, ISO 8601."""
    end: str
    """Last day, ISO 8601."""
    state: State
    """On the day of the build."""


def clock_of(one: Consultation, today: date) -> Clock:
    """The clock of a consultation on a day in Japan."""
    return Clock(one.period.start.isoformat(), one.period.end.isoformat(), state_of(one, today))


def state_of(one: Consultation, today: date) -> State:
    """The state on a day in Japan; first and last day are both open."""
    if today < one.period.start:
        return "before"
    return "open" if today <= one.period.end else "closed"


def print_period(period: Period) -> str:
    """Both days with their weekdays, and their hours where a source gives them."""
    first, last = (
        print_day(day) + (hour or "")
        for day, hour in ((period.start, period.start_hour), (period.end, period.end_hour))
    )
    return f"{first}から{last}{'' if last.endswith(_ENDS) else 'まで'}"


def consultations(project: Project) -> list[Consultation]:
    """All of them, the latest first."""
    records = (loaded.record for loaded in project.data.consultations)
    return sorted(records, key=lambda one: (one.period.start, one.id), reverse=True)


def pending(project: Project, today: date) -> list[Consultation]:
    """Those that are open or to come, the first to begin first."""
    return [one for one in reversed(consultations(project)) if state_of(one, today) != "closed"]


def find(project: Project, name: str) -> Consultation:
    """The consultation with this id.

    Raises:
        KeyError: where there is none.
    """
    found = next((one for one in consultations(project) if one.id == name), None)
    if found is None:
        raise KeyError(name)
    return found


Part = Literal["", "sheet", "counter"]
"""The page of a consultation, the 意見書, the page for the telephone counter."""


def address_of(project: Project, one: Consultation, part: Part = "") -> str:
    """Address of a page of the consultation from the top of the site; empty where there is no such page."""
    names = (f"{one.id}/{part}",) if part else (one.id, f"{one.id}/index")
    there = any(f"docs/consultations/{name}.md" in project.pages for name in names)
    return f"consultations/{one.id}/{part}{'/' if part else ''}" if there else ""
