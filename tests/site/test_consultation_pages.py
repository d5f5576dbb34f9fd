"""An example consultation walked through in builds and in a browser: before, first and last minute, after, result."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from macros.site.build import build
from macros.site.clock import JST
from tests.consulted import ID, open_consultation, result_of, write
from tests.site.conftest import served
from tests.site.test_browser import SIZES, violations
from tests.trees import copy_example

HOME = f"consultations/{ID}/"
BEFORE, FIRST, LAST, AFTER = (
    "2026-12-27T23:59:00+09:00",
    "2026-12-28T00:00:00+09:00",
    "2027-01-26T23:59:00+09:00",
    "2027-01-27T00:00:00+09:00",
)
WALK = ((BEFORE, "before"), (FIRST, "open"), (LAST, "open"), (AFTER, "closed"))
WORDS = {"before": "これから意見を募ります", "open": "今、意見を募っています", "closed": "募集は終わりました"}


def built(folder: Path, now: str, *, with_result: bool = False) -> Path:
    """The example city's site with the example consultation, as built at a moment."""
    tree = copy_example(folder / "tree")
    record = open_consultation(tree)
    if with_result:
        write(tree, {**record, "result": result_of(tree)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", now)
        patch.setenv("SITE_URL", "https://example.jp/shishin/")
        patch.delenv("REPOSITORY", raising=False)
        assert build(tree) == ()
    return tree / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site as built at each moment of the walk."""
    return {now: built(tmp_path_factory.mktemp("walk"), now) for now, _ in WALK}


@pytest.fixture(scope="module")
def before(sites: dict[str, Path]) -> Iterator[str]:
    """Address of the site that was built before the opening."""
    with served(sites[BEFORE]) as address:
        yield address


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site with the result."""
    with served(built(tmp_path_factory.mktemp("result"), "2027-03-02", with_result=True)) as address:
        yield address


def opened(browser: Browser, address: str, now: str, *, width: int = 1280, scripts: bool = True) -> Page:
    """A page of a reader whose clock shows `now`."""
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    if scripts:
        page.clock.install(time=datetime.fromisoformat(now))
    page.goto(address)
    return page


def says(page: Page, state: str) -> bool:
    """Whether the page of the consultation shows this state and no other, and ways to comment only while open."""
    words = page.locator(".consult-now").inner_text()
    ways = [one for one in page.locator(".consult-write").all() if one.is_visible()]
    banner = page.locator(".consult-banner p").is_visible()
    mentioned = {name for name, word in WORDS.items() if word in words}
    return mentioned == {state} and bool(ways) == banner == (state == "open")


@pytest.mark.parametrize(("now", "state"), WALK)
def test_each_build_shows_its_state_without_a_script(
    browser: Browser, sites: dict[str, Path], now: str, state: str
) -> None:
    with served(sites[now]) as address:
        page = opened(browser, address + HOME, now, scripts=False)
        assert says(page, state)
        assert "12月28日（月曜日）から令和9年（2027年）1月26日（火曜日）午後5時必着" in page.inner_text("article")
        page.close()


@pytest.mark.parametrize(("now", "state"), WALK)
def test_a_page_built_before_the_opening_is_corrected_by_the_readers_clock(
    browser: Browser, before: str, now: str, state: str
) -> None:
    page = opened(browser, before + HOME, now)

    assert says(page, state)
    page.goto(before + "compare/h25-r5/")
    assert page.locator("tr.change .consult-write").first.is_visible() == (state == "open")
    page.goto(before + "guideline/r5/rinen/")
    assert page.locator(".section-write .consult-write").first.is_visible() == (state == "open")
    page.goto(before)
    assert WORDS[state] in page.locator(".consultation-state").inner_text()
    page.close()


def test_a_page_that_stays_open_over_midnight_changes_by_itself(browser: Browser, before: str) -> None:
    page = opened(browser, before + HOME, "2026-12-27T23:59:30+09:00")
    assert says(page, "before")
    page.clock.fast_forward(60_000)
    assert says(page, "open")
    page.close()


def test_the_day_is_that_of_japan_wherever_the_reader_is(browser: Browser, before: str) -> None:
    context = browser.new_context(timezone_id="America/Los_Angeles")
    page = context.new_page()
    page.clock.install(time=datetime(2026, 12, 28, 0, 0, tzinfo=JST))
    page.goto(before + HOME)

    assert says(page, "open")
    context.close()


def test_a_wrong_clock_reopens_nothing(browser: Browser, sites: dict[str, Path]) -> None:
    with served(sites[AFTER]) as address:
        page = opened(browser, address + HOME, FIRST)
        assert says(page, "closed")
        assert page.locator(".consult-write").count() == 0
        page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "path", ["", "consultations/", HOME, HOME + "sheet/", HOME + "counter/", "compare/h25-r5/", "guideline/r5/rinen/"]
)
def test_the_pages_are_accessible_while_opinions_are_taken(browser: Browser, before: str, path: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.clock.set_fixed_time(datetime.fromisoformat(FIRST))
    page.goto(before + path)
    page.evaluate("document.querySelectorAll('article details').forEach(one => one.open = true)")

    assert page.locator(".consult-banner p").is_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [HOME, HOME + "counter/", "compare/h25-r5/"])
def test_the_result_is_accessible(browser: Browser, result: str, path: str, size: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(result + path)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("path", ["", HOME, HOME + "sheet/", HOME + "counter/"])
def test_everything_fits_a_screen_of_320_pixels(browser: Browser, before: str, path: str) -> None:
    page = opened(browser, before + path, FIRST, width=320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_from_the_result_to_the_change_and_back(browser: Browser, result: str) -> None:
    page = browser.new_page()
    page.goto(result + HOME)
    with page.expect_navigation():
        page.locator("#answer-2").get_by_role("link", name="変更2").click()
    assert page.locator(".counter-change:visible h2").inner_text() == "変更2"
    with page.expect_navigation():
        page.get_by_role("link", name="意見2").click()
    assert page.locator("tr:target").get_attribute("id") == "answer-2"

    page.goto(result + "compare/h25-r5/")
    assert "この変更への意見：2件" in page.locator("tr.change").first.inner_text()
    assert "この変更への意見：0件" in page.locator("tr.change").nth(5).inner_text()
    page.close()


def stops(page: Page, number: int) -> list[str]:
    """Words of the next stops of the Tab key."""
    found = []
    for _ in range(number):
        page.keyboard.press("Tab")
        found.append(str(page.evaluate("document.activeElement.textContent.trim()")))
    return found


def test_the_way_to_an_opinion_is_read_in_order_and_reached_by_keyboard(browser: Browser, before: str) -> None:
    page = opened(browser, before + HOME, FIRST)
    headings = [one.inner_text() for one in page.locator("article :is(h1, h2)").all() if one.is_visible()]
    assert [one.strip("¶") for one in headings][:3] == ["見本の募集", "意見を書く", "募集の内容"]

    page.locator("#write").evaluate("e => { e.tabIndex = -1; e.focus() }")
    found = stops(page, 7)
    page.close()

    assert found[0] == "番号で変更を見る"
    assert found[2:] == [
        "指針全体への意見（メール）",
        "フォームで書く",
        "変わっていない部分への意見（メール）",
        "フォームで書く",
        "紙の意見書（印刷用）",
    ]


def test_a_typed_number_shows_both_texts(browser: Browser, before: str) -> None:
    page = opened(browser, before + HOME + "counter/", FIRST)
    page.get_by_label("変更の番号", exact=True).fill("１２")
    page.keyboard.press("Enter")

    assert page.locator(".counter-change:visible").count() == 1
    assert page.evaluate("document.activeElement.textContent") == "変更12"
    assert page.locator(".counter-change:visible .counter-side").count() == 2
    size = page.locator(".counter-change:visible .counter-side p").first.evaluate("e => getComputedStyle(e).fontSize")
    assert float(size.removesuffix("px")) >= 20

    page.get_by_label("変更の番号", exact=True).fill("999")
    page.get_by_role("button", name="見る").click()
    assert "変更999は、ありません。" in page.locator(".counter-form [role=status]").inner_text()
    page.close()


def test_the_counter_works_without_a_script(browser: Browser, before: str) -> None:
    page = opened(browser, before + HOME + "counter/", FIRST, scripts=False)
    assert not page.locator(".counter-form").is_visible()
    with page.expect_navigation():
        page.locator(".counter-numbers a").nth(11).click()

    assert [one.inner_text() for one in page.locator(".counter-change:visible h2").all()] == ["変更12"]
    page.close()


def test_no_address_on_any_page_bears_a_personal_datum(sites: dict[str, Path]) -> None:
    for path in sites[FIRST].rglob("*.html"):
        for address in path.read_text(encoding="utf-8").split('href="')[1:]:
            words = unquote(address.split('"', 1)[0])
            assert "000-000" not in words
            if "body=" in words:
                asked = words.split("body=", 1)[1].split("\r\n")
                assert [line for line in asked if line.startswith(("氏名", "住所")) and not line.endswith("：")] == []


def test_the_sheet_on_paper_has_room_to_write_and_codes_that_can_be_read(browser: Browser, before: str) -> None:
    page = opened(browser, before + HOME + "sheet/", FIRST, width=718)
    page.emulate_media(media="print")

    assert not page.locator(".sheet-help").is_visible()
    assert not page.locator(".consult-banner p").is_visible()
    millimetre = 96 / 25.4
    boxes = [one.bounding_box() for one in page.locator(".sheet-long").all()]
    assert len(boxes) == 2
    assert all(box and box["height"] >= 50 * millimetre for box in boxes)
    code = page.locator(".qr").first.bounding_box()
    assert code
    assert code["width"] >= 25 * millimetre
    letters = page.locator(".sheet-paper li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert letters >= 14 * 96 / 72 - 0.1
    page.close()
