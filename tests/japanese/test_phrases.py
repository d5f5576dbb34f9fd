"""Phrases: the golden sentences to the letter; any text keeps its letters; nothing that belongs together is torn."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.phrases import phrase_starts, phrases
from tests.paths import ROOT

NAMES = ("わこらぼ", "まちの駅")
SIGNS = "、。「」『』（）〈〉＝・！？…　 \n\t"
LIVELY = st.text(st.sampled_from("協働市民は、が。〈＝〉です。2023年つ一人ひとりて くださいabc\n\t𠮷か゚"), max_size=40)


def golden() -> list[str]:
    """Sentences with a space at each gap."""
    files = sorted((ROOT / "tests/cases/phrases").glob("*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def test_there_are_enough_golden_sentences() -> None:
    assert len(set(golden())) >= 90


@pytest.mark.parametrize("line", golden())
def test_a_golden_sentence_is_cut_to_the_letter(line: str) -> None:
    # A space that stands beside a sign is text: gaps never stand there.
    gaps = re.sub(rf"(?<![{SIGNS}]) (?![{SIGNS}])", "|", line)

    assert "|".join(phrases(gaps.replace("|", ""), NAMES)) == gaps


@given(st.text(max_size=60) | LIVELY, st.lists(st.text("わこらぼ駅の", max_size=3), max_size=3))
def test_any_text_keeps_its_letters_and_no_gap_stands_beside_a_sign(text: str, names: list[str]) -> None:
    starts = phrase_starts(text, names)

    assert "".join(phrases(text, names)) == text
    assert list(starts) == sorted(set(starts))
    assert all(0 < at < len(text) for at in starts)
    assert all(text[at] not in SIGNS and text[at - 1] not in SIGNS for at in starts)


@given(LIVELY)
def test_a_number_and_its_counter_stay_together(text: str) -> None:
    assert not any(re.match(r"(?<=\d)[年つ\d]", text[at - 1 :][1:]) for at in phrase_starts(text))


def test_a_name_is_torn_where_nobody_says_that_it_is_one() -> None:
    assert len(phrases("わこらぼは場所です。")) > len(phrases("わこらぼは場所です。", NAMES))


def test_a_name_inside_a_longer_word_does_not_count() -> None:
    assert phrases("和光市民の声", ["和光市"]) == phrases("和光市民の声")
    assert phrases("市民活動の話", ["民活"]) == ["市民活動の", "話"]


@pytest.mark.parametrize("text", ["", "。", "、、", "〈＝〉", "2023", "　", "\n"])
def test_a_text_without_words_has_no_gap(text: str) -> None:
    assert phrase_starts(text) == ()
