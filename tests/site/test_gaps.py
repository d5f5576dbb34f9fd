"""Gaps on built pages: at the boundaries of phrases, between elements, never inside a word that has a reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.phrases import phrases
from macros.site.article_text import flows, text_of
from macros.site.gaps import GAP, TIE, with_gaps, without_gaps
from macros.site.ruby import without_ruby


def ruby(base: str, reading: str) -> str:
    """A word with its reading."""
    return f"<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>市民と市がします。</p>", "<p>市民と|市が|します。</p>"),
        ("<p>市民と<b>市</b>がします。</p>", "<p>市民と|<b>市</b>が|します。</p>"),
        ("<p><b>市民と</b>市がします。</p>", "<p><b>市民と</b>|市が|します。</p>"),
        ("<p><b>市民と</b><i>市</i></p>", "<p><b>市民と</b>|<i>市</i></p>"),
        ("<p>市民と<a class=x href=y>市の話</a>です</p>", "<p>市民と<a class=x href=y>市の|話</a>です</p>"),
        (
            f"<p>{ruby('市民', 'しみん')}と{ruby('市', 'し')}の{ruby('話', 'はなし')}</p>",
            f"<p>{ruby('市民', 'しみん')}と|{ruby('市', 'し')}の|{ruby('話', 'はなし')}</p>",
        ),
        (
            f"<p>{ruby('今日', 'きょう')}{ruby('行', 'い')}きます</p>",
            f"<p>{ruby('今日', 'きょう')}|{ruby('行', 'い')}きます</p>",
        ),
        (
            f"<p>{ruby('考', 'かんが')}え{ruby('方', 'かた')}、{ruby('市', 'し')}</p>",
            f"<p>{ruby('考', 'かんが')}え+{ruby('方', 'かた')}、{ruby('市', 'し')}</p>",
        ),
        (f"<p>{ruby('一人一人', 'ひとりひとり')}の力</p>", f"<p>{ruby('一人一人', 'ひとりひとり')}の|力</p>"),
        ("<p>市&amp;町の話</p>", "<p>市&amp;町の|話</p>"),
        ("<p>市の<br>話</p>", "<p>市の<br>話</p>"),
        ("<p>市の\n話</p>", "<p>市の\n話</p>"),
        ("<p>市<span data-note>注の文</span>の話</p>", "<p>市<span data-note>注の|文</span>の|話</p>"),
        ('<p><span class="easy-term"><button class="easy-word">市</button>の</span>話</p>',
         '<p><span class="easy-term"><button class="easy-word">市</button>の</span>|話</p>'),
    ],
)  # fmt: skip
def test_a_gap_stands_where_the_fewest_elements_are(html: str, shown: str) -> None:
    page = f"<title>市の話</title><article>{html}</article><p>市の話</p>"

    found = with_gaps(page)

    assert found.replace(GAP, "|").replace(TIE, "+") == f"<title>市の話</title><article>{shown}</article><p>市の話</p>"
    assert without_gaps(found) == page
    assert without_ruby(found).replace(TIE, "") == with_gaps(without_ruby(page)) or "一人一人" in html


def test_names_are_whole() -> None:
    page = "<article><p>みほらぼの話</p></article>"

    assert with_gaps(page, ["みほらぼ"]) == f"<article><p>みほらぼの{GAP}話</p></article>"


@given(
    st.lists(st.sampled_from(["市民", "と", "します。", "<b>", "</b>", ruby("今日", "きょう"), " ", "&lt;", "〈＝"]))
)
def test_any_page_keeps_its_letters_and_shows_the_phrases_of_its_text(pieces: list[str]) -> None:
    page = f"<article><p>{''.join(pieces)}</p></article>"
    found = with_gaps(page)

    assert without_gaps(found) == page
    assert [text_of(one) for one in flows(found)] == [text_of(one) for one in flows(page)]
    assert found.count(GAP) <= sum(len(phrases(text_of(one))) - 1 for one in flows(page))
