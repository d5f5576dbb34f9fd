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
from playwright.sync_api import Browser, Page, expect

from macros.japanese.ruby import has_kanji
from macros.site.search_index import addresses
from macros.site.search_readings import encode, plain, read
from tests.paths import ROOT, SHARED

WORKER = "assets/javascripts/workers/search.a7633da7.min.js"
BY_READING = {
    "きょうどう": "協働",
    "じちかい": "自治会",
    "ｷｮｳﾄﾞｳｽｲｼﾝｲﾝ": "協働推進員",
    "しみんかつどうだんたい": "市民活動団体",
    "ちゅうかんしえん": "中間支援",
}
"""Queries that mean a word by its reading, and that word: no other word of the site has the reading."""


def queries() -> list[str]:
    """Queries of a citizen: those of the reference cases where they are at hand, and some of our own."""
    ours = ["アダプト制度", "協働推進員", "ＮＰＯ法人", "自治会 加入率", "わこらぼ", "多文化共生", "運動場", "ｱﾀﾞﾌﾟﾄ"]
    path = SHARED / "checks/search.yml"
    given = [one["query"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))] if path.is_file() else []
    return list(dict.fromkeys([*ours, *BY_READING, *given]))


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
    "|.//*[contains(@class,'section-changes')]|.//rt|.//rp|.//*[contains(@class,'furigana-label')]"
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
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text("探したい言葉を入力してください", timeout=30_000)  # what was found before is gone
    page.fill("input[name=query]", query)
    page.press("input[name=query]", "End")
    expect(meta).to_contain_text("見つかり", timeout=30_000)
    said = re.match(r"(\d+)ページ", meta.inner_text())
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
    meant = fold(BY_READING.get(query, query))
    right = {location for location, text in texts.items() if all(word in text for word in words) or meant in text}

    found = ask(window, query)

    assert right
    assert set(found) == right


def test_the_queries_of_the_reference_cases_were_among_them() -> None:
    path = SHARED / "checks/search.yml"
    if not path.is_file():
        pytest.skip("../shared is not beside this clone: the reference queries were not asked")

    given = {one["query"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))}

    assert given - set(queries()) == set()


@pytest.mark.parametrize(("query", "shown"), [("きょうど", "協働"), ("キョウドウ", "協働"), ("ｼﾞﾁｶｲ", "自治会")])
def test_a_reading_in_any_kana_or_its_beginning_finds_the_word_and_marks_it(
    window: Page, query: str, shown: str
) -> None:
    assert len(ask(window, query)) > 5

    marked = [one for one in window.locator(".md-search-result mark").all_inner_texts() if one]
    text = window.locator(".md-search-result__list").inner_text()
    assert shown in marked
    assert "（きょうどう）" not in text
    assert {fold(one) for one in marked} <= {shown, *(fold(query), "共同", "郷土")}


def test_a_reading_is_not_found_in_the_middle_of_another(window: Page) -> None:
    assert ask(window, "ちゅうかんしえん")
    assert ask(window, "ゅうかんしえん") == []


def test_who_writes_the_kana_comes_first_then_titles(window: Page, texts: dict[str, str]) -> None:
    found = ask(window, "まちづくり")
    literal = ["まちづくり" in texts[location] for location in found]

    assert literal == sorted(literal, reverse=True)
    by_reading = ask(window, "きょうどうのしゅたい")
    assert re.fullmatch(r"directory/actors/|guideline/[a-z0-9-]+/kangaekata/", by_reading[0])


def test_readings_stay_out_of_the_index(real_site: Path) -> None:
    index = (real_site / "search/search_index.json").read_text(encoding="utf-8")
    readings = json.loads((real_site / "search/readings.json").read_text(encoding="utf-8"))

    assert "<rt>" not in index
    assert "data-reading" not in index
    assert ["協働", "きょうどう"] in readings["words"]
    assert len(readings["sections"]) == len(json.loads(index)["docs"])


def test_without_its_readings_search_still_finds_what_is_written(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/search/readings.json", lambda route: route.abort())
    page.goto(address)
    page.click("input[name=query]")

    assert ask(page, "協働推進員")
    assert "guideline/r5/suishin/" not in ask(page, "ちゅうかんしえん")
    page.close()


def test_nearly_every_kanji_of_the_index_has_its_reading(real_site: Path) -> None:
    docs = json.loads((real_site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    readings = json.loads((real_site / "search/readings.json").read_text(encoding="utf-8"))
    kanji = covered = 0
    for doc, parts in zip(docs, readings["sections"], strict=True):
        for text, numbers in zip((plain(doc["title"]), plain(doc["text"])), parts, strict=True):
            kanji += sum(has_kanji(sign) for sign in text)
            words = [readings["words"][number][0] for number in numbers if number >= 0]
            covered += sum(has_kanji(sign) for word in words for sign in word)

    assert kanji > 30_000
    assert covered / kanji > 0.9  # sentences that nobody approved yet are what `shishin check` tells of


def test_a_text_that_stands_twice_and_one_inside_another_get_their_own_readings() -> None:
    shown = [("市の方と方法。", ((0, 1, "し"), (2, 3, "かた"), (4, 6, "ほうほう"))), ("方", ((0, 1, "ほう"),))]
    words: dict[tuple[str, str], int] = {}

    text = "方 市の方 と方法。𠮷方"
    found = read(text, shown)

    assert found == [(0, 1, "ほう"), (2, 3, "し"), (4, 5, "かた"), (7, 9, "ほうほう"), (11, 12, "ほう")]
    assert encode(text, found, words) == [0, 1, 2, 3, 0]
    assert encode("𠮷方方", [(2, 3, "かた")], words) == [-3, 2]


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
