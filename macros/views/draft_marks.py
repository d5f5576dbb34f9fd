"""For staff: a draft's own bold and strike beside the computed changes."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from macros.comparison.pairs import edit_script
from macros.comparison.script import BlockChange, EditScript, Span
from macros.model.project import Project
from macros.model.text import Section
from macros.views.comparison_words import GROUPS, TYPE_NAMES, cite, group_of
from macros.views.draft_places import MarkPlace, find_marks
from macros.views.frame import PageView, render
from macros.views.section_facts import has_comparison

Verdict = Literal["whole", "partly", "apart", "absent"]
"""How a mark lies in the computed change; `absent`: a struck passage that the older text has not either."""

VERDICTS: dict[Verdict, str] = {
    "whole": "全部が変更に当たります",
    "partly": "一部が変更に当たります",
    "apart": "変更に当たりません",
    "absent": "消した言葉が、古い版のその場所にありません",
}
"""Verdicts, for staff."""

_EXCERPT = 40
"""Signs of a change that are shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark beside the change in whose block it stands."""

    place: MarkPlace
    """The mark."""
    section: Section
    """Its section in the newer text."""
    name: str
    """Name of the section."""
    verdict: Verdict
    """How it lies in the change."""
    change: BlockChange | None
    """The change, none where the block did not change."""


def draft_marks(project: Project, page: PageView, old_id: str, new_id: str) -> str:
    """Where the newer draft's marks agree with the changes since the older text, and which changes bear no mark."""
    script = edit_script(project, old_id, new_id)
    judged = [_judge(script, place) for place in find_marks(project, new_id)]
    marked = {one.change.id for one in judged if one.change and one.verdict in ("whole", "partly")}
    bare = [change for change in script.changes() if change.id not in marked]
    return render(
        "draft_marks.html",
        judged=judged,
        verdicts=VERDICTS,
        counts=Counter(one.verdict for one in judged),
        total=sum(1 for _ in script.changes()),
        marked=len(marked),
        bare=[(group, [(one, *_describe(script, one)) for one in bare if group_of(one) == group]) for group in GROUPS],
        pair=f"{old_id}-{new_id}",
        has_page=has_comparison(project, old_id, new_id),
        base=page.base,
    )


def _judge(script: EditScript, place: MarkPlace) -> Judged:
    section = script.new.section(place.mark.section) or script.new.sections[0]
    block = place.block
    change = next((one for one in script.blocks if block in one.new), None)
    verdict: Verdict = "apart"
    if block and change:
        start = sum(len(one.text) for one in change.new[: change.new.index(block)]) + place.start
        if place.mark.kind == "bold":
            verdict = _cover(_inserted(change.spans)[start : start + len(place.mark.text)])
        else:
            verdict = "whole" if _was_deleted(change.spans, start, place.mark.text) else "absent"
    return Judged(place, section, cite(script.new, section), verdict, change if change and change.changed else None)


def _was_deleted(spans: tuple[Span, ...], place: int, text: str) -> bool:
    """Whether the words were deleted at this place of the newer text."""
    at = 0
    for span, after in zip(spans, (*spans[1:], Span("equal", "")), strict=True):
        end = at + (len(after.text) if after.kind == "insert" else 0)
        if span.kind == "delete" and at <= place <= end and text in span.text:
            return True
        at += len(span.text) if span.kind != "delete" else 0
    return False


def _inserted(spans: tuple[Span, ...]) -> list[bool]:
    """For each sign of the newer text, whether it was inserted; differences of width are none."""
    shown = (span for span in spans if span.kind != "delete")
    return [span.kind == "insert" and not span.variant for span in shown for _ in span.text]


def _cover(states: list[bool]) -> Verdict:
    if states and all(states):
        return "whole"
    return "partly" if any(states) else "apart"


def _describe(script: EditScript, change: BlockChange) -> tuple[str, str, str]:
    """Name of a change's section, kind of its block, and the words that came or went."""
    text, block = (script.new, change.new[0]) if change.new else (script.old, change.old[0])
    section = text.section(block.section)
    came = "".join(span.text for span in change.spans if span.kind == "insert" and not span.variant)
    went = "".join(span.text for span in change.spans if span.kind == "delete" and not span.variant)
    words = f"追加「{_shorten(came)}」" if came else f"削除「{_shorten(went)}」" if went else "番号か場所だけの変更"
    return cite(text, section) if section else "", TYPE_NAMES[change.type], words


def _shorten(text: str) -> str:
    flat = text.replace("\n", " ").replace("\t", " ").strip()
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1] + "…"
