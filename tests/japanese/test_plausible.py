"""Readings that somebody reads are let through, all others are found, however they are hidden."""

import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese import lattice
from macros.japanese.candidates import stream
from macros.japanese.cuts import wrongly_cut
from macros.japanese.notation import parse, write
from macros.japanese.placed import part, spans
from macros.japanese.plausible import judge
from macros.japanese.reading_rules import Rule
from macros.japanese.ruby import Ruby, Segment, joined, plain
from tests.cases.readings.plausible import Line, read_lines

TRUE = read_lines("true.txt")
FALSE = read_lines("false.txt")

EXCHANGES = 400
SECONDS = 4
"""Processor time for one long line, the waking of both readers included."""

FOUND = 0.99
"""Share of exchanged readings that must be found; of the site's own lines it was 100 % (2,000 of 2,000)."""


def ruby_of(line: str) -> Ruby:
    ruby, slips = parse(line)
    assert slips == ()
    return ruby


def told(ruby: Ruby, rules: tuple[Rule, ...] = (), allowed: tuple[Ruby, ...] = ()) -> list[str]:
    return [write(part(ruby, start, end)) for start, end in judge(ruby, rules, "", allowed).unproposed]


@pytest.mark.parametrize("line", TRUE, ids=[str(line.number) for line in TRUE])
def test_what_somebody_reads_is_let_through(line: Line) -> None:
    assert told(line.ruby) == []


@pytest.mark.parametrize("line", FALSE, ids=[str(line.number) for line in FALSE])
def test_what_nobody_reads_is_found(line: Line) -> None:
    assert told(line.ruby) == line.told != []


def exchanged(lines: list[Line]) -> Iterator[Ruby]:
    """Sentences in which one reading is that of another word."""
    chance = random.Random(11)  # noqa: S311 (no secret: the same sentences each time)
    readings = sorted({reading for line in lines for _, _, reading in spans(line.ruby)})
    while True:
        ruby = list(chance.choice(lines).ruby)
        at = chance.choice([place for place, one in enumerate(ruby) if one.reading])
        reading = chance.choice(readings)
        if reading != ruby[at].reading:
            ruby[at] = Segment(ruby[at].surface, reading)
            yield tuple(ruby)


def share_found() -> float:
    """Share of exchanged readings that are found."""
    found = [bool(told(ruby)) for ruby, _ in zip(exchanged(TRUE), range(EXCHANGES), strict=False)]
    return sum(found) / len(found)


def test_the_reading_of_another_word_is_found() -> None:
    assert share_found() >= FOUND


def test_a_judge_that_lets_everything_through_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.japanese.plausible.explained", lambda *_: ())
    judge.cache_clear()

    assert share_found() < FOUND
    judge.cache_clear()


_TEXT = st.lists(
    st.one_of(
        st.builds(Segment, st.text("あのっ、。5年ー（", max_size=3)),
        st.builds(
            Segment, st.text("市民協働一日", min_size=1, max_size=3), st.text("しみんいち", min_size=1, max_size=4)
        ),
    ),
    max_size=6,
).map(joined)


@given(_TEXT)
def test_every_reading_is_explained_or_told(ruby: Ruby) -> None:
    """The way leads from end to end: what no step covers is a sign that is read as itself."""
    text = plain(ruby)
    steps = lattice.explained(ruby, ())
    covered = {at for one in steps for at in range(one.start, one.end)}

    assert covered == {at for start, end, _ in spans(ruby) for at in range(start, end)}
    assert "".join(one.reading for one in steps) == "".join(reading for _, _, reading in spans(ruby))
    assert len(stream(ruby)) >= len(text) - len(covered)
    judge(ruby)


def test_a_mark_allows_its_words_and_nothing_else() -> None:
    sentence = ruby_of("市民《どれい》と条例《じょうれつ》と、市民《しもべ》です。")

    assert told(sentence, allowed=(ruby_of("市民《どれい》と"),)) == ["条例《じょうれつ》", "市民《しもべ》"]
    assert judge(sentence, allowed=(ruby_of("市民《どれい》と"),)).allowed == ((0, 2),)
    assert told(sentence, allowed=(ruby_of("市民《どれい》が"),)) == told(sentence)


def test_a_mark_whose_reading_is_proposed_anyway_is_not_needed() -> None:
    assert judge(ruby_of("市民《しみん》です。"), allowed=(ruby_of("市民《しみん》"),)).allowed == ()


def test_a_rule_of_the_city_is_a_proposal_and_goes_before_the_reader() -> None:
    rules = (Rule(text="市場", reading="いちば", reason="例"),)

    assert judge(ruby_of("市場《いちば》です。"), rules).unsure == ()
    assert [one.reading for one in judge(ruby_of("市場《しじょう》です。"), rules).unsure] == ["しじょう"]
    assert [one.reading for one in judge(ruby_of("市場《いちば》です。")).unsure] == ["いちば"]


def test_words_without_a_reading_are_not_judged() -> None:
    assert told(ruby_of("市民と協働《どれい》の｜条例《じょうれい》")) == ["協働《どれい》"]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("市《し》民《みん》", True),
        ("市《しみ》民《ん》", False),
        ("協《きょう》働《どう》", True),
        ("市民《しみん》", True),
    ],
)
def test_a_word_is_cut_where_its_kanji_are_read_so(line: str, right: bool) -> None:
    assert (list(wrongly_cut(ruby_of(line), [(0, 2)])) == []) is right


@pytest.mark.parametrize(
    "line", ["市《あ》" * 3000, "一《い》" * 3000, f"｜{'市' * 9000}《{'し' * 9000}》", "市民《どれい》の" * 2000]
)
def test_a_long_line_does_not_take_long(line: str) -> None:
    ruby = ruby_of(line)
    start = time.process_time()

    assert judge(ruby).unproposed != ()
    assert time.process_time() - start < SECONDS
