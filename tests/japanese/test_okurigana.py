"""Readings over the kanji of a word alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.notation import write
from macros.japanese.okurigana import align
from macros.japanese.ruby import plain


@pytest.mark.parametrize(
    ("surface", "reading", "written"),
    [
        ("取り組み", "とりくみ", "取《と》り組《く》み"),
        ("行う", "おこなう", "行《おこな》う"),
        ("一人ひとり", "ひとりひとり", "一人《ひとり》ひとり"),
        ("生き生き", "いきいき", "生《い》き生《い》き"),
        ("思い出", "おもいで", "思《おも》い出《で》"),
        ("様々", "さまざま", "様々《さまざま》"),
        ("ヶ月", "かげつ", "ヶ月《かげつ》"),
        ("ジャリン子", "じゃりんこ", "ジャリン子《こ》"),
        ("消しゴム", "けしゴム", "消《け》しゴム"),
        ("協働", "きょうどう", "協働《きょうどう》"),
    ],
)
def test_kana_take_themselves_and_kanji_the_rest(surface: str, reading: str, written: str) -> None:
    ruby = align(surface, reading)

    assert ruby is not None
    assert write(ruby) == written


@pytest.mark.parametrize(
    ("surface", "reading"),
    [
        ("取り組み", "とりくむ"),
        ("お家（うち）", "おうち"),
        ("X線", "えっくすせん"),
        ("髙", "髙"),
        ("協働", ""),
        ("", ""),
        ("花か花", "はなかかかはな"),
        ("花", "ハナ2"),
    ],
    ids=["another ending", "brackets", "letters", "unknown", "empty", "nothing", "two ways", "digits"],
)
def test_what_fits_in_no_way_or_in_several_gets_no_reading(surface: str, reading: str) -> None:
    assert align(surface, reading) is None


@given(st.text("花子々ヶかナー", max_size=8), st.text("はなかー", max_size=10))
def test_a_word_is_never_changed(surface: str, reading: str) -> None:
    ruby = align(surface, reading)

    assert ruby is None or plain(ruby) == surface
