"""Words of an article with their places in the HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.site.article_text import flows, text_of, texts_in


def article(inner: str) -> str:
    """A page with this article."""
    return f"<title>題</title><nav>目次</nav><article>{inner}</article><footer>終</footer>"


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("<h1>題</h1><p>文。<br>次</p>", ["題", "文。\n次"]),
        ("<p>協<a href='/'>働</a>と<strong>市</strong></p>", ["協働と市"]),
        ("<p>市<span data-note>［追加］</span>民</p>", ["［追加］", "市民"]),
        ("<h2>領域<span class='badge'>継続中</span></h2>", ["継続中", "領域"]),
        ("<p><span class='number'>1</span> <span>市</span></p>", ["1 市"]),
        ("<p>市<sup><a class='footnote-ref'>12</a></sup>は</p>", ["市¹²は"]),
        ("<h2>題<a class='headerlink'>¶</a></h2>", ["題"]),
        ("<p>市&amp;国&#x5e02;&nbsp;県</p>", ["市&国市\xa0県"]),
        ("<p>命令<code>make 市</code>です</p><pre>市</pre>", ["命令…です"]),
        ("<svg><text>図</text></svg><script>'市'</script><style>市</style><p>文</p>", ["文"]),
        ("<p><ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby>は</p>", ["市は"]),
        ("<p>市<span class='joint' data-tab data-note>｜</span>国</p>", ["｜", "市\t国"]),
        ("<ul><li>市<ul><li>国</ul></li></ul>", ["市", "国"]),
        ("<p hidden>市</p><img alt='国'>", ["市"]),
        ("<p>市\n国</p>", ["市 国"]),
    ],
)
def test_what_is_read_in_one_go_is_one_flow(inner: str, texts: list[str]) -> None:
    assert [text_of(flow) for flow in flows(article(inner))] == texts


def test_a_redline_has_two_sides_but_a_marked_side_has_one() -> None:
    assert texts_in(article("<p>市<del>状況</del><ins>情勢</ins>です</p>")) == ["市情勢です", "市状況です"]
    assert texts_in(article("<p>市<del>状況</del>です</p>")) == ["市状況です"]


def test_a_page_without_an_article_says_nothing() -> None:
    assert flows("<p>市</p>") == ()


@given(
    st.lists(
        st.sampled_from(["市", "a", "&amp;", "&#24066;", "<b>", "</b>", "<p>", "\n", "<", "&", "</p>", "<br>", "\r\n"])
    )
)
def test_every_sign_with_a_width_stands_where_it_says(parts: list[str]) -> None:
    page = article("".join(parts))

    for flow in flows(page):
        for sign in flow:
            written = page[sign.start : sign.end]
            assert not written or sign.text == written or written.startswith("&") or sign.text == " "
