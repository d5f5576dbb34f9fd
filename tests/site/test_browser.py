"""Real pages in a real browser: accessibility, phone and desktop, light and dark, keyboard, without JavaScript."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.paths import ROOT

PAGES = (
    "",
    "guideline/",
    "guideline/enkaku/",
    "guideline/h19/",
    "guideline/r5/",
    "guideline/r5/shushi/",
    "guideline/r5/kangaekata/",
    "guideline/r5/genjo-kadai/",
    "guideline/h25/kangaekata/",
    "history/",
    "compare/draft-marks/",
    "compare/",
    "compare/h25-r5/",
    "compare/h31-r5/",
    "consultations/",
    "consultations/r5-2023/",
    "consultations/h31-2019/",
    "easy/",
    "easy/kangaekata/",
    "easy/words/",
    "directory/domains/",
    "directory/forms/",
    "directory/proposals/",
    "directory/groups/",
    "about/",
    "about/errata/",
    "about/findings/",
    "about/data/",
    "about/revise/",
    "404.html",
)
"""One page of every kind."""

SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of these that look at colours."""
LOOKS: tuple[tuple[Literal["light", "dark"], str, list[str]], ...] = (
    ("light", "default", TAGS),
    ("dark", "slate", COLOURS),
)
"""What the device asks for, what the theme calls it, and what axe looks at then."""
AXE = ROOT / "node_modules/axe-core/axe.min.js"


@pytest.fixture(params=SIZES)
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A reader's screen: phone or desktop."""
    width, height = SIZES[request.param]
    opened = browser.new_context(viewport={"width": width, "height": height})
    yield opened
    opened.close()


WITHOUT_HIDDEN_READINGS = """() => {
  if (document.documentElement.dataset.furigana === "on") return;
  for (const reading of document.querySelectorAll("rt, rp")) reading.remove();
  for (const ruby of document.querySelectorAll("ruby")) ruby.replaceWith(...ruby.childNodes);
  document.normalize();
}"""
"""Furigana that is off is as if it were not there; axe would look at each of many thousand words by itself."""


ASK_AXE = """async rules => {
  const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return violations.flatMap(({id, nodes}) => nodes.map(one => `${id}: ${one.target} ${one.failureSummary ?? ''}`));
}"""
"""What passed stays in the browser: many thousand places on a page."""


def violations(page: Page) -> list[str]:
    """What axe finds on a page at rest, a line each: all in light, and in dark what colours can break."""
    page.evaluate(WITHOUT_HIDDEN_READINGS)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = []
    for colours, scheme, rules in LOOKS:
        page.emulate_media(reduced_motion="reduce", color_scheme=colours)  # what fades in is pale for a while
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        found += page.evaluate(ASK_AXE, rules)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_asks_nobody_else_and_fits_the_screen(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    said: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(address) else None)

    page.goto(address + path)
    page.wait_for_timeout(150)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert said == []
    assert foreign == []


def test_a_formal_page_with_furigana_is_accessible_too(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}guideline/r5/shushi/?furigana=on")

    assert page.locator("rt").first.is_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_axe_notices_a_pale_reading(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}guideline/r5/shushi/?furigana=on")
    page.evaluate("document.querySelector('article p ruby').style.color = '#ddd'")

    found = "\n".join(violations(page))
    page.close()

    assert "color-contrast" in found


@pytest.mark.parametrize(("setting", "shown"), [("on", "内容（ないよう）"), ("off", "内容")])
def test_a_label_of_a_cell_shows_its_reading_on_a_phone(
    browser: Browser, address: str, setting: str, shown: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}directory/forms/?furigana={setting}")

    label = page.evaluate("getComputedStyle(document.querySelector('td[data-label=内容]'), '::before').content")
    page.close()

    assert label == f'"{shown}"'


def test_axe_notices_what_is_not_accessible(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x><p id=pale>薄い字</p>')")
    page.evaluate("document.getElementById('pale').style.color = '#ddd'")

    found = "\n".join(violations(page))
    page.close()

    assert "image-alt" in found
    assert "color-contrast" in found


def test_axe_looks_at_a_page_at_rest(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    words = page.locator("article p").first
    words.evaluate("e => { e.style.color = '#ddd'; getComputedStyle(e).color; e.style.transition = 'color 60s' }")
    words.evaluate("e => { e.style.color = '' }")

    found = violations(page)
    page.close()

    assert found == []


def test_axe_notices_dark_words_on_a_dark_ground(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelector('article p').style.color = '#333'")

    found = violations(page)
    page.close()

    assert [one.split(":")[0] for one in found] == ["color-contrast"]


def test_a_part_that_is_wider_than_the_screen_is_noticed(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.goto(address)
    page.evaluate("document.querySelector('article').style.width = '2000px'")

    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width > 320


def test_a_request_to_someone_else_is_noticed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(address) else None)
    page.route(
        address, lambda route: route.fulfill(body="<img src='http://127.0.0.1:9/x.png'>", content_type="text/html")
    )

    page.goto(address)
    page.wait_for_timeout(150)
    page.close()

    assert foreign == ["http://127.0.0.1:9/x.png"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_screen_enlarged_four_times(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.goto(address + path)

    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width <= 320


@pytest.mark.parametrize("path", ["", "guideline/r5/kangaekata/", "directory/groups/"])
def test_without_javascript_everything_can_be_read(browser: Browser, address: str, path: str) -> None:
    with_scripts = browser.new_page()
    with_scripts.goto(address + path)
    without = browser.new_page(java_script_enabled=False)
    without.goto(address + path)

    texts = [page.locator("article").inner_text() for page in (with_scripts, without)]
    notice = without.get_by_text("市の公式サイトではありません。").first.is_visible()
    with_scripts.close()
    without.close()

    assert texts[0] == texts[1]
    assert notice


def focused(page: Page) -> str:
    """A word for what has the focus: its label or its text."""
    word: str = page.evaluate(
        "() => { const e = document.activeElement;"
        " return (e.getAttribute('aria-label') || e.getAttribute('title') || e.textContent || '').trim() }"
    )
    return word


def test_on_a_phone_the_menu_and_the_search_open_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address)

    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append((focused(page), page.evaluate("document.activeElement.getBoundingClientRect().left < innerWidth")))
    page.close()

    words = " ".join(word for word, _ in stops)
    assert "メニュー" in words
    assert "検索" in words
    assert all(visible for _, visible in stops)


def test_without_our_script_the_menu_cannot_be_reached_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.route("**/site.js", lambda route: route.abort())
    page.goto(address)

    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    page.close()

    assert "メニュー" not in " ".join(stops)


@pytest.mark.parametrize("path", ["guideline/r5/kangaekata/", "directory/domains/"])
def test_on_paper_the_notice_stands_and_no_table_is_cut(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 718, "height": 1000})
    page.goto(address + path)
    page.emulate_media(media="print")

    notice = page.get_by_text("市の公式サイトではありません。").first.is_visible()
    cut = page.evaluate(
        "[...document.querySelectorAll('.table-box')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )
    page.close()

    assert notice
    assert cut == 0
