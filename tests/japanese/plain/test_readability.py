"""Numbers on a text: readability, words in a sentence, share of easy words."""

import sys

import pytest

from macros.japanese.plain import readability as module
from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.readability import measure, readability
from macros.japanese.plain.vocabulary import Vocabulary

KNOWN = Vocabulary(frozenset({"協働"}), frozenset(), load_levels())


def test_the_check_value_of_the_formula() -> None:
    """The value that the package's own description gives."""
    text = "おはようございます！今日は天気がいいですね。"

    assert readability(text) == pytest.approx(6.438, abs=0.001)


def test_numbers_of_a_text() -> None:
    found = measure(["協働は、町の方針です。", "町"], KNOWN)

    assert found is not None
    assert (found.sentences, found.words) == (2, 3.5)
    assert found.easy == pytest.approx(3 / 4)


def test_each_cell_and_item_counts_as_a_sentence() -> None:
    one, two = measure(["町\n人\t山"], KNOWN), measure(["町。人。山。"], KNOWN)

    assert one == two


def test_a_text_without_words_has_no_numbers() -> None:
    assert measure([], KNOWN) is None
    assert measure(["\n", "　"], KNOWN) is None


def test_without_the_tools_only_words_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_tagger", lambda: None)

    found = measure(["町です。"], Vocabulary())

    assert found is not None
    assert (found.sentences, found.words, found.score, found.easy) == (1, 2.0, None, None)


@pytest.mark.parametrize("package", ["fugashi", "jreadability", "unidic_lite"])
def test_one_missing_package_is_enough(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    assert module._tagger.__wrapped__() is None
