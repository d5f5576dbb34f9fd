"""The text of a revision: headings, sections, blocks, places."""

from pathlib import Path

import pytest

from macros.model.findings import Place
from macros.model.page import Head, Page
from macros.model.project import Project, load_project
from macros.model.text import RevisionText, scan_headings
from macros.model.tree import read_tree
from macros.model.yaml_file import YamlFile
from macros.views.registry import MACROS


@pytest.fixture
def project(tree: Path) -> Project:
    """The project of 見本市."""
    loaded, findings = load_project(read_tree(tree), MACROS)
    assert findings == ()
    assert loaded is not None
    return loaded


@pytest.fixture
def text(project: Project) -> RevisionText:
    """The text of its revision r5."""
    return project.texts["r5"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# 題 {: #dai }", ("dai", "題", 1)),
        ("### （1）相互理解の原則 {: #sogo-rikai }", ("sogo-rikai", "（1）相互理解の原則", 3)),
        ("## コラム：歩み {: #ayumi .column }", ("ayumi", "コラム：歩み", 2)),
        ("## コラム：歩み {: .column #ayumi }", ("ayumi", "コラム：歩み", 2)),
        ("## 題 {:#dai}", ("dai", "題", 2)),
        ("## 題", ("", "題", 2)),
        ("## 題 ##", ("", "題", 2)),
        ("###### 題 {: #dai }", ("dai", "題", 6)),
    ],
)
def test_a_heading_is_found_in_the_source(line: str, heading: tuple[str, str, int]) -> None:
    page = Page("a.md", Head(title="題"), f"\n{line}\n", 4, YamlFile("a.md"))

    (found,) = scan_headings(page)

    assert (found.id, found.text, found.level) == heading
    assert found.place == Place("a.md", 5)


@pytest.mark.parametrize("line", ["段落", " # 題", "\\# 題", "####### 題", "-# 題", "#"])
def test_what_is_no_heading_is_left_alone(line: str) -> None:
    assert scan_headings(Page("a.md", Head(title="題"), line, 1, YamlFile("a.md"))) == []


def test_sections_stand_in_printed_order_with_number_title_and_parent(text: RevisionText) -> None:
    assert [(one.id, one.number, one.title, one.level, one.parent) for one in text.sections] == [
        ("cover", "", "見本市協働指針", 1, None),
        ("enkaku", "", "沿革", 2, "cover"),
        ("contents", "", "目次", 2, "cover"),
        ("rinen", "第Ⅰ章", "協働の理念", 1, None),
        ("gensoku", "1", "協働の原則", 2, "rinen"),
        ("sogo-rikai", "(1)", "相互理解の原則", 3, "gensoku"),
        ("joho-kokai", "(2)", "情報公開の原則", 3, "gensoku"),
        ("igi", "2", "協働の意義", 2, "rinen"),
        ("susumekata", "第Ⅱ章", "協働の進め方", 1, None),
        ("shutai", "1", "主体、領域、形態", 2, "susumekata"),
        ("column-ayumi", "コラム", "協働のあゆみ", 2, "susumekata"),
    ]
    assert [one.order for one in text.sections] == list(range(11))


def test_a_section_has_its_address_and_the_place_of_its_heading(text: RevisionText) -> None:
    section = text.section("igi")

    assert section is not None
    assert section.address == "guideline/r5/rinen/#igi"
    assert section.place == Place("docs/guideline/r5/rinen.md", 23)
    assert text.section("nai") is None


def test_the_text_before_the_first_chapter_has_the_address_of_the_revision(text: RevisionText) -> None:
    assert text.sections[0].address == "guideline/r5/#cover"


def test_blocks_are_numbered_from_the_first_to_the_last_and_know_their_section(text: RevisionText) -> None:
    assert [block.at for block in text.blocks] == list(range(len(text.blocks)))
    assert {block.section for block in text.blocks} == {section.id for section in text.sections}


def test_a_section_holds_its_heading_and_its_blocks_without_the_sections_inside_it(text: RevisionText) -> None:
    assert [(one.kind, one.number, one.text) for one in text.blocks_of("gensoku")] == [
        ("heading", "1", "協働の原則"),
        ("paragraph", "", "市民¹と市²は、次の原則を守ります。"),
    ]


def test_a_heading_is_printed_with_its_number(text: RevisionText) -> None:
    assert text.blocks_of("igi")[0].printed == "2 協働の意義"


def test_the_notes_of_a_page_have_names_and_stand_at_its_end(text: RevisionText) -> None:
    notes = [(one.name, one.text) for one in text.blocks if one.kind == "note"]

    assert notes == [
        ("shimin", "¹市民とは、見本市に住み、働き、学ぶ人をいいます。"),
        ("shi", "²市とは、見本市をいいます。"),
    ]


def test_the_rows_of_a_table_come_from_the_data_with_its_places(text: RevisionText) -> None:
    rows = [one for one in text.blocks if one.table == "actors"]

    assert [(one.name, one.text) for one in rows] == [
        ("head", "協働の主体\t内容\t主な特性"),
        ("jumin", "住民等\t市に住み、働き、学ぶ人\t多様性\n独創性"),
        ("shi", "市\t見本市\t公平性"),
    ]
    assert [one.place.file for one in rows] == ["data/tables/r5/actors.yml"] * 3
    assert [one.place.line for one in rows] == [3, 7, 14]


def test_every_block_of_a_page_has_the_line_on_which_it_stands(project: Project, tree: Path) -> None:
    blocks = [block for text in project.texts.values() for block in text.blocks if block.place.file.endswith(".md")]

    for block in blocks:
        line = (tree / block.place.file).read_text(encoding="utf-8").split("\n")[block.place.line - 1]
        if "¹" not in block.text[1:]:  # see the case S001-paragraph-that-begins-with-a-note
            assert block.text.lstrip("¹²").split("\t")[0][:3] in line, block


def test_the_newest_text_is_the_last_one(project: Project) -> None:
    assert project.newest is project.texts["r5"]
    with pytest.raises(KeyError):
        project.revision("r6")
