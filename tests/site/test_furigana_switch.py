"""The box that shows furigana: with and without a script, on formal and on easy pages, on paper, read and copied."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.model.findings import has_error
from macros.site.build import build
from tests.cases import approve
from tests.site.conftest import served
from tests.trees import copy_example, replace

HEAD = "---\ntitle: {title}\n{more}---\n\n# {title} {{: #top }}\n\n"
FORMAL = "guideline/r5/rinen/"
EASY = "easy/"
NAV = "  - やさしい日本語:\n      - やさしい日本語: easy/index.md\n      - 協働とは: easy/kyodo.md"
WORD = "お花見"
"""A word of the easy page, with a reading given by hand: 花見《はなみ》."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site of 見本市 with an easy page and approved readings."""
    patch = pytest.MonkeyPatch()
    patch.setenv("SHISHIN_NOW", "2026-11-22T09:00:00+09:00")
    tree = copy_example(tmp_path_factory.mktemp("switch") / "tree")
    text = '## お花見《はなみ》 {: #hanami data-of="site" }\n\n町の公園で、お花見《はなみ》をします。\n'
    easy = HEAD.format(title="やさしい日本語", more="easy: true\n").replace("#top", '#top data-of="site"') + text
    (tree / "docs/easy/index.md").write_text(easy, encoding="utf-8")
    replace(tree, "data/nav.yml", "  - やさしい日本語: easy/kyodo.md", NAV)
    approve(tree / "data/readings/all.txt")
    assert not has_error(build(tree))
    yield tree / "site"
    patch.undo()


@pytest.fixture(scope="module")
def top(site: Path) -> Iterator[str]:
    """Address of that site."""
    with served(site) as found:
        yield found


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A reader who never chose, with and without JavaScript."""
    found = browser.new_context(java_script_enabled=request.param)
    yield found
    found.close()


@pytest.fixture
def reader(browser: Browser, top: str) -> Iterator[Page]:
    """A reader with JavaScript who never chose."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=top.rstrip("/"))
    yield context.new_page()
    context.close()


def is_shown(page: Page) -> bool:
    """Whether readings are to be seen, and the box says the same."""
    box = page.get_by_label("ふりがな", exact=True)
    seen = page.locator("article rt").first.is_visible()
    assert box.is_checked() == seen
    return seen


def test_off_on_formal_pages_on_on_easy_ones_and_the_keyboard_changes_it(context: BrowserContext, top: str) -> None:
    page = context.new_page()
    for address, usual in ((FORMAL, False), (EASY, True)):
        page.goto(top + address)
        assert is_shown(page) == usual
        page.get_by_label("ふりがな", exact=True).focus()
        page.keyboard.press("Space")
        assert is_shown(page) != usual
        page.keyboard.press("Space")
        assert is_shown(page) == usual


def test_what_was_chosen_is_remembered_for_each_kind_of_page(reader: Page, top: str) -> None:
    reader.goto(top + FORMAL)
    reader.get_by_label("ふりがな", exact=True).check()
    reader.goto(top + EASY)
    reader.get_by_label("ふりがな", exact=True).uncheck()

    reader.goto(top + "guideline/r5/susumekata/")
    assert is_shown(reader)
    reader.goto(top + EASY)
    assert not is_shown(reader)


def test_the_address_can_ask_for_it(reader: Page, top: str) -> None:
    for asked, shown in (("?furigana=on", True), ("", True), ("?furigana=off", False), ("?furigana=x", False)):
        reader.goto(top + FORMAL + asked)
        assert is_shown(reader) == shown
    reader.goto(top + EASY + "?furigana=off")
    assert not is_shown(reader)


def test_nothing_jumps_while_the_page_is_drawn(reader: Page, top: str) -> None:
    reader.add_init_script(
        "window.jumps = 0; const add = (list) => list.getEntries().forEach((one) => { jumps += one.value; });"
        "new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });"
        "new MutationObserver(() => { if (document.body && !window.first) window.first ="
        " document.documentElement.dataset.furigana; }).observe(document, { childList: true, subtree: true });"
    )
    for address in (FORMAL + "?furigana=on", EASY):
        reader.goto(top + address)
        reader.wait_for_timeout(300)
        assert reader.evaluate("window.first") == "on"
        assert reader.evaluate("window.jumps") == 0


def names(page: Page) -> str:
    """All that the accessibility tree of a page says."""
    session = page.context.new_cdp_session(page)
    tree: Any = session.send("Accessibility.getFullAXTree")
    parts = (one.get(part, {}) for one in tree["nodes"] for part in ("name", "description", "value"))
    return " ".join(str(part.get("value", "")) for part in parts)


def test_off_no_reading_is_in_the_accessibility_tree(context: BrowserContext, top: str) -> None:
    page = context.new_page()
    page.goto(top + EASY)
    assert "はなみ" in names(page)

    page.get_by_label("ふりがな", exact=True).uncheck()
    assert "はなみ" not in names(page)
    assert WORD in names(page)


@pytest.mark.parametrize("furigana", ["on", "off"])
def test_what_is_copied_has_no_reading(reader: Page, top: str, furigana: str) -> None:
    reader.goto(f"{top}{EASY}?furigana={furigana}")
    reader.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    reader.keyboard.press("Control+C")

    copied = reader.evaluate("navigator.clipboard.readText()")

    assert "町の公園で、お花見をします。" in copied
    assert "はなみ" not in copied
    assert "（" not in copied


@pytest.mark.parametrize("furigana", ["on", "off"])
def test_it_prints_as_shown_without_the_box(reader: Page, top: str, furigana: str) -> None:
    reader.goto(f"{top}{EASY}?furigana={furigana}")
    reader.emulate_media(media="print")

    assert reader.locator("article rt").first.is_visible() == (furigana == "on")
    assert not reader.get_by_label("ふりがな", exact=True).is_visible()
    assert not reader.locator(".furigana-label").is_visible()


def test_the_box_is_large_enough_to_hit(reader: Page, top: str) -> None:
    reader.goto(top + FORMAL)

    for part in (reader.get_by_label("ふりがな", exact=True), reader.locator(".furigana-label")):
        found = part.bounding_box()
        assert found
        assert min(found["width"], found["height"]) >= 24


def test_readings_stand_in_articles_and_in_the_searchers_own_file_only(site: Path) -> None:
    page = (site / EASY / "index.html").read_text(encoding="utf-8")
    start, end = page.index("<article"), page.index("</article>")
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    mine = [one for one in index["docs"] if one["location"].split("#")[0] == EASY]

    assert page[start:end].count("<ruby>花見<rp>（</rp><rt>はなみ</rt><rp>）</rp></ruby>") == 2
    assert "data-reading" not in page
    assert re.search("はなみ|《", page[:start] + page[end:]) is None
    assert [one["title"] for one in mine][-1] == WORD
    others = [path for path in site.rglob("*") if path.suffix in (".json", ".csv", ".xml", ".ics", ".txt")]
    with_reading = [path.name for path in others if "はなみ" in path.read_text(encoding="utf-8-sig")]
    assert with_reading == ["readings.json"]
