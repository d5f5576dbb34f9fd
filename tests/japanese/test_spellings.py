"""Any of many spellings."""

from macros.japanese.spellings import any_of


def test_the_longest_spelling_is_found() -> None:
    assert any_of(("市", "市民", "", "市民活動")).findall("市民活動と市民と市") == ["市民活動", "市民", "市"]


def test_signs_of_patterns_are_signs() -> None:
    assert any_of(("a.c", "（仮")).findall("abc a.c （仮") == ["a.c", "（仮"]


def test_without_spellings_nothing_is_found() -> None:
    assert any_of(("",)).search("市") is None
    assert any_of(()).search("") is None
