"""Texts that nobody wrote: any tree of sections with any words, notes, rows and figures in it."""

from hypothesis import strategies as st

from macros.model.html_blocks import HtmlBlock
from tests.comparison.texts import Parts

SENTENCES = (
    "市民と市は、対等な立場で協働します。",
    "市民の意見を聴くことに努めます。",
    "平成24年度に協働事業提案制度を創設しました。",
    "令和5年12月15日から、意見を募集しています。",
    "NPO 法人や自治会など、17件の団体が参加しています。",
    "ＮＰＯ法人や自治会等、18件の団体が参加しました。",
    "地域の特性を活かした、特色のあるまちづくりを行います。",
    "地域の特性を生かした、特色のあるまちづくりを引き続き行います。",
    "市民協働推進センター¹を運営し、市民活動を支援します。",
    "市政《しせい》の主役は市民である",
    "また、",
    "今後は、",
    "行います。",
    "（案）",
    "5～10ページ、5~10ページ",
    "🌾👩‍👩‍👧は、絵文字です。",
    "か\u3099くせいと、が\u3000くせい\u00a0です。",
    " ",
    "、",
    "。",
)
"""Sentences and scraps that lie close to each other, or that break careless engines."""

WORDS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("".join)
ANYTHING = st.text(max_size=30)
LINE = st.one_of(WORDS, WORDS, WORDS, ANYTHING)
CELL = st.one_of(st.sampled_from(["", "A", "補助", "4件", "H23", "企画する\n行う"]), WORDS)

ROWS = st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.lists(CELL, min_size=1, max_size=4)).map(
    lambda made: HtmlBlock("row", "\t".join(made[1]), name=made[0], table="forms")
)
NOTES = st.tuples(st.sampled_from(["shimin", "shi", "center"]), st.sampled_from(["¹", "²", "注 市民 "]), WORDS).map(
    lambda made: HtmlBlock("note", made[1] + made[2], name=made[0])
)
PLAIN = st.builds(HtmlBlock, st.sampled_from(["paragraph", "paragraph", "item", "figure"]), LINE)
BLOCKS = st.lists(st.one_of(PLAIN, PLAIN, ROWS, NOTES), max_size=5)

TITLES = st.one_of(st.sampled_from(["市の現状", "(1) 課題", "第Ⅰ章 趣旨", "② 協働の形態", "4つの方針", "課題"]), LINE)


def section(name: str) -> st.SearchStrategy[Parts]:
    """A heading with some blocks."""
    head = st.builds(HtmlBlock, st.just("heading"), TITLES, id=st.just(name), level=st.integers(1, 3))
    return st.tuples(head, BLOCKS).map(lambda made: [made[0], *made[1]])


@st.composite
def documents(draw: st.DrawFn) -> Parts:
    """A text: sections in any order, each id once; rows and notes with one name may stand in several places."""
    names = draw(st.lists(st.sampled_from(["cover", "shushi", "kadai", "taito", "igi", "suishin"]), unique=True))
    return [part for name in names for part in draw(section(name))]
