"""Light and dark: as the device asks or the reader chose, from the first moment, by keyboard, without a script."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

PATH = "guideline/r5/shushi/"
DARKEN, LIGHTEN = "暗い画面に切り替える", "明るい画面に切り替える"
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 26)"}
"""The ground of a page (overrides/assets/stylesheets/colours.css)."""


def ground(page: Page) -> str:
    """The colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def becomes(page: Page, colour: str) -> None:
    """Wait until the ground has this colour; an error where it never has."""
    page.wait_for_function("colour => getComputedStyle(document.body).backgroundColor === colour", arg=colour)


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a device with this setting."""
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("asked", ["light", "dark"])
def test_the_device_is_followed_before_the_text_is_drawn(browser: Browser, address: str, asked: Any) -> None:
    context = browser.new_context(color_scheme=asked)
    page = context.new_page()
    page.add_init_script(
        "const look = () => { if (document.querySelector('article')) window.first ="
        " document.body.dataset.mdColorScheme; else requestAnimationFrame(look) }; requestAnimationFrame(look);"
    )
    page.goto(address + PATH)

    assert page.evaluate("window.first") == ("slate" if asked == "dark" else "default")
    assert ground(page) == PAPER[asked]
    page.emulate_media(color_scheme="light" if asked == "dark" else "dark")
    becomes(page, PAPER["light" if asked == "dark" else "dark"])
    context.close()


def test_the_keyboard_changes_it_and_the_choice_is_remembered(page: Page, address: str) -> None:
    page.goto(address + PATH)
    before = ground(page)
    shown = page.get_by_role("button", name=DARKEN if before == PAPER["light"] else LIGHTEN)
    shown.focus()
    page.keyboard.press("Enter")
    after = ground(page)

    assert {before, after} == set(PAPER.values())
    assert not shown.is_visible()
    page.goto(address)
    assert ground(page) == after

    page.get_by_role("button", name=LIGHTEN if before == PAPER["light"] else DARKEN).focus()
    page.keyboard.press("Space")
    assert ground(page) == before
    assert page.evaluate("document.activeElement.dataset.colours")


def test_another_window_follows(page: Page, address: str) -> None:
    page.goto(address + PATH)
    other = page.context.new_page()
    other.goto(address)
    other.get_by_role("button", name="画面に切り替える").click()

    becomes(page, ground(other))


@pytest.mark.parametrize("script", ["colours", "bundle"])
def test_nothing_in_the_header_moves_when_a_script_comes_late(page: Page, address: str, script: str) -> None:
    page.add_init_script(
        "window.jumps = []; new PerformanceObserver((list) => list.getEntries().forEach((one) => jumps.push("
        "...one.sources.filter(({ node }) => node?.closest?.('.md-header')).map(({ node }) => node.className))))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route(f"**/javascripts/{script}*.js", late)
    page.goto(address + PATH)
    page.wait_for_timeout(300)

    assert page.get_by_role("button", name="画面に切り替える").is_visible()
    assert page.evaluate("window.jumps") == []


def test_without_a_script_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(address + PATH)

    assert page.get_by_role("button", name="画面に切り替える").count() == 0
    assert ground(page) == PAPER["light"]
    context.close()
