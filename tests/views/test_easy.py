"""What stands on easy pages and in the guideline about each other, as HTML."""

from pathlib import Path

import pytest

from macros.model.original import Original
from macros.views.easy import all_notices, easy_links, original_links, originals_line, page_address
from macros.views.frame import PageView
from tests.easy_tree import easy_project, write_easy

PAGE = PageView("docs/easy/index.md")


@pytest.mark.parametrize(
    ("file", "address"),
    [("docs/easy/index.md", "easy/"), ("docs/easy/words.md", "easy/words/"), ("docs/index.md", "index/")],
)
def test_a_page_has_its_address(file: str, address: str) -> None:
    assert page_address(file) == address


def test_originals_are_named_as_readers_know_them(tree: Path) -> None:
    project = easy_project(tree)
    originals = [
        Original("section", "r5", "sogo-rikai"),
        Original("section", "r5", "sogo-rikai", mark="00000000"),
        Original("row", "r5", "shutai", "jumin"),
        Original("source", id="mihon-page"),
        Original("consultation", id="r5-2023"),
        Original("site"),
    ]

    links = original_links(project, originals)

    assert [(one.group, one.words) for one in links] == [
        ("令和5年（2023年）の案", "(1) 相互理解の原則"),
        ("令和5年（2023年）の案", "住民等"),
        ("", "見本市のページ"),
        ("", next(one.record.title for one in project.data.consultations if one.record.id == "r5-2023")),
    ]
    assert links[0].address == "guideline/r5/rinen/#sogo-rikai"


def test_what_does_not_exist_has_no_link(tree: Path) -> None:
    gone = [
        Original("section", "r5", "gone"),
        Original("section", "h99", "igi"),
        Original("source", id="gone"),
        Original("consultation", id="gone"),
    ]

    assert original_links(easy_project(tree), gone) == []
    assert originals_line(easy_project(tree), PAGE, [*gone, Original("site")]) == ""


def test_links_stand_in_the_order_of_the_menu_one_for_each_page(tree: Path) -> None:
    write_easy(tree)

    links = easy_links(easy_project(tree))

    assert [(one.address, one.title) for one in links["r5", "igi"]] == [("easy/#imi", "協働のきまり")]


def test_a_place_that_tells_a_difference_is_linked_only_where_nothing_rewrites_the_section(tree: Path) -> None:
    write_easy(tree)
    page = '---\ntitle: 違い\neasy: true\n---\n\n# 違い {: #chigai data-of="h25/igi r5/igi h25/kongo" }\n\n同じです。\n'
    (tree / "docs/easy/chigai.md").write_text(page, encoding="utf-8")

    links = easy_links(easy_project(tree))

    assert [one.address for one in links["r5", "igi"]] == ["easy/#imi"]
    assert [one.address for one in links["h25", "kongo"]] == ["easy/chigai/#chigai"]


def test_the_notices_of_every_state_are_known_beforehand(tree: Path) -> None:
    write_easy(tree)
    project = easy_project(tree)

    text = all_notices(project, PAGE, project.easy[0])

    for words in ("確かめた人：", "まだだれも確かめていません。", "もとの文が変わりました。", "1か所目", "新しい文："):
        assert words in text
