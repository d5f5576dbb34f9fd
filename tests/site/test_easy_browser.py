"""Pages in easy Japanese in a real browser: gaps, hard words by keyboard, touch and without scripts, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.model.findings import has_error
from macros.site.build import build
from tests.easy_tree import write_easy
from tests.site.conftest import served
from tests.site.test_browser import SIZES, violations
from tests.trees import copy_example

PHONE = {"width": SIZES["phone"][0], "height": SIZES["phone"][1]}

TORN = """() => [...document.querySelectorAll('[data-easy] :is(p, li, h1, h2)')].flatMap(block => {
  if (block.closest('[data-note]')) return [];
  const phrases = [[]];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.className === 'gap') phrases.push([]);
    if (node.nodeType === Node.TEXT_NODE && !node.parentElement.closest('rt, rp')) phrases.at(-1).push(node);
  }
  return phrases.flatMap(nodes => {
    const text = nodes.map(one => one.data).join('');
    if (/[、。〈〉「」（）：¶]./.test(text)) return [];
    const boxes = nodes.flatMap(one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return [...range.getClientRects()].filter(box => box.width > 1);
    });
    const isTorn = Math.max(...boxes.map(one => one.top)) >= Math.min(...boxes.map(one => one.bottom));
    return boxes.length && isTorn ? [text] : [];
  });
})"""
"""Phrases that stand on two lines."""


READINGS = """# 読みを確かめた人：試験
市民《しみん》と市《し》は、きまりを守《まも》ります。
この文《ぶん》の書《か》き方《かた》や進《すす》め方《かた》や話《はな》し合《あ》い方《かた》や考《かんが》え方《かた》には、もとの文《ぶん》がありません。
"""


@pytest.fixture(scope="module")
def easy_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented city with easy pages, served."""
    tree = copy_example(tmp_path_factory.mktemp("easy") / "tree")
    write_easy(tree)
    (tree / "data/readings/easy").mkdir(parents=True)
    (tree / "data/readings/easy/index.txt").write_text(READINGS, encoding="utf-8")
    assert not has_error(build(tree))
    with served(tree / "site") as found:
        yield found


@pytest.fixture(params=["phone", "desktop"])
def page(request: pytest.FixtureRequest, browser: Browser, easy_address: str) -> Iterator[Page]:
    """The easy page on a screen."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=request.param == "phone")
    opened = context.new_page()
    opened.goto(easy_address + "easy/")
    yield opened
    context.close()


def width_of_gap(page: Page) -> float:
    """How wide the first gap of the text is."""
    width: float = page.evaluate("document.querySelector('[data-easy] > p .gap').getBoundingClientRect().width")
    return width


def is_open(page: Page) -> int:
    """How many explanations are open."""
    count: int = page.evaluate("document.querySelectorAll('[popover]:popover-open').length")
    return count


@pytest.mark.parametrize("path", ["easy/", "easy/words/"])
@pytest.mark.parametrize("size", SIZES)
def test_it_is_accessible_closed_and_open(browser: Browser, easy_address: str, size: str, path: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(easy_address + path)

    found = violations(page)
    if page.locator(".easy-word").count():
        page.locator(".easy-word").first.click()
        found += violations(page)
    fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()

    assert found == []
    assert said == []
    assert fits


def test_gaps_are_drawn_between_phrases_and_lines_end_only_there(page: Page) -> None:
    assert torn(page) == []
    assert width_of_gap(page) > 4


def torn(page: Page) -> list[str]:
    """Phrases that stand on two lines at some width."""
    found = []
    for width in range(304, 480, 8):
        page.set_viewport_size({"width": width, "height": 800})
        found += page.evaluate(TORN)
    return found


@pytest.mark.parametrize("glue", [".tie", ".easy-term"])
def test_without_what_holds_a_phrase_together_it_is_torn(page: Page, glue: str) -> None:
    page.evaluate(f"document.querySelectorAll('{glue}').forEach(one => one.replaceWith(...one.childNodes))")

    assert torn(page) != []


def test_gaps_are_neither_copied_nor_found(page: Page) -> None:
    copied = page.evaluate(
        """() => { const range = document.createRange();
        range.selectNodeContents(document.querySelector('[data-easy] > p:not([data-note])'));
        getSelection().addRange(range); return getSelection().toString() }"""
    )

    assert copied == "協働〈＝みんなで力を合わせること〉のきまりです。"
    assert page.evaluate("getSelection().removeAllRanges(); window.find('町をよくします')")


def test_the_switch_takes_gaps_away_and_is_remembered(page: Page, easy_address: str) -> None:
    text = page.locator("[data-easy]").inner_text()
    page.get_by_label("分かち書き").press(" ")

    off = width_of_gap(page)
    text_off = page.locator("[data-easy]").inner_text()
    page.goto(easy_address + "easy/words/")
    remembered = page.get_by_label("分かち書き").is_checked()
    page.goto(easy_address + "easy/")
    off_again = width_of_gap(page)
    page.get_by_label("分かち書き").check()

    assert (off, off_again, remembered) == (0, 0, False)
    assert text_off == text
    assert width_of_gap(page) > 4


def test_the_switch_works_without_scripts(browser: Browser, easy_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(easy_address + "easy/")
    line = page.locator("[data-easy] > p", has_text="町をよくします").first

    on = page.get_by_label("分かち書き").is_checked()
    page.set_viewport_size({"width": 4000, "height": 800})
    widths = []
    for _ in range(2):
        widths.append(line.locator(".gap").first.bounding_box())
        page.get_by_label("分かち書き").click()
    context.close()

    assert on
    assert widths[0]
    assert widths[0]["width"] > 4
    assert widths[1] is None or widths[1]["width"] == 0


def test_a_word_opens_and_closes_by_keyboard(page: Page) -> None:
    word = page.locator(".easy-word").first
    word.focus()
    page.keyboard.press("Enter")

    opened = is_open(page)
    focus = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    closed = is_open(page)
    back = page.evaluate("document.activeElement === document.querySelector('.easy-word')")
    page.keyboard.press(" ")
    page.keyboard.press("Enter")  # on the button that closes

    assert (opened, focus, closed, back) == (1, "閉じる", 0, True)
    assert is_open(page) == 0
    assert page.evaluate("document.activeElement === document.querySelector('.easy-word')")


def test_a_word_opens_by_touch_and_closes_by_a_touch_elsewhere(browser: Browser, easy_address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(easy_address + "easy/")
    page.locator(".easy-word").first.tap()

    opened = is_open(page)
    box = page.locator("[popover]:popover-open").bounding_box()
    page.touchscreen.tap(200, 300)
    closed = is_open(page)
    context.close()

    assert (opened, closed) == (1, 0)
    assert box
    assert abs(box["y"] + box["height"] - 844) < 2
    assert box["width"] == 390


def test_a_word_opens_without_scripts(browser: Browser, easy_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(easy_address + "easy/")
    box = page.locator("[popover]").first

    before = box.is_visible()
    page.locator(".easy-word").first.click()
    opened = box.is_visible()
    page.get_by_role("button", name="閉じる").first.click()
    closed = box.is_visible()
    context.close()

    assert (before, opened, closed) == (False, True, False)


def test_what_is_to_be_touched_is_large_enough(page: Page) -> None:
    page.locator(".easy-word").first.click()
    sizes = page.evaluate(
        "[...document.querySelectorAll(':popover-open :is(a, button)')].map(e => e.getBoundingClientRect().height)"
    )
    label = page.locator("label[for=gaps-box]").bounding_box()

    assert min(sizes) >= 44
    assert label
    assert label["height"] >= 44


def test_the_word_is_announced_with_its_meaning(page: Page) -> None:
    page.locator(".easy-word").first.click()
    dialog = page.get_by_role("dialog", name="市民")

    named = dialog.evaluate("e => document.getElementById(e.getAttribute('aria-labelledby')).textContent")
    told = dialog.evaluate("e => document.getElementById(e.getAttribute('aria-describedby')).textContent")

    assert (named, told) == ("市民", "町に住む人です。")
    assert page.locator(".easy-word").first.get_attribute("aria-haspopup") == "dialog"


def test_an_explanation_is_heard_as_words(page: Page) -> None:
    tree = page.locator("[data-easy] > p:not([data-note])").first.aria_snapshot()

    assert "協働〈意味は" in tree.replace(" ", "").replace("\n", "").replace("-text:", "")
    assert "＝" not in tree
    assert page.locator(".easy-heard").first.evaluate("e => e.getBoundingClientRect().width") <= 1


def test_on_paper_meanings_stand_in_the_text_and_nothing_is_cut(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})

    shown = [one.is_visible() for one in page.locator("[popover]").all()]
    cut = page.evaluate(
        "[...document.querySelectorAll('[popover]')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )

    assert shown
    assert all(shown)
    assert cut == 0
    assert not page.get_by_label("分かち書き").is_visible()
    assert not page.get_by_role("button", name="閉じる").first.is_visible()
    assert width_of_gap(page) > 2


@pytest.mark.parametrize("path", ["easy/", "easy/words/"])
def test_large_letters_on_a_small_screen_fit(browser: Browser, easy_address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(easy_address + path)
    page.evaluate("document.documentElement.style.fontSize = '250%'")

    wide = page.evaluate(
        "[...document.querySelectorAll('article *')].map(e => e.getBoundingClientRect().right).filter(e => e > 321)"
    )
    page.close()

    assert wide == []


def test_where_popovers_are_unknown_the_explanation_stands_in_sight(easy_address: str) -> None:
    style = (Path(__file__).parents[2] / "overrides/assets/stylesheets/easy.css").read_text(encoding="utf-8")

    assert "@supports not selector(:popover-open)" in style
