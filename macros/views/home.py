"""The first page: what is open for comment."""

from datetime import date

from macros.model.project import Project
from macros.views.consultation_time import STATE_WORDS
from macros.views.consultations import entries
from macros.views.frame import PageView, render


def consultation_state(project: Project, page: PageView, *, today: date) -> str:
    """Which consultations are open today or to come, and what became of the earlier ones."""
    found = entries(project, today)
    return render(
        "consultation_state.html",
        pending=[entry for entry in found if entry.time.state != "closed"],
        past=[entry for entry in found if entry.time.state == "closed"],
        words=STATE_WORDS,
        base=page.base,
    )
