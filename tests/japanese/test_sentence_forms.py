"""Forms of sentences that a program fills in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.ruby import has_kanji
from macros.japanese.sentence_forms import form_of


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("市民が話します。", "市民が話します。"),
        ("変更12 「等」が「など」に変わりました。", "変更0 「」が「」に変わりました。"),
        ("第Ⅳ章2(1)③「職員の「研修」」を、", "第0章0(0)③「」を、"),
        ("3件、12文、10か所", "0件、0文、0か所"),
        ("3日、4人、5年、8月、20日、7割、2回、5分、1,200人", "3日、4人、5年、8月、20日、7割、2回、5分、1,200人"),
        ("3か月", "3か月"),
        ("『版』の違い", "『』の違い"),
        ("「閉じない", "「閉じない"),
        ("「」", "「」"),
    ],
)
def test_quotations_and_harmless_numbers_are_holes(sentence: str, form: str) -> None:
    assert form_of(sentence).text == form


@given(st.text(alphabet="市第章0１2,.()「」『』①Ⅳ件日か月 ", max_size=40))
def test_what_is_no_hole_stands_where_it_stood(sentence: str) -> None:
    form = form_of(sentence)

    assert len(form.places) == len(form.text)
    assert all(sentence[place] == sign for place, sign in zip(form.places, form.text, strict=True) if place >= 0)
    assert list(form.places) == sorted(form.places) or -1 in form.places
    kept = {place for place in form.places if place >= 0}
    kept.update(place for start, end in form.quotes for place in range(start, end))
    assert all(not has_kanji(sentence[at]) for at in range(len(sentence)) if at not in kept)
