"""The changes of a consultation by their frozen numbers: opinions, what became of them, and the way to each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.comparison.frozen import FrozenSet
from macros.comparison.frozen_sets import adopted_script, adopted_trace, draft_trace, frozen_set
from macros.comparison.script import BlockChange, EditScript
from macros.comparison.trace import Fate, Trace, same_words
from macros.model.consultations import Answer, Consultation
from macros.model.project import Project
from macros.model.text import Block, RevisionText
from macros.views.comparison_list import sentence
from macros.views.comparison_words import cite
from macros.views.consultation_time import address_of
from macros.views.section_facts import has_comparison

FATE_WORDS: dict[Fate, str] = {
    "kept": "意見を募ったときのままです",
    "reworded": "意見を募ったあとに、変わりました",
    "withdrawn": "この変更は、なくなりました",
}
"""What became of a frozen change, for readers."""


@dataclass(frozen=True, slots=True)
class Link:
    """A change as it is named, with its address from the top of the site; empty where it has no page."""

    name: str
    """変更12."""
    href: str
    """`consultations/r8-2026/counter/#12`."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A frozen change."""

    change: BlockChange
    """The change as people commented on it."""
    number: int
    """Its number, for ever."""
    place: str
    """Its section."""
    said: str
    """What it is, in a sentence."""
    address: str
    """Where it can be read, from the top of the site."""
    answers: tuple[Answer, ...]
    """Opinions that speak of it."""
    fate: Fate | None
    """What became of it; none where no later text is at hand."""
    now: BlockChange | None
    """The change in the present comparison."""
    now_address: str
    """Where that stands, from the top of the site; empty where there is none."""

    @property
    def fate_words(self) -> str:
        """What became of it, in words."""
        return FATE_WORDS[self.fate] if self.fate else ""

    @property
    def now_number(self) -> int:
        """Its number in the present comparison; 0 where it is not there."""
        return (self.now.number or 0) if self.now else 0

    @property
    def quotation(self) -> str:
        """The words that an opinion quotes: the proposed ones, or those that would go."""
        return " ".join(block.text.replace("\t", " ") for block in self.change.new or self.change.old)


@dataclass(frozen=True, slots=True)
class Consulted:
    """A frozen set, ready to be shown."""

    frozen: FrozenSet
    """The set."""
    changes: tuple[Numbered, ...]
    """Its changes, in order."""
    added: tuple[Link, ...]
    """Changes of the present comparison that nobody was asked about."""
    is_same_text: bool
    """Whether the draft still reads as it did when opinions were asked for."""
    later: str
    """Name of the text in which the changes were followed: the adopted one, or the present draft; empty for none."""


@lru_cache(maxsize=64)
def consulted(project: Project, one: Consultation) -> Consulted | None:
    """The frozen set of a consultation; none where it was not opened here."""
    frozen = frozen_set(project, one.id)
    if frozen is None:
        return None
    trace, newer = _trace(project, one)
    pair = (frozen.script.old.revision, newer)
    draft = project.texts.get(one.proposed.revision)
    return Consulted(
        frozen=frozen,
        changes=tuple(_numbered(project, one, frozen.script, trace, pair)),
        added=tuple(Link(f"今の変更{now.number}", _row(project, pair, now)) for now in (trace.added if trace else ())),
        is_same_text=draft is not None and same_words(frozen.script.new, draft),
        later=project.revision(newer).name if trace else "",
    )


def _trace(project: Project, one: Consultation) -> tuple[Trace | None, str]:
    """What became of the set in the adopted text, or in the present draft."""
    if one.result.adopted_revision and (found := adopted_trace(project, one.id)):
        return found, one.result.adopted_revision
    return draft_trace(project, one.id), one.proposed.revision


def _numbered(
    project: Project, one: Consultation, script: EditScript, trace: Trace | None, pair: tuple[str, str]
) -> Iterator[Numbered]:
    traced = {step.frozen.id: step for step in trace.changes} if trace else {}
    for change in script.changes():
        step = traced.get(change.id)
        now = step.now if step else None
        yield Numbered(
            change=change,
            number=change.number or 0,
            place=place_of(script, change),
            said=sentence(change, script),
            address=change_address(project, one, script, change),
            answers=tuple(answer for answer in one.result.answers if change.id in answer.changes),
            fate=step.fate if step else None,
            now=now,
            now_address=_row(project, pair, now) if now else "",
        )


def place_of(script: EditScript, change: BlockChange) -> str:
    """The section of a change, as we cite it."""
    text, side = (script.new, change.new) if change.new else (script.old, change.old)
    return _cite(text, side[0])


def _cite(text: RevisionText, block: Block) -> str:
    section = text.section(block.section)
    return cite(text, section) if section else "表紙"


def change_address(project: Project, one: Consultation, script: EditScript, change: BlockChange) -> str:
    """Where a frozen change can be read for ever, from the top of the site."""
    if counter := address_of(project, one, "counter"):
        return f"{counter}#{change.number}"
    return _row(project, (script.old.revision, script.new.revision), change)


def _row(project: Project, pair: tuple[str, str], change: BlockChange) -> str:
    return f"compare/{pair[0]}-{pair[1]}/#{change.id}" if has_comparison(project, *pair) else ""


def named(project: Project, one: Consultation, change_id: str) -> Link:
    """A frozen change by its id."""
    found = consulted(project, one)
    change = next((change for change in found.changes if change.change.id == change_id), None) if found else None
    return Link(f"変更{change.number}", change.address) if change else Link(change_id, "")


def adopted_link(project: Project, one: Consultation, change_id: str) -> Link:
    """A change of the adopted text against the draft, by its id."""
    script = adopted_script(project, one.id)
    change = next((change for change in script.changes() if change.id == change_id), None) if script else None
    if script is None or change is None:
        return Link(change_id, "")
    return Link(f"{place_of(script, change)}の変更", _row(project, (script.old.revision, script.new.revision), change))
