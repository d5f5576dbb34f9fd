"""The page of all words, by kana."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from macros.model.easy_words import EasyWord
from macros.views.easy_words import PAGE, easy_words, popup
from macros.views.frame import PageView
from tests.easy_tree import easy_project

VIEW = PageView(PAGE)
READINGS = ["がく", "かく", "かっこ", "かつ", "きょう", "アダプト", "ん", "ぱーく", "はあ", "エヌピーオー", "を", "?"]


def listed(tree: Path, readings: list[str]) -> str:
    """The page's HTML with words of these readings."""
    words = [
        f"  - {{id: w{at}, word: '{one}', reading: '{one}', meaning: 説明です。}}" for at, one in enumerate(readings)
    ]
    (tree / "data/easy_words.yml").write_text("words:\n" + "\n".join(words) + "\n", encoding="utf-8")
    return easy_words(easy_project(tree), VIEW)


def test_voiced_small_and_katakana_stand_where_a_dictionary_has_them(tree: Path) -> None:
    text = listed(tree, READINGS)

    assert re.findall("<h2[^>]*>([^<]*)", text) == ["そのほか", "あ行", "か行", "は行", "わ行"]
    assert re.findall("<h3[^>]*>([^<]*)", text)[1:] == [
        "アダプト", "エヌピーオー", "かく", "がく", "かつ", "かっこ", "きょう", "はあ", "ぱーく", "を", "ん",
    ]  # fmt: skip


def test_every_row_can_be_jumped_to(tree: Path) -> None:
    text = listed(tree, READINGS)

    jumps = re.findall('href="#([^"]*)"', text)

    assert jumps == re.findall('<h2 id="([^"]*)">[あ-わ]行', text)
    assert len(jumps) == 4


def test_one_row_or_none_needs_no_jumps(tree: Path) -> None:
    assert "<nav" not in listed(tree, ["あ"])
    (tree / "data/easy_words.yml").write_text("words: []\n", encoding="utf-8")
    assert "<h2" not in easy_words(easy_project(tree), VIEW)


@given(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8))
def test_words_and_meanings_are_text(word: str, meaning: str) -> None:
    found = popup(VIEW, EasyWord(id="w", word=f"<{word}", reading="よみ", meaning=f"&{meaning}"), 1)

    assert found.count("<") == popup(VIEW, EasyWord(id="w", word="語", reading="よみ", meaning="説明"), 1).count("<")
    assert "&lt;" in found
    assert "&amp;" in found
