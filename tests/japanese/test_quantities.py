"""Numbers with what they count, dates and names: found whole, so that no mark cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.quantities import dates, numbers, protected_stretches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成25年1月に制定し、令和5年12月15日に改定", ["平成25年1月", "令和5年12月15日"]),
        ("平成24年度", ["平成24年度"]),
        ("令和元年", ["令和元年"]),
        ("令和5年 月", ["令和5年"]),
        ("2013年と9月15日", ["2013年", "9月15日"]),
        ("H23とR5", ["H23", "R5"]),
        ("CO2とH2O", []),
        ("平成の時代", []),
    ],
)
def test_dates_are_found_whole(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17件の団体と1,200人", ["17件", "1,200人"]),
        ("第３次計画", ["第３次"]),
        ("第Ⅱ章の1", ["第Ⅱ章", "1"]),
        ("第十条", ["第十条"]),
        ("3か所で約5割", ["3か所", "約5割"]),
        ("12.5％", ["12.5％"]),
        ("平成24年度に2件", ["2件"]),
        ("一人一人", []),
    ],
)
def test_numbers_that_are_no_dates_are_found_with_what_they_count(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成25年1月の17件", ["平成25年1月", "17件"]),
        ("NPOとGoogle Mapを", ["NPO", "Google Map"]),
        ("市民協働", []),
    ],
)
def test_dates_numbers_and_names_are_protected(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in protected_stretches(text)] == expected


@given(st.text(alphabet="平成令和元年月日第次件人約0１5,.H NPO市", max_size=30))
def test_protected_stretches_follow_each_other_and_are_never_empty(text: str) -> None:
    edges = [at for stretch in protected_stretches(text) for at in stretch]

    assert edges == sorted(edges)
    assert all(start < end for start, end in protected_stretches(text))
