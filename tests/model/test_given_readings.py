"""Readings given by hand in Markdown: words stay words in ids, links, alternative texts and code."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from macros.japanese.notation import parse
from macros.japanese.ruby import plain
from macros.model.converter import convert
from macros.model.html_blocks import read_blocks
from tests.trees import FRAME


def read(word: str, reading: str) -> str:
    """The element of a word with its reading."""
    return f'<span data-reading="{reading}">{word}</span>'


@pytest.mark.parametrize(
    ("markdown", "inner"),
    [
        ("協働《きょうどう》とは", read("協働", "きょうどう") + "とは"),
        ("市の｜協働《きょうどう》", "市の" + read("協働", "きょうどう")),
        ("3月｜4日《よっか》", "3月" + read("4日", "よっか")),
        ("市《し》民《みん》", read("市", "し") + read("民", "みん")),
        ("**町《まち》**", f"<strong>{read('町', 'まち')}</strong>"),
        ("[町《まち》](a.md)", f'<a href="a.md">{read("町", "まち")}</a>'),
        ("![町《まち》](a.png)", '<img alt="町" src="a.png">'),
        ("`町《まち》`", "<code>町《まち》</code>"),
        ("《《案《あん》》》｜｜", f"《{read('案', 'あん')}》｜"),
        ("&#x300a;案》", "&#x300a;案》"),
        ("町《マチ》", "町《マチ》"),
        ("町《町》", "町《町》"),
        ("町《まち", "町《まち"),
        ("まち《まち》", "まち《まち》"),
        ("町《》", "町《》"),
    ],
)
def test_a_reading_becomes_an_element_and_the_rest_stays(markdown: str, inner: str) -> None:
    assert convert(FRAME, markdown)[0] == f"<p>{inner}</p>"


@pytest.mark.parametrize("text", ["案〈＝計画〉", "髙橋、﨑、𠮷田、㈱", "🙂👨‍👩‍👧", "期\u00a0間", "期\t間", "ｶﾞｯｺｳ"])
def test_signs_that_break_tools_are_unharmed(text: str) -> None:
    assert convert(FRAME, f"{text}の町《まち》")[0] == f"<p>{text.expandtabs(4)}の{read('町', 'まち')}</p>"


def test_a_heading_keeps_its_id_and_its_words() -> None:
    source, _ = convert(FRAME, "## 町《まち》の案 {: #machi }\n\n- 町《まち》\n\n| 町《まち》 |\n| --- |\n| 案 |\n")

    blocks = read_blocks(source)
    assert [(one.id, one.text) for one in blocks] == [("machi", "町の案"), ("", "町"), ("", "町"), ("", "案")]


@given(st.text("市町《》｜しマ4日、。", max_size=20))
def test_a_line_without_slips_shows_the_words_that_the_notation_means(line: str) -> None:
    ruby, slips = parse(line)

    if not slips:
        shown = lxml_html.fragment_fromstring(convert(FRAME, line)[0] or "<p></p>", create_parent="div").text_content()
        assert shown == plain(ruby)


@pytest.mark.parametrize("sign", ["漢", "《", "｜", "漢《かな》", "｜漢"])
def test_a_very_long_line_takes_seconds(sign: str) -> None:
    start = time.perf_counter()

    convert(FRAME, sign * (100_000 // len(sign)))

    assert time.perf_counter() - start < 20
