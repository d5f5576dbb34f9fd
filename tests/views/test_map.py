"""The map of a reorganisation: the drawing and the lists say the same of every section, and nothing is cut off."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from macros.comparison.pairs import edit_script
from macros.comparison.script import EditScript
from macros.model.project import Project
from macros.views.comparison_map import reorganisation_map
from macros.views.frame import PageView
from macros.views.map_layout import Box, Drawing, draw_chapters, draw_sections
from macros.views.relations import in_chapter, section_links
from macros.views.svg_text import break_lines, text_width
from tests.comparison.texts import real_project

PAGE = PageView("docs/compare/h25-r5.md")
NAMES = ("平成25年（2013年）の案", "令和5年（2023年）の案")


@pytest.fixture(scope="module")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


@pytest.fixture(scope="module")
def script(project: Project) -> EditScript:
    """The two drafts compared."""
    return edit_script(project, "h25", "r5")


def tree(project: Project, script: EditScript) -> Any:
    """The map, parsed."""
    return html.fragment_fromstring(reorganisation_map(project, PAGE, script))


def unnamed(map_: Any, script: EditScript, part: str) -> set[str]:
    """Addresses of sections in chapters that a part of the map does not link."""
    linked = {str(one).removeprefix("../../") for one in map_.xpath(f"{part}//a/@href")}
    wanted = {one.address for text in (script.old, script.new) for one in text.sections if in_chapter(text, one)}
    return wanted - linked


def test_every_section_stands_in_the_drawing_and_in_the_lists(project: Project, script: EditScript) -> None:
    found = tree(project, script)

    assert unnamed(found, script, "//*[contains(@class, 'map-sections')]") == set()
    assert unnamed(found, script, "//*[@id='map-in-words']") == set()


def test_a_relation_that_is_lost_is_noticed(project: Project, script: EditScript) -> None:
    whole = [one for one in script.sections if one.kind == "new"]
    poorer = replace(script, sections=tuple(one for one in script.sections if one not in whole))

    assert unnamed(tree(project, poorer), script, "//*[@id='map-in-words']") == {
        one.address for change in whole for one in change.new
    }


def test_each_list_says_how_many_it_names(project: Project, script: EditScript) -> None:
    found = tree(project, script)

    for heading in found.xpath("//h3"):
        listed = heading.getnext().xpath("./li")
        assert f"（{len(listed)}）" in heading.text_content()
    assert sum(len(heading.getnext().xpath("./li")) for heading in found.xpath("//h3")) > 15


def test_what_people_confirmed_is_said_with_their_note(project: Project, script: EditScript) -> None:
    words = tree(project, script).text_content()

    for relation in project.data.lineage[0].record.sections:
        assert relation.note in words
    assert project.data.lineage[0].record.by in words


def test_without_confirmed_relations_the_map_says_so(project: Project, script: EditScript) -> None:
    bare = replace(project, data=replace(project.data, lineage=()))

    assert "人は、まだ確かめていません" in tree(bare, script).text_content()


def test_the_drawing_is_for_the_eye_and_asks_for_no_style(project: Project, script: EditScript) -> None:
    found = tree(project, script)

    assert all(
        one.get("aria-hidden") == "true" or one.getparent().getparent().get("aria-hidden")
        for one in found.xpath("//svg")
    )
    assert set(found.xpath("//svg//a/@tabindex")) == {"-1"}
    assert found.xpath("//@style | //script | //*[starts-with(name(), 'on')]") == []
    assert "\n" not in reorganisation_map(project, PAGE, script)


def drawings(script: EditScript) -> list[Drawing]:
    """Both drawings."""
    return [draw_chapters(script, NAMES), draw_sections(script, NAMES)]


def overlaps(boxes: tuple[Box, ...]) -> list[str]:
    """Boxes that begin above the end of the one before."""
    return [two.section.id for one, two in pairwise(boxes) if two.y < one.y + one.height]


def too_wide(drawing: Drawing) -> list[str]:
    """Lines of a name that leave their box."""
    sizes = drawing.sizes
    return [
        line
        for box in (*drawing.old, *drawing.new)
        for line in box.lines
        if text_width(line) * sizes.font > box.width - 2 * sizes.padding
    ]


def test_boxes_do_not_overlap_and_hold_their_names(script: EditScript) -> None:
    for drawing in drawings(script):
        assert overlaps(drawing.old) == overlaps(drawing.new) == []
        assert too_wide(drawing) == []
        assert all(box.x >= 0 and box.x + box.width <= drawing.sizes.width for box in (*drawing.old, *drawing.new))
        assert max(box.y + box.height for box in (*drawing.old, *drawing.new)) <= drawing.height


def test_a_box_that_is_too_small_is_noticed(script: EditScript) -> None:
    drawing = drawings(script)[0]
    narrow = replace(drawing.new[1], width=40.0)

    assert too_wide(replace(drawing, new=(narrow,))) != []
    assert overlaps((drawing.new[0], replace(drawing.new[1], y=drawing.new[0].y))) != []


def test_every_pair_is_one_line_and_signs_stand_apart(script: EditScript) -> None:
    drawing = drawings(script)[1]
    signs = [line.sign for line in drawing.lines if line.kind != "same"]

    assert len(drawing.lines) == len(section_links(script))
    assert len(signs) == len(set(signs)) > 5


def test_chapters_that_changed_places_are_told_apart_from_those_that_stayed(script: EditScript) -> None:
    kinds = {(one.kind, one.start[1] < one.end[1]) for one in drawings(script)[0].lines}

    assert {kind for kind, _ in kinds} >= {"same", "moved", "part"}


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("指針改定にあたって", 7.3, ["指針改定に", "あたって"]),
        ("協働についての基本的な考え方", 7.3, ["協働についての", "基本的な考え方"]),
        ("令和5年（2023年）の案", 8.0, ["令和5年", "（2023年）の案"]),
        ("あ" * 10, 4.0, ["ああああ", "ああああ", "ああ"]),
        ("協働", 9.0, ["協働"]),
        ("", 9.0, []),
    ],
)
def test_titles_break_between_phrases(title: str, width: float, lines: list[str]) -> None:
    assert break_lines(title, width) == lines


@pytest.mark.parametrize("width", [3.0, 7.0, 18.0])
def test_broken_titles_join_to_the_title(script: EditScript, width: float) -> None:
    for section in (*script.old.sections, *script.new.sections):
        lines = break_lines(section.title, width)

        assert "".join(lines) == section.title
        assert all(text_width(line) <= width for line in lines)
