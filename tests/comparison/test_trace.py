"""What became of frozen changes: by hand for each fate, and promises that hold for any draft."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.comparison.compare import compare
from macros.comparison.frozen import FrozenSet, freeze, read_frozen
from macros.comparison.script import EditScript
from macros.comparison.trace import Trace, adopted_changes, same_words, trace
from tests.comparison import mutations
from tests.comparison.generated import documents
from tests.comparison.texts import Parts, heading, paragraph, parts_of, row, text_of, with_text

HEAD = heading("kadai", "1 課題")
KEPT = paragraph("市民と市は、対等な立場で話し合い、力を合わせます。")
OLD = paragraph("市は、市民の意見を聴くことに努めます。")
NEW = paragraph("市は、市民の意見を聴き、結果を公表します。")
THIRD = paragraph("市は、市民の意見を聴き、結果を毎年公表します。")
FRESH = paragraph("水と緑を次の世代へ手渡すため、年に一度の集いをひらきます。")


def frozen_of(old: Parts, new: Parts) -> FrozenSet:
    """The comparison of two texts, frozen and read again."""
    return read_frozen(freeze("r8-mihon", date(2026, 12, 1), compare(text_of("r5", old), text_of("r8", new))))


def traced(old: Parts, asked: Parts, now: Parts) -> Trace:
    """What became of the changes from `old` to `asked` when the draft reads `now`."""
    return trace(frozen_of(old, asked), compare(text_of("r5", old), text_of("r8", now)))


def fates(found: Trace) -> list[str]:
    """The fates in order of the numbers."""
    return [one.fate for one in found.changes]


@pytest.mark.parametrize(
    ("old", "asked", "now", "wanted", "added"),
    [
        ([HEAD, KEPT, OLD], [HEAD, KEPT, NEW], [HEAD, KEPT, NEW], ["kept"], 0),
        ([HEAD, KEPT, OLD], [HEAD, KEPT, NEW], [HEAD, KEPT, THIRD], ["reworded"], 0),
        ([HEAD, KEPT, OLD], [HEAD, KEPT, NEW], [HEAD, KEPT, OLD], ["withdrawn"], 0),
        ([HEAD, KEPT, OLD], [HEAD, KEPT, NEW], [HEAD, KEPT], ["withdrawn"], 1),
        ([HEAD, KEPT, OLD], [HEAD, KEPT, NEW], [HEAD, KEPT, NEW, FRESH], ["kept"], 1),
        ([HEAD, KEPT], [HEAD, KEPT, FRESH], [HEAD, KEPT], ["withdrawn"], 0),
        ([HEAD, KEPT], [HEAD, FRESH, KEPT], [HEAD, KEPT, FRESH], ["kept"], 0),
        ([HEAD, KEPT, OLD], [HEAD, KEPT], [HEAD, KEPT, OLD], ["withdrawn"], 0),
        ([HEAD, KEPT, OLD], [HEAD, KEPT], [HEAD, KEPT, NEW], ["reworded"], 0),
        ([HEAD, KEPT], [heading("kadai", "2 課題"), KEPT], [heading("kadai", "2 課題"), KEPT], ["kept"], 0),
        ([HEAD, KEPT], [heading("kadai", "2 課題"), KEPT], [heading("kadai", "3 課題"), KEPT], ["reworded"], 0),
        ([HEAD, KEPT], [heading("kadai", "2 課題"), KEPT], [HEAD, KEPT], ["withdrawn"], 0),
        ([HEAD, KEPT], [HEAD, KEPT, FRESH, FRESH], [HEAD, KEPT, FRESH], ["kept", "withdrawn"], 0),
        ([HEAD, row("a", "A", "補助")], [HEAD, row("a", "A", "委託")], [HEAD, row("a", "A", "共催")], ["reworded"], 0),
    ],
)
def test_each_fate(old: Parts, asked: Parts, now: Parts, wanted: list[str], added: int) -> None:
    found = traced(old, asked, now)

    assert (fates(found), len(found.added)) == (wanted, added)


def test_a_number_does_not_go_over_to_a_new_change_in_the_same_place() -> None:
    found = traced([HEAD, KEPT], [HEAD, KEPT, NEW], [HEAD, KEPT, FRESH])

    assert fates(found) == ["withdrawn"]
    assert [one.new[0].text for one in found.added] == [FRESH.text]


def test_a_change_without_an_older_text_may_be_moved_to_another_section() -> None:
    other = heading("torikumi", "2 取組")
    found = traced([HEAD, KEPT, other, OLD], [HEAD, KEPT, FRESH, other, OLD], [HEAD, KEPT, other, OLD, FRESH])

    assert fates(found) == ["reworded"]
    assert found.changes[0].now is not None
    assert found.changes[0].now.new[0].section == "torikumi"


def test_two_numbers_in_one_change_go_to_the_one_with_more_words_and_the_other_says_that_it_was_reworded() -> None:
    first = paragraph("市は、広報と掲示板で、市民に活動を知らせます。集まりの場所も知らせます。")
    second = paragraph("市は、費用の一部を助けます。")
    both = paragraph(first.text + second.text)
    found = traced([HEAD, KEPT], [HEAD, KEPT, first, second], [HEAD, KEPT, both])

    assert fates(found) == ["reworded", "reworded"]
    assert [one.now is not None for one in found.changes] == [True, False]
    assert found.added == ()


def test_the_adopted_text_is_held_against_the_draft_as_consulted() -> None:
    frozen = frozen_of([HEAD, KEPT, OLD], [HEAD, KEPT, NEW])

    script = adopted_changes(frozen, text_of("r8", [HEAD, KEPT, THIRD]))

    (change,) = script.changes()
    assert (change.old[0].text, change.new[0].text) == (NEW.text, THIRD.text)
    assert list(adopted_changes(frozen, text_of("r8", [HEAD, KEPT, NEW])).changes()) == []


def problems(frozen: FrozenSet, current: EditScript, found: Trace) -> list[str]:
    """What a trace breaks of its promises."""
    asked, present = list(frozen.script.changes()), {one.id: one for one in current.changes()}
    claimed = Counter(one.now.id for one in found.changes if one.now)
    wrong = [] if [one.frozen for one in found.changes] == asked else ["a number is lost or out of order"]
    wrong += [f"claimed twice: {one}" for one, count in claimed.items() if count > 1]
    wrong += [f"not in the present comparison: {one}" for one in claimed if one not in present]
    if {one.id for one in found.added} != set(present) - set(claimed):
        wrong.append("neither claimed nor added")
    for one in found.changes:
        if one.fate == "kept" and (one.now is None or _words(one.now) != _words(one.frozen)):
            wrong.append(f"kept, but other words: {one.frozen.number}")
        if one.fate == "withdrawn" and one.now is not None:
            wrong.append(f"withdrawn, but there: {one.frozen.number}")
    return wrong


def _words(change: Any) -> tuple[list[str], list[str]]:
    def plain(text: str) -> str:
        return "".join(sign for sign in text if sign not in "⁰¹²³⁴⁵⁶⁷⁸⁹")

    return [plain(one.text) for one in change.old], [plain(one.text) for one in change.new]


@given(documents(), documents(), documents())
@settings(max_examples=80)
def test_the_promises_hold_for_any_three_texts(old: Parts, asked: Parts, now: Parts) -> None:
    frozen, current = frozen_of(old, asked), compare(text_of("r5", old), text_of("r8", now))

    assert problems(frozen, current, trace(frozen, current)) == []


@given(documents(), documents())
@settings(max_examples=40)
def test_nothing_changes_while_the_draft_stays_and_all_is_withdrawn_when_it_is_taken_back(
    old: Parts, asked: Parts
) -> None:
    frozen = frozen_of(old, asked)

    stayed = trace(frozen, compare(text_of("r5", old), text_of("r8", asked)))
    back = trace(frozen, compare(text_of("r5", old), text_of("r8", old)))

    assert set(fates(stayed)) <= {"kept"}
    assert [one.now and one.now.id for one in stayed.changes] == [one.frozen.id for one in stayed.changes]
    assert (stayed.added, back.added) == ((), ())
    assert set(fates(back)) <= {"withdrawn"}


MUTATIONS = (mutations.swap_chapters, mutations.swap_sections, mutations.split_paragraph)


@given(st.sampled_from(MUTATIONS), st.integers(0, 40))
@settings(max_examples=12)
def test_the_promises_hold_when_the_real_draft_is_reworked(
    with_ids: EditScript, mutate: mutations.Mutation, at: int
) -> None:
    frozen = read_frozen(freeze("r5-mihon", date(2026, 12, 1), with_ids))
    current = compare(with_ids.old, text_of("r5", mutate(parts_of(with_ids.new), at)))

    assert problems(frozen, current, trace(frozen, current)) == []


@given(st.integers(0, 10_000))
@settings(max_examples=15)
def test_a_paragraph_that_is_altered_moves_no_other_number(with_ids: EditScript, at: int) -> None:
    frozen = read_frozen(freeze("r5-mihon", date(2026, 12, 1), with_ids))
    present = text_of("r5", parts_of(with_ids.new))
    before = trace(frozen, compare(with_ids.old, present))
    parts = parts_of(with_ids.new)
    places = [place for place, part in enumerate(parts) if part.kind == "paragraph" and len(part.text) > 20]
    place = places[at % len(places)]
    parts[place] = with_text(parts[place], parts[place].text + "毎年、結果を公表します。")

    found = trace(frozen, compare(with_ids.old, text_of("r5", parts)))

    assert same_words(present, with_ids.new)
    for was, one in zip(before.changes, found.changes, strict=True):
        if place not in [block.at for block in was.frozen.new]:
            assert (one.fate, one.now and one.now.id) == (was.fate, was.now and was.now.id)
        else:
            assert one.fate == "reworded"


def test_a_trace_that_moves_a_number_is_noticed() -> None:
    frozen = frozen_of([HEAD, KEPT, OLD], [HEAD, KEPT, NEW, FRESH])
    current = compare(text_of("r5", [HEAD, KEPT, OLD]), text_of("r8", [HEAD, KEPT, NEW, FRESH]))
    found = trace(frozen, current)
    one, other = found.changes

    swapped = (replace(one, now=other.now), replace(other, now=one.now))

    assert problems(frozen, current, found) == []
    assert problems(frozen, current, replace(found, changes=swapped)) != []
    assert problems(frozen, current, replace(found, changes=(one, replace(other, now=one.now)))) != []
    assert problems(frozen, current, replace(found, changes=(other, one))) != []
    assert problems(frozen, current, replace(found, changes=(one,))) != []
