"""Whatever the texts: each comparison holds the contract and the invariants, and says what was done to the text."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange, EditScript
from macros.comparison.verify import verify
from macros.views.compare_json import script_json
from tests.comparison import mutations
from tests.comparison.generated import documents
from tests.comparison.mutations import MUTATIONS, Mutation
from tests.comparison.rebuild import breaches
from tests.comparison.texts import Parts, chapters_of, heading, note, paragraph, parts_of, real_project, row, text_of

SOME = settings(max_examples=80, derandomize=True, deadline=None)
FEW = settings(max_examples=25, derandomize=True, deadline=None)

PLACES = st.integers(0, 400)


def real_rules(*, ignore_ids: bool = False) -> Rules:
    """The word lists of this repository."""
    data = real_project().data
    lists = Rules(notation=data.notation.record, modality=data.modality.record, actors=("市", "市民", "職員"))
    return replace(lists, ignore_ids=ignore_ids)


def real_parts(revision: str) -> Parts:
    """One of the two drafts."""
    return parts_of(real_project().texts[revision])


def problems(script: EditScript) -> list[str]:
    """All that is wrong with a comparison, by our own eyes and by the engine's."""
    found = breaches(json.loads(script_json(script)))
    return [*found, *(f"verify: {one.invariant} {one.message}" for one in verify(script))]


def compared(old: Parts, new: Parts, *, ignore_ids: bool = False) -> EditScript:
    """The comparison of two texts, which must be without fault."""
    script = compare(text_of("h25", old), text_of("r5", new), real_rules(ignore_ids=ignore_ids))
    assert problems(script) == []
    return script


def told(script: EditScript) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and classes of each change."""
    return [(one.kind, one.classes) for one in script.changes()]


def wording(script: EditScript) -> list[BlockChange]:
    """Changes with a deletion or insertion."""
    return [one for one in script.changes() if any(span.kind != "equal" for span in one.spans)]


# Any text


@SOME
@given(documents(), documents(), st.booleans())
def test_any_two_texts_are_compared_without_fault(old: Parts, new: Parts, ignore_ids: bool) -> None:
    compared(old, new, ignore_ids=ignore_ids)


@SOME
@given(documents(), st.booleans())
def test_any_text_compared_with_itself_shows_no_change(text: Parts, ignore_ids: bool) -> None:
    script = compared(text, text, ignore_ids=ignore_ids)

    assert told(script) == []
    assert {one.kind for one in script.sections} <= {"unchanged"}


@SOME
@given(documents(), st.lists(st.tuples(st.sampled_from(MUTATIONS), PLACES), max_size=3), st.booleans())
def test_any_text_reworked_in_any_way_is_compared_without_fault(
    text: Parts, done: list[tuple[Mutation, int]], ignore_ids: bool
) -> None:
    reworked = text
    for mutate, at in done if text else []:
        reworked = mutate(reworked, at) if reworked else reworked

    compared(text, reworked, ignore_ids=ignore_ids)


@FEW
@given(
    st.sampled_from(["h25", "r5"]),
    st.lists(st.tuples(st.sampled_from(MUTATIONS), PLACES), min_size=2, max_size=5),
    st.booleans(),
)
def test_a_real_draft_reworked_in_several_ways_is_compared_without_fault(
    revision: str, done: list[tuple[Mutation, int]], ignore_ids: bool
) -> None:
    parts = real_parts(revision)
    reworked = parts
    for mutate, at in done:
        reworked = mutate(reworked, at)

    compared(parts, reworked, ignore_ids=ignore_ids)


@pytest.mark.parametrize("ignore_ids", [False, True], ids=["with-ids", "without-ids"])
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda one: one.__name__)
def test_a_real_draft_reworked_in_one_way_is_compared_without_fault(mutate: Mutation, ignore_ids: bool) -> None:
    compared(real_parts("h25"), mutate(real_parts("r5"), 3), ignore_ids=ignore_ids)


# What was done is what is told

BOTH = pytest.mark.parametrize("ignore_ids", [False, True], ids=["with-ids", "without-ids"])


@BOTH
@pytest.mark.parametrize("at", [0, 1, 2])
def test_of_chapters_that_change_places_one_moved_and_no_word_changed(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.swap_chapters(parts, at), ignore_ids=ignore_ids)

    assert [one.kind for one in script.sections if one.kind != "unchanged"] == ["moved"]
    assert wording(script) == []
    assert all(one.type == "heading" and one.kind == "moved" for one in script.changes())


@BOTH
@pytest.mark.parametrize("at", [0, 3, 5])
def test_of_sections_that_change_places_one_moved_and_no_word_changed(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.swap_sections(parts, at), ignore_ids=ignore_ids)

    assert [one.kind for one in script.sections if one.kind != "unchanged"] == ["moved"]
    assert wording(script) == []


@BOTH
@pytest.mark.parametrize("at", range(0, 24, 4))
def test_a_paragraph_that_was_cut_in_two_is_one_split(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.split_paragraph(parts, at), ignore_ids=ignore_ids)

    assert [one.kind for one in script.changes()] == ["split"]
    assert wording(script) == []


@BOTH
@pytest.mark.parametrize("at", range(0, 24, 4))
def test_two_paragraphs_that_were_joined_are_one_merge(at: int, ignore_ids: bool) -> None:
    parts = [one for one in real_parts("r5") if one.kind != "paragraph" or len(one.text) > 30]

    script = compared(parts, mutations.merge_paragraphs(parts, at), ignore_ids=ignore_ids)

    assert [one.kind for one in script.changes()] == ["merged"]
    assert wording(script) == []


@BOTH
def test_other_numbers_alone_are_told_as_numbers_alone(ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.renumber(parts, 5), ignore_ids=ignore_ids)

    assert {one.kind for one in script.sections} == {"unchanged"}
    assert set(told(script)) == {("modified", ("number",))}
    assert wording(script) == []
    assert len(told(script)) > 40


@BOTH
@pytest.mark.parametrize("at", range(0, 100, 19))
def test_a_paragraph_put_in_leaves_all_others_unchanged(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.insert_paragraph(parts, at), ignore_ids=ignore_ids)

    assert told(script) == [("new", ("content",))]


@BOTH
@pytest.mark.parametrize("at", range(0, 120, 23))
def test_a_block_taken_out_leaves_all_others_unchanged(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.delete_block(parts, at), ignore_ids=ignore_ids)

    assert told(script) == [("deleted", ("content",))]


@BOTH
def test_a_paragraph_that_stands_twice_is_new_once(ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.duplicate_paragraph(parts, 12), ignore_ids=ignore_ids)

    assert told(script) == [("new", ("content",))]


def test_a_chapter_pasted_twice_under_new_ids_is_new_the_second_time() -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.paste_chapter_twice(parts, 2))

    assert {one.kind for one in script.changes()} == {"new"}
    assert len(told(script)) == len(chapters_of(parts)[2])


@BOTH
def test_a_heading_without_a_word_below_it_is_a_new_section(ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.add_empty_section(parts, 3), ignore_ids=ignore_ids)

    assert [one.new[0].id for one in script.sections if one.kind == "new"] == ["kara"]
    assert told(script) == [("new", ("content",))]


def test_a_section_that_lost_its_text_stays_the_same_section() -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.empty_section(parts, 8))

    assert {one.kind for one in script.sections} == {"unchanged", "modified"}
    assert {one.kind for one in script.changes()} == {"deleted"}


@BOTH
@pytest.mark.parametrize("mutate", [mutations.add_column, mutations.drop_column], ids=["one-more", "one-less"])
def test_a_table_with_other_columns_keeps_its_rows(mutate: Mutation, ignore_ids: bool) -> None:
    parts = real_parts("h25")
    names = [one.name for one in parts if one.table == "actors"]

    script = compared(parts, mutate(parts, 0), ignore_ids=ignore_ids)

    rows = [one for one in script.blocks if one.type == "row" and one.old and one.old[0].table == "actors"]
    assert [(one.kind, one.old[0].name, one.new[0].name) for one in rows] == [("modified", n, n) for n in names]


@BOTH
@pytest.mark.parametrize("at", [0, 7, 20])
def test_a_paragraph_that_went_to_the_end_moved(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.move_paragraph(parts, at), ignore_ids=ignore_ids)

    assert told(script) == [("moved", ("move",))]
    assert wording(script) == []


def test_clauses_that_change_places_are_a_change_inside_their_paragraph() -> None:
    parts = real_parts("r5")

    script = compared(parts, mutations.swap_clauses(parts, 4))

    assert [one.kind for one in script.changes()] == ["modified"]


@BOTH
@pytest.mark.parametrize("at", [0, 1, 2])
def test_width_and_blanks_alone_are_no_change(at: int, ignore_ids: bool) -> None:
    parts = real_parts("r5")

    assert told(compared(parts, mutations.widen_spelling(parts, at), ignore_ids=ignore_ids)) == []


@BOTH
def test_new_ids_for_everything_are_no_change(ignore_ids: bool) -> None:
    parts = real_parts("r5")

    assert told(compared(parts, mutations.rename_ids(parts, 1), ignore_ids=ignore_ids)) == []


@BOTH
@pytest.mark.parametrize("cells", [("補助", "市が財政的な支援を行う方法です。"), ("",), ("", "", "")])
def test_rows_that_read_the_same_stay_in_their_order(cells: tuple[str, ...], ignore_ids: bool) -> None:
    parts = [
        heading("keitai", "協働の形態"),
        row("a", *cells),
        row("b", *cells),
        row("c", "後援", "名義を使う方法です。"),
    ]

    assert told(compared(parts, parts, ignore_ids=ignore_ids)) == []


@BOTH
def test_notes_of_one_name_in_two_chapters_stay_in_their_chapters(ignore_ids: bool) -> None:
    words = note("shimin", "¹この指針でいう市民とは、住民や地域活動団体のことをいいます。")
    parts = [heading("shushi", "趣旨"), words, heading("suishin", "推進"), words]

    assert told(compared(parts, parts, ignore_ids=ignore_ids)) == []


@BOTH
def test_a_table_that_a_paragraph_cuts_in_two_keeps_its_rows(ignore_ids: bool) -> None:
    rows = [
        row("a", "補助", "市が財政的な支援を行う方法です。"),
        row("b", "後援", "市が名義を使うことを認める方法です。"),
    ]
    parts = [heading("keitai", "協働の形態"), *rows]

    script = compared(parts, [*parts[:2], paragraph(mutations.NEW), parts[2]], ignore_ids=ignore_ids)

    assert told(script) == [("new", ("content",))]


@BOTH
def test_a_paragraph_whose_words_become_a_heading_is_told_without_fault(ignore_ids: bool) -> None:
    words = "平成24年度に協働事業提案制度を創設しました。"

    script = compared([heading("shushi", "趣旨"), paragraph(words)], [heading("keika", words)], ignore_ids=ignore_ids)

    assert [one.kind for one in script.changes()].count("new") == 1


@pytest.mark.parametrize(("old", "new"), [("", "r5"), ("r5", ""), ("", "")])
def test_a_text_without_a_block_is_a_text(old: str, new: str) -> None:
    script = compared(real_parts(old) if old else [], real_parts(new) if new else [])

    assert {one.kind for one in script.blocks} <= {"new", "deleted"}
