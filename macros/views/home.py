"""The first page: what is open for comment."""

from datetime import date

from macros.model.directory import Consultation
from macros.model.project import Project
from macros.views.frame import PageView, render


def consultation_state(project: Project, page: PageView, *, today: date) -> str:
    """Which consultations are open today, and what became of the earlier ones."""
    records = [loaded.record for loaded in project.data.consultations]
    open_now = [one for one in records if one.period.start <= today <= one.period.end]
    coming = [one for one in records if today < one.period.start]
    past = sorted((one for one in records if one.period.end < today), key=_end, reverse=True)
    return render("consultation_state.html", open_now=open_now, coming=coming, past=past, base=page.base)


def _end(one: Consultation) -> date:
    return one.period.end
