"""A draft's own marks beside the computed changes."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from macros.comparison.pairs import edit_script
from macros.comparison.script import Span
from macros.model.project import Project
from macros.views.draft_marks import _cover, _inserted, _was_deleted, draft_marks
from macros.views.draft_places import find_marks
from macros.views.frame import PageView
from tests.comparison.texts import real_project

PAGE = PageView("docs/compare/draft-marks.md")


@pytest.fixture(scope="module")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


@pytest.fixture(scope="module")
def page(project: Project) -> Any:
    """The page's tree."""
    return html.fragment_fromstring(draft_marks(project, PAGE, "h25", "r5"))


def test_every_mark_is_found_in_the_published_text(project: Project) -> None:
    places = find_marks(project, "r5")

    assert len(places) == 19
    for place in places:
        assert place.block is not None
        assert place.block.section == place.mark.section
        if place.mark.kind == "bold":
            assert place.block.text[place.start :].startswith(place.mark.text)


def test_a_word_that_stands_twice_is_found_where_the_draft_marks_it(project: Project) -> None:
    town = next(one for one in find_marks(project, "r5") if one.mark.text == "都市")

    assert town.block is not None
    assert town.block.text[town.start - 1 : town.start + 3] == "「都市」"
    assert town.block.text.index("都市") < town.start


def test_a_mark_whose_words_are_gone_is_told_and_not_dropped(project: Project) -> None:
    text = project.texts["r5"]
    blocks = [replace(one, text=one.text.replace("令和元年度", "")) for one in text.blocks]
    poorer = replace(project, texts={**project.texts, "r5": replace(text, blocks=tuple(blocks))})

    lost = [one.mark.text for one in find_marks(poorer, "r5") if one.block is None]

    assert lost == ["令和元年度"]


SPANS = (Span("equal", "市は"), Span("delete", "すぐに"), Span("insert", "広く"), Span("equal", "伝えます"))


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [(2, 4, "whole"), (1, 4, "partly"), (3, 6, "partly"), (4, 6, "apart"), (9, 12, "apart")],
)
def test_a_bold_mark_agrees_as_far_as_it_lies_in_what_was_inserted(start: int, end: int, verdict: str) -> None:
    assert _cover(_inserted(SPANS)[start:end]) == verdict


def test_a_difference_of_width_is_no_change() -> None:
    spans = (Span("delete", "～", variant=True), Span("insert", "~", variant=True))

    assert _inserted(spans) == [False]


@pytest.mark.parametrize(
    ("place", "text", "expected"), [(2, "すぐに", True), (4, "すぐに", True), (5, "すぐに", False), (2, "市", False)]
)
def test_a_struck_mark_agrees_where_just_this_was_deleted(place: int, text: str, expected: bool) -> None:
    assert _was_deleted(SPANS, place, text) is expected


def test_the_page_counts_every_mark_and_every_change_once(project: Project, page: Any) -> None:
    changes = {one.id for one in edit_script(project, "h25", "r5").changes()}
    rows = page.xpath("//tbody/tr")
    bare = [str(one).partition("#")[2] for one in page.xpath("//details//a/@href")]
    marked = {
        str(one).partition("#")[2]
        for one in page.xpath("//tr[@class='mark-whole' or @class='mark-partly']//td//a/@href")
    }

    assert len(rows) == len(find_marks(project, "r5"))
    assert len(bare) == len(set(bare))
    assert set(bare) | marked == changes
    assert set(bare) & marked == set()
    assert f"{len(changes)}か所" in page.text_content()


def test_a_change_that_bears_no_mark_any_more_goes_to_the_others(project: Project, page: Any) -> None:
    bare = replace(project, data=replace(project.data, draft_marks=()))

    other = html.fragment_fromstring(draft_marks(bare, PAGE, "h25", "r5"))

    assert len(other.xpath("//details//li")) > len(page.xpath("//details//li"))
    assert other.xpath("//tbody/tr") == []
