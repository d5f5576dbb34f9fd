"""Words whose signs are set apart."""

import pytest

from macros.japanese.spaced import divided, spaced_edits


@pytest.mark.parametrize(
    ("reading", "count", "parts"),
    [
        ("きかん", 2, ["き", "かん"]),
        ("びこう", 2, ["び", "こう"]),
        ("もくてき", 2, ["もく", "てき"]),
        ("さんこうしょ", 3, ["さん", "こう", "しょ"]),
        ("ことば", 2, None),
        ("しし", 3, None),
    ],
)
def test_an_on_reading_is_cut_only_where_there_is_one_way(reading: str, count: int, parts: list[str] | None) -> None:
    assert divided(reading, count) == parts


@pytest.mark.parametrize("text", ["協働 指針", "市 県 国", "5年 月", "あ 間", "期\t間", "期間"])
def test_other_spaces_are_left_alone(text: str) -> None:
    assert list(spaced_edits(text)) == []
