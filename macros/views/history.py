"""Every section through all revisions: where it stood, what became of it, and how old its sentences are."""

from collections import Counter
from dataclasses import dataclass

from macros.model.project import Project
from macros.model.text import RevisionText, Section
from macros.views.comparison_words import cite
from macros.views.first_found import Passage, first_found, passages
from macros.views.frame import PageView, render
from macros.views.history_stages import Compared, Stage, compare_all, follow


@dataclass(frozen=True, slots=True)
class Entry:
    """A section of the guideline, whatever its number."""

    id: str
    """Its id."""
    name: str
    """Its name in the newest text that has it."""
    is_top: bool
    """Whether it lies in no other: a chapter."""
    stages: tuple[Stage, ...]
    """Oldest revision first."""
    passages: tuple[Passage, ...]
    """Of the newest text, with the text in which each is first found."""
    ages: dict[str, int]
    """Id of a revision → sentences first found there, oldest first."""


def history(project: Project, page: PageView) -> str:
    """One entry for each section id of any text, in the order of the newest text that has it."""
    compared = compare_all(project)
    found = first_found(project)
    groups = []
    seen: set[str] = set()
    for text in reversed(project.texts.values()):
        fresh = [section for section in text.sections if section.id not in seen]
        seen |= {section.id for section in fresh}
        if fresh:
            entries = [_entry(project, text, section, compared, found) for section in fresh]
            groups.append((project.revision(text.revision), entries))
    return render(
        "history.html",
        groups=groups,
        revisions={one.id: one for one in project.data.revisions.record.revisions},
        texts=list(project.texts),
        compared=compared,
        base=page.base,
    )


def _entry(
    project: Project, text: RevisionText, section: Section, compared: dict[str, Compared], found: dict[str, str]
) -> Entry:
    cut = tuple(passages(text, section.id, found)) if text is project.newest else ()
    ages = Counter[str]()
    for passage in cut:
        ages[passage.revision] += len(passage.parts)
    return Entry(
        id=section.id,
        name=cite(text, section),
        is_top=section.parent is None,
        stages=tuple(follow(project, text.revision, section, compared)),
        passages=cut,
        ages={revision: ages[revision] for revision in project.texts if ages[revision]},
    )
