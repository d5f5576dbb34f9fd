"""Explanations 〈＝…〉: set apart, heard as words, the text untouched."""

import re

import pytest

from macros.site.article_text import flows, text_of
from macros.site.easy_meanings import HEARD, with_meanings

BEGUN = (
    '<span class="easy-meaning"><span class="easy-opening">〈'
    f'{HEARD}<span class="easy-equals" aria-hidden="true">＝</span></span>'
)


def in_box(html: str) -> str:
    """A page with this in its box."""
    return f"<article><p>外〈＝そと〉</p><div data-easy><p>{html}</p></div></article>"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("案〈＝計画〉です", f"案{BEGUN}計画〉</span>です"),
        ("〈＝あ〉と〈＝い〉", f"{BEGUN}あ〉</span>と{BEGUN}い〉</span>"),
        ("案〈＝<b>計画</b>のこと〉", f"案{BEGUN}<b>計画</b>のこと〉</span>"),
        ("<b>案〈＝計画〉</b>", f"<b>案{BEGUN}計画〉</span></b>"),
        ("<b>案〈＝計</b>画〉", "<b>案〈＝計</b>画〉"),
        ("案〈計画〉", "案〈計画〉"),
        ("案〈＝計画", "案〈＝計画"),
        ("案＝計画", "案＝計画"),
    ],
)
def test_an_explanation_is_set_apart_where_it_is_whole(html: str, shown: str) -> None:
    page = in_box(html)

    found = with_meanings(page)

    assert found == in_box(shown)
    assert re.sub(r"</?span[^>]*>", "", found.replace(HEARD, "")) == page


def test_the_sentence_stays_one_and_what_is_heard_stands_by_itself() -> None:
    page = in_box("案〈＝計画〉です。")

    before = [text_of(one) for one in flows(page)]
    after = [text_of(one) for one in flows(with_meanings(page))]

    assert [one for one in after if one != "意味は"] == before
    assert after.count("意味は") == 1
