"""The history of sections: every id once, every revision named, every sentence with the text it is first found in."""

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from macros.comparison.pairs import edit_script
from macros.japanese.sentences import split_sentences
from macros.model.project import Project
from macros.model.text import RevisionText
from macros.views.first_found import first_found, fold, passages
from macros.views.frame import PageView
from macros.views.history import history
from macros.views.section_facts import changes_by_section
from tests.comparison.texts import real_project

PAGE = PageView("docs/history.md")


@pytest.fixture(scope="module")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


@pytest.fixture(scope="module")
def page(project: Project) -> Any:
    """The page's tree."""
    return html.fragment_fromstring(history(project, PAGE))


def words(page: Any, section: str) -> list[str]:
    """What the entry of a section says of each revision, oldest first."""
    return ["".join(one.itertext()) for one in page.xpath(f"//div[@id='{section}']//dd")]


def test_every_section_of_every_text_has_one_entry(project: Project, page: Any) -> None:
    ids = [str(one) for one in page.xpath("//div[@class='history-entry']/@id")]

    assert sorted(ids) == sorted({one.id for text in project.texts.values() for one in text.sections})
    newest = [one.id for one in project.newest.sections] if project.newest else []
    assert ids[: len(newest)] == newest


def test_each_entry_goes_through_all_revisions(project: Project, page: Any) -> None:
    names = [one.name for one in project.data.revisions.record.revisions]

    for section in page.xpath("//div[@class='history-entry']"):
        assert [one.text for one in section.xpath(".//dt")] == names


def test_a_revision_without_text_says_so(page: Any) -> None:
    for section in page.xpath("//div[@class='history-entry']/@id"):
        told = words(page, str(section))
        assert told[0] == told[2] == "本文が手元にありません。"


@pytest.mark.parametrize(
    ("section", "at", "expected"),
    [
        ("genjo-kadai", 3, "に移りました。"),
        ("kadai-sanka", 3, "に合わさりました。"),
        ("chiiki-kyoten", 3, "に分かれました。"),
        ("kadai-sedai", 1, "この版にはありません。"),
        ("kaitei-haikei", 3, "この版にはありません。"),
        ("kadai-kizoku", 3, "に合わさりました。"),
    ],
)
def test_what_became_of_a_section_is_named(page: Any, section: str, at: int, expected: str) -> None:
    assert expected in words(page, section)[at]


def test_the_changes_of_a_section_are_counted_as_in_the_comparison(project: Project, page: Any) -> None:
    changes = changes_by_section(edit_script(project, "h25", "r5"), "new")

    for section in project.texts["r5"].sections:
        count = len(changes.get(section.id, []))
        said = words(page, section.id)[3]
        assert (f"{count}か所" if count else "ありません") in said


def ages(project: Project, section: str) -> dict[str, str]:
    """Sentences of a section of the newest text, with the revision in which each is first found."""
    found = passages(project.texts["r5"], section, first_found(project))
    return {part: passage.revision for passage in found for part in passage.parts}


def test_every_sentence_of_the_newest_text_is_shown_once(project: Project) -> None:
    text = project.texts["r5"]

    for section in text.sections:
        shown = [fold(part) for one in passages(text, section.id, first_found(project)) for part in one.parts]
        blocks = [block for block in text.blocks_of(section.id) if block.kind != "heading"]
        wanted = [fold(one) for block in blocks for one in split_sentences(block.text) if fold(one)]
        assert shown == wanted


def test_a_sentence_is_as_old_as_the_oldest_text_that_has_it(project: Project) -> None:
    older = {fold(one) for block in project.texts["h25"].blocks for one in split_sentences(block.text)}

    for section in project.texts["r5"].sections:
        for sentence, revision in ages(project, section.id).items():
            assert revision == ("h25" if fold(sentence) in older else "r5")


def changed(text: RevisionText, section: str, old: str, new: str) -> RevisionText:
    """The text with some words of a section replaced."""
    blocks = [replace(b, text=b.text.replace(old, new)) if b.section == section else b for b in text.blocks]
    return replace(text, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("協働とは", "協働とは、つまり", "r5"), ("協働とは", "協 働 と は", "h25")],
    ids=["one word more", "other spacing"],
)
def test_one_changed_word_makes_a_sentence_young_and_spacing_does_not(
    project: Project, old: str, new: str, expected: str
) -> None:
    sentence = next(one for one in ages(project, "igi") if one.startswith(old))
    older = changed(project.texts["h25"], "igi", old, new)

    assert ages(project, "igi")[sentence] == "h25"
    assert ages(replace(project, texts={**project.texts, "h25": older}), "igi")[sentence] == expected


def test_the_history_is_not_searched_twice(page: Any) -> None:
    assert page.get("data-search-exclude") is not None
