"""Finding: the site's own search worker, asked through the theme's window as a citizen would ask."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Page

from macros.site.search_index import addresses
from tests.paths import ROOT, SHARED

WORKER = "assets/javascripts/workers/search.a7633da7.min.js"
BY_READING = {"きょうどう", "じちかい"}
"""Queries that mean a word by its reading: they are found once the site has approved readings."""


def queries() -> list[str]:
    """Queries of a citizen: those of the reference cases where they are at hand, and some of our own."""
    ours = ["アダプト制度", "協働推進員", "ＮＰＯ法人", "自治会 加入率", "わこらぼ", "多文化共生", "運動場", "ｱﾀﾞﾌﾟﾄ"]
    path = SHARED / "checks/search.yml"
    given = [one["query"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))] if path.is_file() else []
    return [one for one in dict.fromkeys([*ours, *given]) if one not in BY_READING]


def fold(text: str) -> str:
    """One width, small letters, hiragana, no space."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヶ" else one for one in plain)


@pytest.fixture(scope="module")
def texts(real_site: Path) -> dict[str, str]:
    """Folded text of each page that the index lists, by its address."""
    index = json.loads((real_site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {}
    for location in {doc["location"].split("#")[0] for doc in index["docs"]}:
        tree: Any = html.document_fromstring((real_site / location / "index.html").read_text(encoding="utf-8"))
        article = tree.xpath("//article")[0]
        for frame in article.xpath(NOT_SOUGHT):
            frame.drop_tree()
        found[location] = fold(article.text_content())
    return found


NOT_SOUGHT = (
    ".//*[contains(@class,'headerlink') or contains(@class,'md-path') or @data-search-exclude]"
    "|.//*[contains(@class,'section-changes')]|.//rt|.//rp|.//*[contains(@class,'furigana-switch')]"
)
"""What a page shows beside its own words: links, and texts of another revision."""


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Page]:
    """The first page with its search window open."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.click("input[name=query]")
    yield page
    page.close()


def ask(page: Page, query: str) -> list[str]:
    """Addresses of the pages that the window shows for a query, in its order."""
    page.fill("input[name=query]", "")
    page.press("input[name=query]", "End")
    page.fill("input[name=query]", query)
    page.press("input[name=query]", "End")
    page.wait_for_timeout(400)
    said = re.match(r"(\d+)ページ", page.locator(".md-search-result__meta").inner_text())
    items = page.locator(".md-search-result__item")
    for _ in range(60):
        if not said or items.count() == int(said[1]):
            break
        page.locator(".md-search__scrollwrap").hover()
        page.mouse.wheel(0, 600)  # the window adds results as a reader nears its end
        page.wait_for_timeout(100)
    links = page.eval_on_selector_all(".md-search-result__item > a", "all => all.map(one => one.href)")
    return list(dict.fromkeys(urlsplit(link).path.lstrip("/") for link in links))


def test_the_worker_that_the_theme_asks_for_is_ours(real_site: Path) -> None:
    ours = (ROOT / "overrides" / WORKER).read_bytes()
    asked = re.findall(r'"search": ?"([^"]+)"', (real_site / "index.html").read_text(encoding="utf-8"))

    assert asked == [WORKER]
    assert (real_site / WORKER).read_bytes() == ours
    assert [path.name for path in (real_site / WORKER).parent.glob("*.js")] == [Path(WORKER).name]


@pytest.mark.parametrize("query", queries())
def test_a_query_finds_exactly_the_pages_that_hold_all_its_words(
    window: Page, texts: dict[str, str], query: str
) -> None:
    words = [fold(word) for word in query.split()]
    right = {location for location, text in texts.items() if all(word in text for word in words)}

    found = ask(window, query)

    assert right
    assert set(found) == right


def test_the_queries_of_the_reference_cases_were_among_them() -> None:
    path = SHARED / "checks/search.yml"
    if not path.is_file():
        pytest.skip("../shared is not beside this clone: the reference queries were not asked")

    given = {one["query"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))}

    assert given - set(queries()) == BY_READING


def test_words_that_stand_nowhere_find_nothing(window: Page) -> None:
    assert ask(window, "協働 この言葉はどこにもない") == []


def test_the_newest_text_comes_before_the_older_one(window: Page) -> None:
    found = [one for one in ask(window, "地域への帰属意識") + ask(window, "中間支援") if one.startswith("guideline/")]

    assert found.index("guideline/r5/genjo-kadai/") < found.index("guideline/h25/genjo-kadai/")


def test_markup_in_a_query_stays_text(window: Page) -> None:
    assert ask(window, "<img src=x onerror=alert(1)>") == []
    assert window.locator(".md-search-result img").count() == 0


def test_addresses_follow_the_navigation() -> None:
    nav = {"nav": [{"ホーム": "index.md"}, {"読む": ["guideline/index.md", {"章": "guideline/r5/a.md"}]}]}

    assert list(addresses(nav)) == ["", "guideline/", "guideline/r5/a/"]
