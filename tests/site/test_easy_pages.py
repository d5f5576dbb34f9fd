"""Built pages in easy Japanese: whose words they are, what each block rewrites, both ways; what changed is told."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.model.findings import has_error
from macros.model.project import Project
from macros.site.article_text import flows, text_of
from macros.site.build import build
from macros.site.easy_pages import add_easy
from macros.site.gaps import GAP, add_gaps, without_gaps
from macros.views.easy import easy_links
from tests.comparison.texts import real_project
from tests.easy_tree import easy_project, revise, write_easy
from tests.trees import copy_example, replace

BLOCKS = "self::h1 or self::h2 or self::h3 or self::h4 or self::p or self::li or self::tr"
OWN = f"//div[@data-easy]//*[({BLOCKS}) and not(ancestor-or-self::*[@data-note]) and not(parent::li)]"


@pytest.fixture(scope="module")
def easy_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city with easy pages, built."""
    tree = copy_example(tmp_path_factory.mktemp("easy") / "tree")
    write_easy(tree)
    assert not has_error(build(tree))
    return tree


def page(tree: Path, address: str) -> Any:
    """A built page, parsed."""
    return html.document_fromstring((tree / "site" / address / "index.html").read_text(encoding="utf-8"))


def words(element: Any) -> str:
    """What it says, without readings."""
    return "".join(element.xpath(".//text()[not(ancestor::rt or ancestor::rp)]"))


def test_every_block_names_its_originals_without_marks(easy_tree: Path) -> None:
    (easy, _words) = easy_project(easy_tree).easy

    found = [one.get("data-of") for one in page(easy_tree, "easy").xpath(OWN)]

    assert found == [" ".join(one.name for one in block.of) or None for block in easy.blocks]
    assert "@" not in "".join(one or "" for one in found)
    assert [one for one in found if one is None] == []


def test_below_each_heading_a_line_leads_to_all_its_originals(easy_tree: Path) -> None:
    lines = {
        heading.get("id"): [one.get("href") for one in line.xpath(".//a")]
        for heading in page(easy_tree, "easy").xpath("//div[@data-easy]//*[self::h1 or self::h2]")
        for line in heading.xpath("following-sibling::*[position() <= 2 and contains(@class, 'easy-of')][1]")
    }

    assert lines == {
        "kimari": ["../guideline/r5/rinen/#rinen"],
        "taisetsu": ["../guideline/r5/rinen/#gensoku", "../guideline/h25/rinen/#gensoku"],
        "imi": ["../guideline/r5/rinen/#igi", "../about/sources/#mihon-page"],
    }


def test_the_line_tells_the_revision_and_the_printed_title(easy_tree: Path) -> None:
    lines = [words(one) for one in page(easy_tree, "easy").xpath("//p[@class='easy-of']")]

    assert "もとの文：令和5年（2023年）の案1 協働の原則平成25年（2013年）の案(2) 協働の原則" in lines
    assert "もとの文：令和5年（2023年）の案2 協働の意義見本市のページ" in lines


def both_ways(site: Path, project: Project) -> list[str]:
    """Sections that an easy page rewrites and whose links there and back are not both right."""
    parsed: dict[str, Any] = {}

    def at(address: str) -> Any:
        if address not in parsed:
            parsed[address] = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))
        return parsed[address]

    wrong = []
    for (revision, section_id), links in easy_links(project).items():
        section = project.texts[revision].section(section_id)
        assert section is not None
        there = at(section.address.partition("#")[0])
        part = there.xpath(f"//div[@data-text]//*[@id='{section_id}']/following-sibling::*[1][@data-note]")
        hrefs = [one.get("href").replace("../", "") for one in part[0].xpath(".//p[@class='section-easy']/a")]
        back = []
        for link in links:
            address, _, heading = link.address.partition("#")
            found = at(address).xpath(
                f"//*[@id='{heading}']/following-sibling::*[contains(@class, 'easy-of')][1]//a/@href"
            )
            back.append(section.address in [str(one).replace("../", "") for one in found])
        if hrefs != [one.address for one in links] or not all(back):
            wrong.append(f"{revision}/{section_id}: {hrefs} {back}")
    return wrong


def test_every_section_has_a_link_to_its_easy_page_and_back(easy_tree: Path) -> None:
    project = easy_project(easy_tree)

    assert set(easy_links(project)) == {("r5", "rinen"), ("r5", "gensoku"), ("h25", "gensoku"), ("r5", "igi")}
    assert both_ways(easy_tree / "site", project) == []


def test_every_section_of_the_real_guideline_has_a_link_to_its_easy_page_and_back(real_site: Path) -> None:
    project = real_project()

    sections = {("r5", one.id) for one in project.texts["r5"].sections}
    assert sections - set(easy_links(project)) == {("r5", "contents")}
    assert both_ways(real_site, project) == []


def test_a_link_that_is_missing_is_noticed(easy_tree: Path, tmp_path: Path) -> None:
    shutil.copytree(easy_tree / "site", tmp_path / "site")
    replace(tmp_path, "site/guideline/r5/rinen/index.html", '<a href="../../../easy/#imi">', "<a href=x>")

    assert [one.partition(":")[0] for one in both_ways(tmp_path / "site", easy_project(easy_tree))] == ["r5/igi"]


def test_the_notice_says_whose_words_these_are_and_that_nobody_checked_them(easy_tree: Path) -> None:
    (notice,) = page(easy_tree, "easy").xpath("//div[@class='easy-notice']")

    assert "市が書いた文ではありません" in words(notice)
    assert "まだだれも確かめていません" in words(notice)
    assert notice.xpath(".//a/@href") == ["../guideline/r5/rinen/#rinen"]
    assert notice.getprevious().tag == "h1"


def test_who_checked_a_page_is_named_with_the_day(tree: Path) -> None:
    write_easy(tree)
    replace(tree, "docs/easy/index.md", "checked_by: []", "checked_by:\n  - {name: 山本リン, date: 2026-11-20}")
    assert not has_error(build(tree))

    (notice,) = page(tree, "easy").xpath("//div[@class='easy-notice']")

    assert "山本リン" in words(notice)
    assert "2026年" in words(notice)
    assert "まだだれも" not in words(notice)


def stale(tree: Path) -> list[str]:
    """Texts of the blocks that bear the mark."""
    return [words(one).strip() for one in page(tree, "easy").xpath("//*[@data-stale]")]


def test_a_changed_section_flags_exactly_its_blocks(tree: Path) -> None:
    write_easy(tree)
    revise(tree, "力を合わせることです。協働", "力を出し合うことです。協働")
    findings = build(tree)

    found = stale(tree)
    notices = [words(one) for one in page(tree, "easy").xpath("//div[@class='easy-stale']")]

    assert not has_error(findings)
    assert [one[:4] for one in found] == ["意味¶", "市民と市"]
    assert len(notices) == 1
    assert "もとの文が変わりました。" in notices[0]
    assert "2 協働の意義" in notices[0]
    assert page(tree, "easy").xpath("//div[@class='easy-stale']//a/@href") == ["../guideline/r5/rinen/#igi"]
    assert page(tree, "easy").xpath("//div[@class='easy-notice']//a/@href")[1:] == ["#kawatta-1"]
    assert "もとの文が変わったところ：1か所" in words(page(tree, "easy").xpath("//div[@class='easy-notice']")[0])
    assert "data-stale" not in (tree / "site/easy/words/index.html").read_text(encoding="utf-8")


def test_a_change_elsewhere_flags_nothing(tree: Path) -> None:
    write_easy(tree)
    revise(tree, "市は、協働の情報を公開します。", "市は、協働の記録を公開します。")
    build(tree)

    assert stale(tree) == []
    assert page(tree, "easy").xpath("//div[@class='easy-stale']") == []


def test_the_notice_of_a_list_stands_before_it(tree: Path) -> None:
    write_easy(tree)
    revise(tree, "次の原則を守ります。", "次の原則をいつも守ります。")
    build(tree)

    notices = page(tree, "easy").xpath("//div[@class='easy-stale']")

    assert [one.getparent().get("data-easy") for one in notices] == ["done"]
    assert len(stale(tree)) == 4


def test_the_search_index_and_the_contents_know_nothing_of_what_was_added(easy_tree: Path) -> None:
    index = (easy_tree / "site/search/search_index.json").read_text(encoding="utf-8")
    contents = words(page(easy_tree, "easy").xpath("//nav[contains(@class, 'md-nav--secondary')]")[0])

    for added in ("市が書いた文ではありません", "もとの文：", "意味は", "町に住む人です。</p><p", GAP, "閉じる"):
        assert added not in index
    assert "やさしい日本語で読む" not in index
    assert "もとの文" not in contents


def test_easy_pages_are_found_behind_the_newest_text_and_say_what_they_are(easy_tree: Path) -> None:
    index = json.loads((easy_tree / "site/search/search_index.json").read_text(encoding="utf-8"))
    listed = list(dict.fromkeys(doc["location"].split("#")[0] for doc in index["docs"]))
    titles = {doc["location"]: doc["title"] for doc in index["docs"]}

    at = listed.index("easy/")

    assert listed[at - 1].startswith("guideline/r5/")
    assert listed[at : at + 2] == ["easy/", "easy/words/"]
    assert listed[at + 2].startswith("guideline/h25/")
    assert titles["easy/"] == "協働のきまり（やさしい日本語）"
    assert titles["easy/#imi"] == "意味"


def test_words_of_the_glossary_are_explained_at_their_first_place(easy_tree: Path) -> None:
    tree = page(easy_tree, "easy")
    found = [words(one) for one in tree.xpath("//button[@class='easy-word']")]

    assert found == ["市民", "市", "協働", "市民", "市", "協働"]
    assert len(tree.xpath("//div[@popover]")) == len(found)
    assert {one.get("popovertarget") for one in tree.xpath("//button[@class='easy-word']")} == set(
        tree.xpath("//div[@popover]/@id")
    )


def test_the_page_of_words_stands_in_kana_order(easy_tree: Path) -> None:
    tree = page(easy_tree, "easy/words")
    box = "//div[@class='easy-words']"

    assert [words(one) for one in tree.xpath(f"{box}//h2")] == ["か行", "さ行"]
    assert tree.xpath(f"{box}//h3/@id") == ["gaku", "kyodo", "shi", "shimin"]
    assert tree.xpath("//nav[@class='easy-rows']//@href") == ["#gyo-1", "#gyo-2"]
    assert tree.xpath(f"{box}//h3[@id='kyodo']/following-sibling::p[@class='easy-of'][1]//@href") == [
        "../../guideline/r5/rinen/#igi"
    ]
    assert tree.xpath("//button[@class='easy-word']") == []


def test_a_second_run_changes_nothing(easy_tree: Path) -> None:
    path = easy_tree / "site/easy/index.html"
    before = path.read_text(encoding="utf-8")
    project = easy_project(easy_tree)

    add_easy(easy_tree / "site", project)
    add_gaps(easy_tree / "site", project)

    assert path.read_text(encoding="utf-8") == before


def test_the_text_is_what_the_page_says_in_markdown(easy_tree: Path) -> None:
    (easy, _words) = easy_project(easy_tree).easy
    text = (easy_tree / "site/easy/index.html").read_text(encoding="utf-8")

    shown = [text_of(one).strip() for one in flows(text)]

    assert [one for one in (block.text for block in easy.blocks) if one not in shown] == []
    assert [text_of(one) for one in flows(without_gaps(text))] == [text_of(one) for one in flows(text)]
    assert re.search(rf"[「（]{re.escape(GAP)}|{re.escape(GAP)}[、。」）]", text) is None
