"""Words with their readings, in the notation that pages use: the approved ones, else those of the machine."""

from macros.japanese.notation import write
from macros.japanese.readings import propose
from macros.japanese.ruby import Ruby
from macros.model.look_up import as_ruby, look_up
from macros.model.project import Project
from macros.views.frame import PageView


def furigana(project: Project, page: PageView, text: str) -> str:
    """The text with its readings (協働《きょうどう》), which the page's Markdown turns into ruby."""
    return write(reading_of(project, page.file, text))


def reading_of(project: Project, file: str, text: str) -> Ruby:
    """The approved readings of a text; where one of its sentences has none, those that the machine proposes."""
    found = look_up(text, project.approved)
    return propose(text, project.data.reading_rules.record.as_rules(), file) if found.missing else as_ruby(text, found)
