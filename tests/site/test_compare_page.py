"""The page of a comparison in a real browser: two views, filter, keys, on a phone, on paper, without JavaScript."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_browser import SIZES, violations

PATH = "compare/h25-r5/"
COLUMNS, REDLINE = "#compare-columns", "#compare-redline"
"""The two views, by id: Playwright's own reckoning of a name sets spaces around ruby, browsers do not."""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The comparison on a wide screen."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    opened.goto(address + PATH)
    yield opened
    opened.context.close()


def shown(page: Page, selector: str) -> list[str]:
    """Ids of what is shown."""
    found: list[str] = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => e.offsetParent).map(e => e.id)", selector
    )
    return found


def target(page: Page) -> str:
    """Id of the row that was gone to."""
    return str(page.evaluate("document.querySelector(':target')?.id || ''"))


def arrives(page: Page, row: str) -> bool:
    """Whether the reader is led to the row."""
    page.wait_for_function("id => document.querySelector(':target')?.id === id", arg=row, timeout=3000)
    return True


@pytest.mark.parametrize("size", SIZES)
def test_the_redline_and_what_was_folded_are_accessible(browser: Browser, address: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(address + PATH)
    page.locator(REDLINE).check()
    page.evaluate("document.querySelectorAll('.comparison details').forEach(one => one.open = true)")

    found = violations(page)
    width_needed = page.evaluate("document.documentElement.scrollWidth")
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.comparison :is(p, span, a, td, th, li, div, label, del, ins)')]"
        ".filter(e => e.offsetParent && !e.closest('svg')).map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    context.close()

    assert found == []
    assert width_needed <= width
    assert smallest >= 14


def go_into_the_table(page: Page) -> tuple[int, float]:
    """Scroll to a change; the row under the reader's eyes and where it is."""
    row = page.locator("tr.change").nth(90)
    row.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 200)")
    page.wait_for_timeout(200)
    index, top = page.evaluate(
        "() => { const r = [...document.querySelectorAll('.compare-table tr')]"
        ".find(e => e.getBoundingClientRect().bottom > 110); return [r.rowIndex, r.getBoundingClientRect().top] }"
    )
    return index, top


def top_of(page: Page, index: int) -> float:
    """Where a row is."""
    page.wait_for_timeout(200)
    return float(page.evaluate(f"document.querySelector('.compare-table').rows[{index}].getBoundingClientRect().top"))


def test_switching_shows_one_view_and_keeps_the_place(page: Page) -> None:
    index, top = go_into_the_table(page)
    row = page.locator("tr.change").nth(90)

    for label in (REDLINE, COLUMNS):
        page.locator(label).check()
        assert row.locator("td.redline").is_visible() == (label == REDLINE)
        assert row.locator("td.side").first.is_visible() != (label == REDLINE)
        assert abs(top_of(page, index) - top) < 3


def test_switching_by_keyboard_keeps_the_place_too(page: Page) -> None:
    index, top = go_into_the_table(page)

    page.locator("#compare-columns").focus()
    focused = top_of(page, index)
    page.keyboard.press("ArrowDown")

    assert page.locator(REDLINE).is_checked()
    assert abs(focused - top) < 3
    assert abs(top_of(page, index) - top) < 3


def test_the_choice_of_view_is_remembered(page: Page) -> None:
    page.locator(REDLINE).check()
    page.reload()

    assert page.locator(REDLINE).is_checked()


def test_the_filter_hides_a_kind_says_how_many_and_leaves_the_headings(page: Page) -> None:
    box = page.locator("#compare-show-content")
    count = int(re.findall(r"[0-9]+", page.locator("label:has(#compare-show-content)").inner_text())[0])
    total = len(shown(page, "tr.change"))
    headings = len(shown(page, "tr.heading:not(.gone)"))

    box.uncheck()

    assert shown(page, "tr.change[data-group=content]:not(.heading)") == []
    assert len(shown(page, "tr.heading:not(.gone)")) == headings
    assert shown(page, ".compare-list li[data-group=content]") == []
    told = page.locator(".compare-hidden[data-group=content]").inner_text()
    assert told == f"「内容」の変更{count}件を隠しています。"
    assert page.locator("[data-compare-status]").inner_text() == f"変更{total}件のうち、{count}件を隠しています。"

    box.check()

    assert len(shown(page, "tr.change")) == total


def test_a_link_to_a_hidden_change_shows_it(page: Page) -> None:
    page.locator("#compare-show-content").uncheck()
    hidden = page.locator("tr.change[data-group=content]:not(.heading)").first
    name = hidden.get_attribute("id")

    page.evaluate(f"location.hash = '{name}'")

    assert hidden.is_visible()


def test_keys_go_from_change_to_change_and_skip_what_is_hidden(page: Page) -> None:
    rows = page.evaluate("[...document.querySelectorAll('tr.change')].map(e => [e.id, e.dataset.group])")
    ids = [row for row, _ in rows]
    page.evaluate("document.querySelector('.compare-table').scrollIntoView()")

    page.keyboard.press("n")
    assert arrives(page, ids[0])
    page.keyboard.press("n")
    assert arrives(page, ids[1])
    page.keyboard.press("p")
    assert arrives(page, ids[0])
    assert page.evaluate("document.activeElement.closest('tr').id") == ids[0]

    page.locator("#compare-show-content").uncheck()
    page.keyboard.press("n")
    assert arrives(page, next(row for row, group in rows[1:] if group != "content"))


def test_keys_are_left_alone_while_typing_and_can_be_switched_off(page: Page) -> None:
    page.locator(".md-search__input").focus()
    page.keyboard.type("n")
    assert target(page) == ""
    page.keyboard.press("Escape")

    page.locator("#compare-keys").uncheck()
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert target(page) == ""
    assert page.url.endswith(PATH)


def test_links_and_buttons_go_to_the_neighbours_and_nothing_lies_under_the_bar(page: Page) -> None:
    ids = page.evaluate("[...document.querySelectorAll('tr.change')].map(e => e.id)")
    page.evaluate(f"location.hash = '{ids[40]}'")
    page.locator(".compare-steps [data-go=next]").click()
    assert arrives(page, ids[41])
    page.locator("tr:target [data-go=previous]").click()
    assert arrives(page, ids[40])
    page.wait_for_timeout(200)

    bar = page.locator(".compare-bar").bounding_box()
    number = page.locator("tr:target .change-number").bounding_box()

    assert bar
    assert number
    assert number["y"] >= bar["y"] + bar["height"]


def test_without_javascript_everything_is_there_and_can_be_chosen(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + PATH)

    assert page.locator("tr.change td.side-new").last.is_visible()
    assert not page.locator(".compare-steps [data-go=next]").is_visible()
    page.locator(REDLINE).check()
    assert page.locator("tr.change td.redline").last.is_visible()
    assert not page.locator("tr.change td.side-new").last.is_visible()
    page.locator("#compare-show-content").uncheck()
    assert page.locator("p.compare-hidden[data-group=content]").is_visible()
    fold = page.locator("tr.fold details").first
    fold.locator("summary").click()
    assert fold.locator("[data-new-at]").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("label", [COLUMNS, REDLINE])
def test_on_a_small_phone_sides_are_named_and_nothing_scrolls_sideways(
    browser: Browser, address: str, label: str
) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(address + PATH)
    page.locator(label).check()
    page.evaluate("document.querySelectorAll('.comparison details').forEach(one => one.open = true)")

    width = page.evaluate("document.documentElement.scrollWidth")
    cut = page.evaluate(
        "[...document.querySelectorAll('.compare-view *')]"
        ".filter(e => e.offsetParent && !e.closest('.said, thead') && e.getBoundingClientRect().right > 321).length"
    )
    named = page.locator("td.side-new .side-name").first.is_visible()
    page.context.close()

    assert width == 320
    assert cut == 0
    assert named == (label != REDLINE)


def test_on_paper_the_page_lies_on_its_side_and_each_sheet_has_the_head_of_the_table(
    page: Page, tmp_path: Path
) -> None:
    page.emulate_media(media="print")
    hidden = [name for name in (".compare-bar", ".compare-filter", ".compare-keys", "tr [data-go]", ".fold details")
              if page.locator(name).first.is_visible()]  # fmt: skip
    omitted = page.locator(".omitted").first.inner_text()
    head = page.evaluate("getComputedStyle(document.querySelector('.compare-table thead')).display")
    breaks = page.evaluate("getComputedStyle(document.querySelector('tr.change')).breakInside")
    cut = page.evaluate("document.querySelector('.compare-table').scrollWidth > document.body.clientWidth")
    file = tmp_path / "comparison.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    sizes = set(re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]", file.read_bytes()))

    assert hidden == []
    assert (omitted, head, breaks, cut) == ("（略）", "table-header-group", "auto", False)
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", str(file), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        sheets = text.split("\f")
        first = next(at for at, sheet in enumerate(sheets) if "変更1\n" in sheet or "変更1 " in sheet)
        last = next(at for at, sheet in enumerate(sheets) if "変更一覧" in sheet and at > first)
        heads = [re.sub(r"\s+", " ", sheet.strip().split("\n")[0]) for sheet in sheets[first + 1 : last]]
        assert set(heads) == {"変更 令和5年（2023年）の案 平成25年（2013年）の案"}
