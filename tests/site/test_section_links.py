"""What changed stands below each heading of the guideline, and the guideline's text stays as it was."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.comparison.pairs import edit_script
from macros.model.html_blocks import HtmlBlock, read_element
from macros.model.project import Project
from macros.model.read_revision import page_files
from macros.site.section_links import add_section_links, insert
from macros.views.frame import PageView
from macros.views.section_changes import section_changes
from macros.views.section_facts import changes_by_section
from tests.comparison.texts import real_project

PAGE = """<html><body><h2 id="a">目次</h2><div data-text="r5">
<h2 id="a">1 あ<a class="headerlink" href="#a">¶</a></h2><p>本文。</p><h3 id="b">(1) い</h3></div></body></html>"""
NOTE = '<div class="section-links" data-note><p>変更</p></div>'


@pytest.fixture(scope="module")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


def built(site: Path, project: Project, revision: str) -> list[Any]:
    """The pages of a revision, parsed."""
    addresses = [address for _, address in page_files(project.revision(revision))]
    return [html.document_fromstring((site / one / "index.html").read_text(encoding="utf-8")) for one in addresses]


def blocks(page: str) -> list[HtmlBlock]:
    """The guideline's blocks of a page."""
    tree: Any = html.document_fromstring(page)
    return [block for element in tree.xpath("//div[@data-text]") for block in read_element(element)]


@pytest.mark.parametrize("revision", ["h25", "r5"])
def test_below_every_heading_a_link_leads_to_the_history_of_just_this_section(
    real_site: Path, project: Project, revision: str
) -> None:
    found = []
    for page in built(real_site, project, revision):
        for heading in page.xpath("//div[@data-text]//*[self::h1 or self::h2 or self::h3 or self::h4]"):
            links = heading.getnext().xpath(".//p[@class='section-history']/a/@href")
            found.append((heading.get("id"), [str(one).rpartition("#")[2] for one in links]))

    assert [one for one, _ in found] == [one.id for one in project.texts[revision].sections]
    assert [(one, links) for one, links in found if links != [one]] == []


@pytest.mark.parametrize(("revision", "side"), [("h25", "old"), ("r5", "new")])
def test_every_change_of_a_section_opens_there(real_site: Path, project: Project, revision: str, side: Any) -> None:
    changes = changes_by_section(edit_script(project, "h25", "r5"), side)
    shown: dict[str, list[str]] = {}
    for page in built(real_site, project, revision):
        for heading in page.xpath("//div[@data-text]//*[self::h1 or self::h2 or self::h3 or self::h4]"):
            links = heading.getnext().xpath(".//li//a[contains(@href, '/compare/h25-r5/')]/@href")
            if links:
                shown[heading.get("id")] = [str(one).rpartition("#")[2] for one in links]

    assert shown == {section: [one.id for one in found] for section, found in changes.items()}


@pytest.mark.parametrize("revision", ["h25", "r5"])
def test_the_summary_says_how_many(real_site: Path, project: Project, revision: str) -> None:
    for page in built(real_site, project, revision):
        for details in page.xpath("//details[@class='section-changes']"):
            summary = "".join(details.xpath("./summary//text()[not(parent::rt or parent::rp)]"))
            assert f"{len(details.xpath('./ol/li'))}か所）" in summary


def test_no_id_is_given_twice_and_no_heading_is_added(project: Project) -> None:
    for file, _ in page_files(project.revision("r5")):
        for part in section_changes(project, PageView(file, "r5")).values():
            tree = html.fragment_fromstring(part)
            assert tree.xpath("//@id | //@style | //script | //h1 | //h2 | //h3 | //h4 | //sup") == []
            assert tree.get("data-note") is not None


def test_the_texts_blocks_stay_and_the_part_stands_in_the_text_only() -> None:
    filled = insert(PAGE, "r5", {"a": NOTE, "b": NOTE})

    assert blocks(filled) == blocks(PAGE)
    assert filled.count(NOTE) == 2
    assert filled.index(NOTE) > filled.index("data-text")
    assert filled.replace(NOTE, "") == PAGE


def test_a_part_that_were_taken_for_the_citys_words_is_noticed() -> None:
    filled = insert(PAGE, "r5", {"a": NOTE.replace(" data-note", "")})

    assert blocks(filled) != blocks(PAGE)


def test_a_heading_that_is_missing_stops_the_build() -> None:
    with pytest.raises(ValueError, match="gone"):
        insert(PAGE, "r5", {"gone": NOTE})
    with pytest.raises(ValueError, match="substring"):
        insert(PAGE, "h25", {"a": NOTE})


def test_a_second_run_changes_nothing(real_site: Path, project: Project) -> None:
    page = real_site / "guideline/r5/kangaekata/index.html"
    before = page.read_text(encoding="utf-8")

    add_section_links(real_site, project)

    assert page.read_text(encoding="utf-8") == before


def test_neither_the_search_nor_the_table_of_contents_knows_them(real_site: Path) -> None:
    docs = json.loads((real_site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    index = "".join(doc["title"] + doc["text"] for doc in docs if doc["location"].startswith("guideline/"))
    page: Any = html.document_fromstring((real_site / "guideline/r5/kangaekata/index.html").read_text(encoding="utf-8"))
    contents = page.xpath("//nav[contains(@class, 'md-nav--secondary')]")[0].text_content()

    assert "この節の移り変わり" not in index
    assert "案から変わったところ（" not in index
    assert "移り変わり" not in contents


def test_the_changes_open_without_scripts_and_are_not_printed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "guideline/r5/kangaekata/")
    first = page.locator("details.section-changes").first

    hidden = first.locator("ol").is_visible()
    first.locator("summary").click()
    opened = first.locator("ol").is_visible()
    page.emulate_media(media="print")
    printed = [one for one in page.locator(".section-links").all() if one.is_visible()]
    context.close()

    assert (hidden, opened, printed) == (False, True, [])
