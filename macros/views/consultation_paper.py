"""The printable 意見書, and the page for the telephone counter: both name changes by their frozen numbers."""

from datetime import date
from urllib.parse import urlsplit

from macros.model.project import Project
from macros.views.comparison_cells import column_heads, side_cell
from macros.views.consultation_changes import Numbered
from macros.views.consultation_marks import absolute, change_links
from macros.views.consultation_time import address_of, clock_of, print_period
from macros.views.consultation_ways import OPINION, REASON, WAY_NAMES, ordered, shown_address
from macros.views.consultations import UNKNOWN, opened
from macros.views.frame import PageView, render
from macros.views.qr import qr_svg


def consultation_sheet(project: Project, page: PageView, name: str, *, today: date) -> str:
    """The 意見書: the items that the procedure asks for, and every change with its short address.

    Raises:
        KeyError: where there is no such consultation, or it was not opened here.
    """
    one, shown = opened(project, name)
    return render(
        "consultation_sheet.html",
        one=one,
        time=clock_of(one, today),
        period=print_period(one.period),
        responses=ordered(one.responses),
        way_names=WAY_NAMES,
        shown_address=shown_address,
        fields=[item for item in one.required if OPINION not in item and item != REASON],
        with_reason=any(REASON in item for item in one.required),
        changes=[_printed(page, change) for change in shown.changes],
        has_codes=bool(page.site_url),
        unknown=UNKNOWN,
        base=page.base,
    )


def _printed(page: PageView, change: Numbered) -> dict[str, object]:
    """A change on paper."""
    full = absolute(page, change.address)
    parts = urlsplit(full)
    shown = full.removeprefix(f"{parts.scheme}://") if full else change.address
    return {
        "number": change.number,
        "place": change.place,
        "said": change.said,
        "address": change.address,
        "shown": shown,
        "code": qr_svg(full) if full else "",
    }


def consultation_counter(project: Project, page: PageView, name: str, *, today: date) -> str:
    """All changes in large type, to be found by their numbers.

    Raises:
        KeyError: where there is no such consultation, or it was not opened here.
    """
    one, shown = opened(project, name)
    script, time = shown.frozen.script, clock_of(one, today)
    heads = column_heads(script.old, script.new)
    is_moved_on = bool(one.result.adopted_revision) or not shown.is_same_text
    return render(
        "consultation_counter.html",
        one=one,
        time=time,
        period=print_period(one.period),
        opened=shown.frozen.opened,
        names=[project.revision(text.revision).name for text in (script.old, script.new)],
        changes=[
            {
                "number": change.number,
                "place": change.place,
                "old": side_cell(change.change, "old", script.old.revision, heads),
                "new": side_cell(change.change, "new", script.new.revision, heads),
                "fate_words": change.fate_words if is_moved_on else "",
                "now_address": change.now_address if is_moved_on else "",
                "now_number": change.now_number,
                "answers": change.answers,
                "links": change_links(project, page, one, change) if time.state != "closed" else (),
            }
            for change in shown.changes
        ],
        is_answered=time.state == "closed" and one.result.status != "unknown",
        home=address_of(project, one),
        base=page.base,
    )
