"""The blocks of a page, read from its final HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.model.converter import convert
from macros.model.html_blocks import HtmlBlock, read_blocks
from macros.model.inline_words import Mark, inline_text
from tests.trees import FRAME


def kinds(source: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, block.text) for block in read_blocks(source)]


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ('<h2 id="igi">1 意義</h2>', HtmlBlock("heading", "1 意義", id="igi", level=2)),
        ("<p>段落です。</p>", HtmlBlock("paragraph", "段落です。")),
        ('<p class="figure">図の題</p>', HtmlBlock("figure", "図の題")),
        ('<p class="note" data-name="shi">注 市 …</p>', HtmlBlock("note", "注 市 …", name="shi")),
        ("<ul><li>項目</li></ul>", HtmlBlock("item", "項目")),
        ("<ol><li>項目</li></ol>", HtmlBlock("item", "項目")),
        ("<table><tr><th>題</th><td>値</td></tr></table>", HtmlBlock("row", "題\t値")),
        ('<div data-table="actors"></div>', HtmlBlock("row", "", table="actors")),
        (
            '<div data-table="actors"><table><tr data-row="shi"><td>市</td><td>町</td></tr></table></div>',
            HtmlBlock("row", "市\t町", name="shi", table="actors"),
        ),
        ('<p><img src="a.png" alt="図"></p>', HtmlBlock("paragraph", "図")),
        ("<blockquote><p>引用</p></blockquote>", HtmlBlock("paragraph", "引用")),
        ("<dl><dt>言葉</dt></dl>", HtmlBlock("paragraph", "言葉")),
        ("<pre><code>命令</code></pre>", HtmlBlock("paragraph", "命令")),
        ('<div class="column"><p>コラム</p></div>', HtmlBlock("paragraph", "コラム")),
    ],
)
def test_every_kind_of_block_is_read(source: str, block: HtmlBlock) -> None:
    assert read_blocks(source) == [block]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<hr>",
        "<p></p>",
        "<p> \n </p>",
        "<!-- 注釈 -->",
        "<aside data-note><p>サイトの注</p></aside>",
        '<p data-note="">サイトの注</p>',
        "<table><caption data-note>説明</caption></table>",
        "<span data-note>サイトの言葉</span>",
    ],
)
def test_what_is_empty_or_our_own_is_no_block(source: str) -> None:
    assert read_blocks(source) == []


def test_footnotes_begin_with_their_printed_sign_and_keep_their_names() -> None:
    source = (
        '<p>市民<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>と市</p>'
        '<div class="footnote"><hr><ol><li id="fn:a"><p>住む人<a class="footnote-backref" href="#">↩</a></p></li>'
        '<li id="fn:b"><p>見本市</p></li></ol></div>'
    )

    assert read_blocks(source) == [
        HtmlBlock("paragraph", "市民¹と市"),
        HtmlBlock("note", "¹住む人", name="a"),
        HtmlBlock("note", "²見本市", name="b"),
    ]


def test_the_tenth_footnote_has_a_sign_of_two_digits() -> None:
    items = "".join(f"<li><p>注{number}</p></li>" for number in range(1, 11))

    assert kinds(f'<div class="footnote"><ol>{items}</ol></div>')[-1] == ("note", "¹⁰注10")


def test_readings_of_furigana_are_left_out() -> None:
    source = "<p><ruby>協働<rp>（</rp><rt>きょうどう</rt><rp>）</rp></ruby>とは</p>"

    assert kinds(source) == [("paragraph", "協働とは")]


def test_our_own_words_inside_a_block_are_left_out_and_what_follows_them_stays() -> None:
    source = '<p>前<span data-note>サイトの言葉</span>後<a class="headerlink" href="#a">¶</a></p>'

    assert kinds(source) == [("paragraph", "前後")]


def test_cells_of_our_own_are_left_out_of_a_row() -> None:
    assert kinds("<table><tr><td data-note></td><th>申請</th><th>実施</th></tr></table>") == [("row", "申請\t実施")]


def test_the_head_and_the_empty_cells_of_a_table_are_kept() -> None:
    source = "<table><thead><tr><th>領域</th></tr></thead><tbody><tr><td></td><td>B</td><td></td></tr></tbody></table>"

    assert kinds(source) == [("row", "領域"), ("row", "\tB\t")]


def test_items_inside_items_follow_as_items_of_their_own() -> None:
    source = "<ul><li>一<ul><li>一の一</li><li>一の二<ol><li>深い</li></ol></li></ul></li><li>二</li></ul>"

    assert kinds(source) == [("item", "一"), ("item", "一の一"), ("item", "一の二"), ("item", "深い"), ("item", "二")]


def test_an_item_of_paragraphs_is_one_item() -> None:
    assert kinds("<ul><li><p>一</p>\n<ul>\n<li>下</li>\n</ul>\n</li></ul>") == [("item", "一"), ("item", "下")]


def test_a_break_is_a_line_end_and_a_line_end_of_the_source_is_a_space() -> None:
    assert kinds("<p>一行目<br>二行目</p>") == [("paragraph", "一行目\n二行目")]
    assert kinds("<p>一行目<br />\n二行目</p>") == [("paragraph", "一行目\n二行目")]
    assert kinds("<p>一つの\n文</p>") == [("paragraph", "一つの 文")]


def test_hard_spaces_are_kept_inside_a_line_and_dropped_at_its_ends() -> None:
    assert kinds("<p>&nbsp;令和5年&nbsp;月&nbsp;</p>") == [("paragraph", "令和5年\xa0月")]


def test_signs_of_emphasis_and_links_are_no_words() -> None:
    assert kinds('<p><strong>太</strong><em>斜</em><a href="x">リンク</a><code>a</code></p>') == [
        ("paragraph", "太斜リンクa")
    ]


def test_words_are_taken_without_the_elements_that_are_left_out() -> None:
    element = html.fragment_fromstring("<li>項目<ul><li>下</li></ul>の続き</li>")

    assert inline_text(element, without=("ul",)) == "項目の続き"


def test_markdown_of_a_text_page_gives_the_blocks_that_readers_see() -> None:
    text = (
        "# 第Ⅰ章 理念 {: #rinen }\n\n市民[^a]です。  \n次の行\n\n- 一\n- 二\n\n図\n{: .figure }\n\n"
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n## コラム：歩み {: #ayumi .column }\n\n中身\n\n[^a]: 注です。\n"
    )
    source, raw = convert(FRAME, text)

    assert raw == ()
    assert kinds(source) == [
        ("heading", "第Ⅰ章 理念"),
        ("paragraph", "市民¹です。\n次の行"),
        ("item", "一"),
        ("item", "二"),
        ("figure", "図"),
        ("row", "甲\t乙"),
        ("row", "1\t2"),
        ("heading", "コラム：歩み"),
        ("paragraph", "中身"),
        ("note", "¹注です。"),
    ]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1))
def test_no_letter_of_a_paragraph_is_lost(words: str) -> None:
    element = html.Element("p")
    element.text = words

    assert kinds(html.tostring(element, encoding="unicode")) == [("paragraph", words)]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("間の<b>言葉</b><p>段落</p>後", ["間の言葉", "段落", "後"]),
        ("<div>前<ul><li>項目</li></ul>後</div>", ["前", "項目", "後"]),
        ("<ul><li><p>一</p><p>二</p></li></ul>", ["一", "二"]),
        ("<ul><li>一<blockquote><ul><li>深い</li></ul></blockquote></li></ul>", ["一", "深い"]),
        ("<ul><li>一<table><tr><td>表</td></tr></table>の後</li></ul>", ["一の後", "表"]),
        ("<table><caption>題</caption><tr><td>値</td></tr></table>", ["題", "値"]),
        ('<pre class="x footnote"><code>市民は</code></pre>', ["市民は"]),
        ('<div class="footnote"><p>前</p><ol><li>注<ul><li>中</li></ul></li></ol></div>', ["前", "¹注中"]),
        ("<dl><dt>語</dt><dd>意味<p>続き</p></dd></dl>", ["語", "意味", "続き"]),
        ("<p>前<!-- 覚え書き -->後</p>", ["前後"]),
    ],
)
def test_words_are_read_wherever_they_stand(source: str, blocks: list[str]) -> None:
    assert [block.text for block in read_blocks(source)] == blocks


def test_marks_tell_what_they_stand_on_and_where_they_lead() -> None:
    (block,) = read_blocks(
        '<p>前<strong><a href="https://a.example/">視点</a></strong>と<em>力</em>、<code>x</code>、<sub>下</sub>、'
        '<img src="a.png" alt="図">、市民<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">2</a></sup></p>'
    )

    assert block.marks == (
        Mark("bold", "視点"),
        Mark("link", "視点", "https://a.example/"),
        Mark("emphasis", "力"),
        Mark("code", "x"),
        Mark("other", "下", "sub"),
        Mark("picture", "図", "a.png"),
        Mark("note", "²", "a"),
    )
