"""Nothing is published in a chapter that no block tells of: the list of elements, and the reader that is total.

The words of an article are taken here a second time, by a way that shares nothing with the reader: all text nodes,
less what the site itself has put there. Each construct of Markdown stands at each place of a chapter.
"""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from macros.model.check_article import check_article
from macros.model.converter import convert
from macros.model.html_blocks import HtmlBlock, read_blocks
from tests.trees import FRAME

CONSTRUCTS = (
    "言葉",
    "前**太い**後",
    "_斜め_と`印`",
    "[リンク](https://a.example/x)",
    "[リンク][r]",
    "<https://a.example/>",
    "![絵の言葉](zu.png)",
    "![](zu.png)",
    "![絵](zu.png)を見る",
    "改行  \n次の行",
    "市民[^a]と市[^b]",
    "[^b][^a]",
    "&nbsp;",
    "&amp;&lt;b&gt;",
    "- 一\n- 二\n    - 二の一",
    "- &nbsp;",
    "1. 一\n2. 二",
    "3. 三から",
    "- 一\n\n    続きの段落\n\n    - 中",
    "> 引用",
    "> - 引用の項目",
    ">> 深い引用",
    "- &nbsp;\n\n    > - 深い項目",
    "``` {.x .footnote}\n隠れた文\n```",
    "```\n命令\n```",
    "~~~ {.note}\n命令\n~~~",
    "    字下げの命令",
    "---",
    "***",
    "小見出し\n---",
    "大見出し\n===",
    "#### 深い見出し {: #fukai }",
    "## コラム：話 {: #hanashi .column }",
    "| 甲 | 乙 |\n| --- | :-: |\n| 1 | **2** |",
    "| 甲 |\n| --- |\n| [x](y) |",
    "図の言葉\n{: .figure }",
    "注 市 言葉\n{: .note data-name=shi }",
    "段落\n{: .footnote }",
    "段落\n{: .headerlink }",
    "[¶](#x){: .headerlink }",
    "[隠れた文](#fnref:a){: .footnote-backref }",
    "[9](#fn:a){: .footnote-ref }",
    "段落\n{: data-note=x }",
    "段落\n{: title=隠れた文 }",
    "- 項目\n{: .figure }",
    "協働《きょうどう》",
    '<div data-call="0" data-table="actors"></div>',
    '<div data-call="0" data-note></div>',
    "*[HTML]: 長い名前\n\nHTML",
    "言葉\n:   意味",
    "~~消した~~ ++足した++ ==目立つ==",
    "- [ ] しるし",
    "$$x$$",
)
"""What Markdown can make of a line, with the extensions of the site and with those that it does not have."""

PLACES = (
    "{}",
    "# 第1章 題 {{: #dai }}\n\n{}",
    "# 第1章 {} {{: #dai }}\n\n文",
    "文\n\n{}\n\n文",
    "文\n{}\n文",
    "- 項目\n\n{i}\n- 次",
    "- {}",
    "1. 項目\n\n{i}",
    "- 一\n    - 二\n\n{ii}",
    "| 甲 |\n| --- |\n| {} |",
    "図\n{}\n{{: .figure }}",
    "## コラム {{: #c .column }}\n\n{}\n\n## 次 {{: #d }}",
    "文[^c]\n\n[^c]: 注\n\n{i}",
    "文[^c]\n\n[^c]: {}",
    "> 引用\n>\n{q}",
    "文**太い {}**",
    "文[リンク {}](x)",
)
"""Where in a chapter it may stand."""

ENDS = "\n\n[^a]: 住む人\n\n[^b]: 役所\n\n[r]: https://r.example/\n"


def chapter(construct: str, place: str) -> str:
    """A chapter's Markdown with the construct at the place."""
    lines = construct.split("\n")
    indented = "\n".join(f"    {line}" for line in lines)
    deep = "\n".join(f"        {line}" for line in lines)
    quoted = "\n".join(f"> {line}" for line in lines)
    return place.format(construct, i=indented, ii=deep, q=quoted) + ENDS


def left_over(source: str, blocks: list[HtmlBlock]) -> tuple[Counter[str], Counter[str]]:
    """Letters and marks of an article that the blocks do not account for (negative: that they have too often)."""
    root = html.fragment_fromstring(source, create_parent="div")
    etree.strip_elements(root, etree.Comment, with_tail=False)
    for own in root.xpath("//*[@data-note or @data-table] | //a[@class='headerlink' or @class='footnote-backref']"):
        own.drop_tree()
    letters = Counter(root.text_content()) + Counter("".join(root.xpath("//img/@alt")))
    marks = Counter(
        f"{name} {address}"
        for name, path in (
            ("picture", "//img/@src"),
            ("link", "//a[not(@class)]/@href"),
            ("note", "//a[@class='footnote-ref']/@href"),
        )
        for address in root.xpath(path)
    )
    said = Counter("".join(block.text for block in blocks).translate(_DIGITS))
    notes = Counter("".join(str(number) for number in range(1, len(root.xpath("//div[@class='footnote']/ol/li")) + 1)))
    told = Counter(
        f"{mark.kind} {'#fn:' if mark.kind == 'note' else ''}{mark.target}"
        for block in blocks
        for mark in block.marks
        if mark.kind in ("picture", "link", "note")
    )
    letters.subtract(said - notes)
    marks.subtract(told)
    visible = {letter: count for letter, count in letters.items() if not letter.isspace() and count}
    return Counter(visible), Counter({mark: count for mark, count in marks.items() if count})


_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def read(markdown: str) -> str:
    """The converted chapter, as the model reads it."""
    return convert(FRAME, markdown)[0]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_each_construct_at_each_place_is_read_whole_or_told(construct: str, place: str) -> None:
    source = read(chapter(construct, place))

    assert left_over(source, read_blocks(source)) == (Counter(), Counter())


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.sampled_from(CONSTRUCTS), st.sampled_from(PLACES)).map(
            lambda pair: pair[1].format(pair[0], i=f"    {pair[0]}", ii=f"        {pair[0]}", q=f"> {pair[0]}")
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["\n", "\n\n", "\n    "]),
)
def test_any_mixture_of_constructs_is_read_whole(parts: list[str], between: str) -> None:
    source = read(between.join(parts) + ENDS)

    assert left_over(source, read_blocks(source)) == (Counter(), Counter())


def before(source: str) -> list[HtmlBlock]:
    """Blocks as they were read before: footnotes by their class alone, no list inside a quotation of an item."""
    known = re.sub(r"<pre.*?</pre>", "", source, flags=re.DOTALL)
    return [HtmlBlock(block.kind, block.text) for block in read_blocks(known)]


@pytest.mark.parametrize("construct", ["``` {.x .footnote}\n隠れた文\n```", "[リンク](https://a.example/x)"])
def test_a_reader_that_passes_something_over_is_noticed(construct: str) -> None:
    source = read(chapter(construct, "文\n\n{}"))

    assert left_over(source, before(source)) != (Counter(), Counter())


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("文\n\n- 一\n    - 二\n\n| 甲 |\n| --- |\n| 1 |", []),
        ("図\n{: .figure }\n\n注 市 言葉\n{: .note data-name=shi }", []),
        ("# 第1章 題 {: #dai }\n\n市民[^a]と市[^b]。  \n次の行\n\n## コラム {: #c .column }\n\n文", []),
        ("3. 三から", []),
        ("**太い**と[リンク](x)", []),
        ("![絵](a.png)", []),
        ("![](a.png)", ["B022"]),
        ("> 引用", ["B020"]),
        ("---", ["B020"]),
        ("```\n命令\n```", ["B020", "B020"]),
        ("``` {.x .footnote}\n隠れた文\n```", ["B020", "B020"]),
        ("`印`", ["B020"]),
        ("- &nbsp;", ["B021"]),
        ("- &nbsp;\n\n    > - 深い", ["B021", "B020"]),
        ("段落\n{: .footnote }", ["B020"]),
        ("段落\n{: title=隠れた文 }", ["B020"]),
        ('[リンク](x "隠れた文")', ["B020"]),
        ("[¶](#x){: .headerlink }", ["B021", "B020"]),
        ("# 題 [隠れた文](#dai){: .headerlink } {: #dai }", ["B020"]),
        ("[隠れた文](#fnref:a){: .footnote-backref }", ["B021", "B020"]),
        ("[9](#fn:a){: .footnote-ref }", ["B020"]),
        ("- 項目\n{: .figure }", ["B020"]),
    ],
)
def test_what_a_guideline_cannot_have_is_told(markdown: str, told: list[str]) -> None:
    assert [odd.code for odd in check_article(read(markdown + ENDS))] == told


def test_a_comment_and_an_unknown_element_are_told() -> None:
    assert [odd.what for odd in check_article("<p>文<!-- x --><sub>下</sub></p>")] == ["見えない覚え書き", "<sub>"]
