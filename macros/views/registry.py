"""The macros that pages may call: the list that the check allows and that the site registers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from macros.model.project import Project
from macros.views import (
    about,
    comparison,
    consultation_paper,
    consultations,
    data_page,
    directory,
    draft_marks,
    easy_words,
    furigana,
    history,
    home,
    notes,
    revisions,
    tables,
)
from macros.views.frame import PageView

Macro = Callable[..., str]

MACROS: dict[str, Macro] = {
    "guideline_table": tables.guideline_table,
    "erratum": notes.erratum,
    "missing_figure": notes.missing_figure,
    "revision_header": revisions.revision_header,
    "revision_events": revisions.revision_events,
    "revision_list": revisions.revision_list,
    "timeline": revisions.timeline,
    "text_state": revisions.text_state,
    "consultation_state": home.consultation_state,
    "consultation": consultations.consultation,
    "consultation_list": consultations.consultation_list,
    "consultation_sheet": consultation_paper.consultation_sheet,
    "consultation_counter": consultation_paper.consultation_counter,
    "actors": directory.actors,
    "domains": directory.domains,
    "forms": directory.forms,
    "proposals": directory.proposals,
    "groups": directory.groups,
    "sources": about.sources,
    "errata": about.errata,
    "findings": about.findings,
    "contact": about.contact,
    "centre": about.centre,
    "rights": about.rights,
    "accessibility_aim": about.accessibility_aim,
    "comparison": comparison.comparison,
    "comparison_index": comparison.comparison_index,
    "data_dictionary": data_page.data_dictionary,
    "history": history.history,
    "draft_marks": draft_marks.draft_marks,
    "easy_words": easy_words.easy_words,
    "furigana": furigana.furigana,
}
"""Name in a page → the view behind it."""

FILTERS = ("furigana",)
"""Macros that may also be written behind their text: `{{ "…" | furigana }}`."""

DATED = {
    "consultation_state",
    "consultation",
    "consultation_list",
    "consultation_sheet",
    "consultation_counter",
    "comparison",
}
"""Macros that ask which day it is."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes macros' output for one state of the data and one day."""

    project: Project
    """The data."""
    today: date
    """The day in Japan for which the site is built."""
    site_url: str = ""
    """Public address of the top of the site; empty where it is not known."""

    def write(self, name: str, file: str, revision: str | None, *args: str) -> str:
        """HTML of the macro `name` on the page `file`.

        Raises:
            KeyError: where the macro, or what it is asked for, does not exist.
            TypeError: where the number of arguments is wrong.
        """
        page = PageView(file, revision, self.site_url)
        if name in DATED:
            return MACROS[name](self.project, page, *args, today=self.today)
        return MACROS[name](self.project, page, *args)
