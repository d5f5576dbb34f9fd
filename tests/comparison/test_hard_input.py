"""Texts that no city would print, or that arrive broken: a sound comparison in moments, never a traceback."""

import random
from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.verify import verify
from macros.model.comparisons import Lineage, RowRelation, SectionRelation
from macros.model.html_blocks import HtmlBlock
from tests.comparison.test_properties import compared, problems
from tests.comparison.texts import Parts, heading, note, paragraph, real_project, row, text_of

MOMENTS = 10
"""Seconds of work that a comparison may take at the most, whatever the text."""

SIGNS = "市民と市は協働してまちづくりを進めるため情報公開や相互理解に努めます地域の特性を生かした取組を行い"


def prose(length: int, seed: int) -> str:
    """Signs without a full stop: the same every time."""
    return "".join(random.Random(seed).choices(SIGNS, k=length))  # noqa: S311 (no secret)


def with_slips(text: str, every: int) -> str:
    """The text with one sign in `every` replaced."""
    return "".join("改" if at % every == every - 1 else sign for at, sign in enumerate(text))


def page(*parts: HtmlBlock) -> Parts:
    """A text with one heading."""
    return [heading("kadai", "課題"), *parts]


def changed_paragraph(text: str, every: int) -> tuple[Parts, Parts]:
    """One paragraph, and the same with slips."""
    return page(paragraph(text)), page(paragraph(with_slips(text, every)))


HUGE: dict[str, Callable[[], tuple[Parts, Parts]]] = {
    "100,000 signs without a full stop": lambda: changed_paragraph(prose(100_000, 1), 700),
    "100,000 signs, all others": lambda: (page(paragraph(prose(100_000, 1))), page(paragraph(prose(100_000, 2)))),
    "100,000 times one sign": lambda: changed_paragraph("あ" * 100_000, 50_000),
    "2,500 sentences with slips": lambda: changed_paragraph("。".join(prose(40, at) for at in range(2_500)), 900),
    "3,800 words, every other one changed": lambda: (
        page(paragraph("協働、" * 1_900)),
        page(paragraph("運営、" * 1_900)),
    ),
    "3,600 words that repeat": lambda: (page(paragraph("協働と市民の" * 900)), page(paragraph("協働や市民の" * 900))),
    "3,000 identical paragraphs": lambda: (
        page(*[paragraph("市民と市は、協働の原則を守ります。")] * 3_000),
        page(*[paragraph("市民と市は、協働の原則を守ります。")] * 2_900),
    ),
    "3,000 identical paragraphs, all changed": lambda: (
        page(*[paragraph("同じ文です。")] * 3_000),
        page(*[paragraph("違う文です。")] * 3_000),
    ),
    "2,000 rows in another order": lambda: (
        page(*[row(f"r{at}", f"行{at}", prose(20, at)) for at in range(2_000)]),
        page(*[row(f"r{at}", f"行{at}", prose(20, at)) for at in reversed(range(2_000))]),
    ),
    "2,000 rows without an id": lambda: (
        page(*[row("", "行", "同じ内容です", table="")] * 2_000),
        page(*[row("", "行", "違う内容です", table="")] * 1_900),
    ),
    "1,000 sections with one title": lambda: (
        [part for at in range(1_000) for part in (heading(f"a{at}", "課題"), paragraph("次のとおりです。"))],
        [part for at in range(1_000) for part in (heading(f"b{at}", "課題"), paragraph("次のとおりです。"))],
    ),
    "1,000 notes": lambda: (
        page(*[note(f"a{at}", f"注 市民 {prose(20, at)}") for at in range(1_000)]),
        page(*[note(f"b{at}", f"注 市民 {prose(20, at)}") for at in range(1_000)]),
    ),
}


@pytest.mark.parametrize("make", HUGE.values(), ids=list(HUGE))
def test_a_huge_text_is_compared_in_moments(make: Callable[[], tuple[Parts, Parts]]) -> None:
    old, new = (text_of(name, parts) for name, parts in zip(("h25", "r5"), make(), strict=True))
    start = process_time()

    for ignore_ids in (False, True):
        script = compare(old, new, Rules(ignore_ids=ignore_ids))
        assert verify(script) == ()
    assert process_time() - start < 2 * MOMENTS


def test_of_identical_paragraphs_only_the_missing_ones_are_deleted() -> None:
    same = paragraph("市民と市は、協働の原則を守ります。")

    script = compared(page(*[same] * 300), page(*[same] * 290))

    assert [one.kind for one in script.changes()] == ["deleted"] * 10


def test_a_paragraph_too_long_to_be_measured_is_still_found_again() -> None:
    """Far from the exact measure's reach: a slip in one sign of 900 is not a new paragraph."""
    old, new = changed_paragraph(prose(60_000, 3), 900)

    script = compare(text_of("h25", old), text_of("r5", new), Rules(ignore_ids=True))

    assert [one.kind for one in script.changes()] == ["modified"]


ODD = [
    ("a bell and a zero", "市\x00民\x07"),
    ("signs that divide the parts of an id", "市\x1d民\x1e\x1f"),
    ("a family", "👩‍👩‍👧‍👦と🇯🇵の👍🏽"),
    ("only a joiner", "\u200d\u200d"),
    ("signs of no character", "\u0378\U000e0fff\uffff"),
    ("signs for private use", "\ue000\U0010ffff"),
    ("only marks to be joined", "\u3099\u309a\u0301"),
    ("a ligature of many signs", "ﷺﬃ㌔㍿"),
    ("blanks only", " 　\u00a0\u2003"),
    ("tabs only", "\t\t\t"),
    ("lines only", "\n\n"),
    ("brackets that never close", "「『（((「"),
    ("nothing but stops", "。。。、、"),
    ("an old form and its new one", "葛\U000e0100飾と葛飾"),
    ("writing from the right", "\u202eאבג\u202c"),
]


@pytest.mark.parametrize(("_name", "text"), ODD, ids=[name for name, _ in ODD])
@pytest.mark.parametrize("ignore_ids", [False, True])
def test_odd_signs_come_and_go_without_loss(_name: str, text: str, *, ignore_ids: bool) -> None:
    plain = page(paragraph("市民と市は、協働します。"), row("a", "市", "見本"), note("shi", "¹市"))
    odd = page(
        paragraph(f"市民と{text}市は、協働します。"), row("a", "市", text.replace("\t", "")), note("shi", f"¹{text}")
    )
    alone = page(paragraph(text), paragraph(text), HtmlBlock("figure", text))

    for old, new in ((plain, odd), (odd, plain), (odd, odd), (plain, alone), (alone, odd)):
        assert any(compared(old, new, ignore_ids=ignore_ids).changes()) or old == new


def test_text_before_the_first_heading_is_compared_as_well() -> None:
    old = [paragraph("この案は、平成24年に作りました。"), *page(paragraph("本文です。"))]
    new = [paragraph("この案は、令和5年に作りました。"), *page(paragraph("本文です。"))]

    changes = list(compared(old, new).changes())

    assert [(one.kind, one.flags) for one in changes] == [("modified", ("date",))]
    assert changes[0].id.startswith("c-top-")


def test_a_section_called_top_does_not_share_ids_with_the_text_before_it() -> None:
    old = [paragraph("同じ文です。"), heading("top", "はじめに"), paragraph("同じ文です。")]

    script = compared(old, [heading("top", "はじめに")])

    assert len({one.id for one in script.blocks}) == len(script.blocks) == 3


@pytest.mark.parametrize(("old", "new"), [([], []), ([], page()), (page(), []), (page(), page(paragraph("")))])
def test_empty_texts_and_sections_are_compared(old: Parts, new: Parts) -> None:
    assert problems(compare(text_of("h25", old), text_of("r5", new))) == []


def test_a_table_whose_columns_changed_is_told_as_changed_rows() -> None:
    old = page(
        row("a", "共催", "共に催す方法", "力が集まる。"), row("b", "補助", "費用を補う方法", "自主性を生かせる。")
    )
    new = page(row("a", "共催", "共に催す方法"), row("b", "補助", "費用を補う方法"))

    rows = [one for one in compared(old, new).changes() if one.type == "row"]

    assert [(one.kind, one.new[0].name) for one in rows] == [("modified", "a"), ("modified", "b")]
    assert ["".join(span.text for span in one.spans if span.kind == "delete") for one in rows] == [
        "\t力が集まる。",
        "\t自主性を生かせる。",
    ]


def test_a_chapter_pasted_twice_under_new_ids_is_new_text_once() -> None:
    chapter = [paragraph("市民と市は、対等な立場で協働します。"), paragraph("市は、協働の情報を公開します。")]
    old = [heading("igi", "意義"), *chapter]

    kinds = [one.kind for one in compared(old, [*old, heading("igi-2", "意義"), *chapter]).blocks]

    assert kinds == ["unchanged"] * 3 + ["new"] * 3


OLDS, NEWS = ([one.id for one in real_project().texts[name].sections] for name in ("h25", "r5"))
ROWS = [[block.name for block in real_project().texts[name].blocks if block.table == "forms"] for name in ("h25", "r5")]
KINDS = st.sampled_from(["split", "merged", "renamed"])


def some(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of the names."""
    return st.lists(st.sampled_from(names), max_size=3).map(tuple)


LINEAGES = st.builds(
    Lineage,
    old=st.just("h25"),
    new=st.just("r5"),
    confirmed=st.just(date(2026, 11, 22)),
    by=st.just("見本の作り手"),
    sections=st.lists(
        st.builds(SectionRelation, kind=KINDS, old=some(OLDS), new=some(NEWS), note=st.just("確かめました。")),
        max_size=4,
    ).map(tuple),
    gone=some(OLDS),
    born=some(NEWS),
    rows=st.lists(
        st.builds(
            RowRelation,
            kind=KINDS,
            table=st.just("forms"),
            old=some(ROWS[0]),
            new=some(ROWS[1]),
            note=st.just("確かめました。"),
        ),
        max_size=3,
    ).map(tuple),
)


@given(lineage=LINEAGES)
@settings(max_examples=20)
def test_whatever_people_confirm_no_word_is_lost(lineage: Lineage) -> None:
    texts = real_project().texts

    assert verify(compare(texts["h25"], texts["r5"], Rules(lineage=lineage))) == ()
