"""Findings, their catalogue and their order."""

import re
from string import Formatter

import pytest

from macros.model.findings import Entry, Place, catalogue, finding, has_error, in_order


def names(wording: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def test_the_words_of_the_catalogue_are_filled_in() -> None:
    found = finding("Y002", Place("data/groups.yml", 17, 5), key="name", first=16)

    assert (found.code, found.severity, found.place.line) == ("Y002", "error", 17)
    assert found.message == "項目「name」が2回書かれています（1回目は16行）。"


def test_signs_of_macros_are_kept_in_the_words() -> None:
    assert '{{ 名前("値") }}' in finding("M003", Place("a")).fix


@pytest.mark.parametrize(("code", "values"), [("X999", {}), ("Y002", {}), ("Y002", {"key": "name"})])
def test_an_unknown_code_or_a_missing_word_is_a_mistake_of_the_program(code: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        finding(code, Place("a"), **values)


def test_findings_are_sorted_by_file_line_column_and_code_and_told_once() -> None:
    places = [Place("b"), Place("a", 2, 1), Place("a", 1, 9), Place("a", 1, 2), Place("a", 1, 2)]
    found = [finding("F004", place) for place in places] + [finding("F001", Place("a", 1, 2))]

    assert [(one.place, one.code) for one in in_order(found)] == [
        (Place("a", 1, 2), "F001"),
        (Place("a", 1, 2), "F004"),
        (Place("a", 1, 9), "F004"),
        (Place("a", 2, 1), "F004"),
        (Place("b"), "F004"),
    ]


def test_a_warning_stops_nothing() -> None:
    assert has_error([finding("Y009", Place("a"))]) is False
    assert has_error([finding("Y009", Place("a")), finding("F001", Place("a"))]) is True
    assert has_error([]) is False


def test_codes_stand_in_order_within_their_kind_and_once() -> None:
    codes = list(catalogue())

    for letter in dict.fromkeys(code[0] for code in codes):
        of_kind = [code for code in codes if code[0] == letter]
        assert of_kind == sorted(set(of_kind))


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: str(entry.code))
def test_an_entry_has_a_title_and_whole_sentences_in_polite_japanese(entry: Entry) -> None:
    assert re.search(r"[ぁ-んァ-ン一-鿿]", entry.title)
    assert not entry.title.endswith("。")
    for words in (entry.about, entry.message, entry.fix):
        assert words.endswith("。") or names(words)
        assert "下さい" not in words
        assert "！" not in words
    assert entry.severity in ("error", "warning", "notice")


def test_no_two_entries_have_the_same_title() -> None:
    titles = [entry.title for entry in catalogue().values()]

    assert len(titles) == len(set(titles))
