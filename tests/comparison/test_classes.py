"""Classes and flags of single changes, where the cases of `tests/cases/comparison` do not reach."""

import pytest

from macros.comparison.classes import classify, find_hunks
from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.script import Span
from macros.model.comparisons import HandClass
from tests.comparison.texts import heading, paragraph, row, text_of

OLD = [heading("kadai", "(1) 課題"), paragraph("市は、意見を聞くことに努めます。"), paragraph("市民と話します。")]
NEW = [heading("kadai", "(2) 課題"), paragraph("市は、意見を聞きます。"), paragraph("市民と話します。")]


def by_hand(*classes: HandClass) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Classes of each block of the comparison, and whether people set them."""
    script = compare(text_of("h25", OLD), text_of("r5", NEW), Rules(classes=classes))
    return {one.id: (one.classes, one.by_hand) for one in script.blocks}


def test_people_set_a_class_in_the_place_of_the_machines() -> None:
    found = list(by_hand())

    set_ = by_hand(HandClass(change=found[1], classes=("content", "wording"), by="見本の作り手", note="内容です。"))

    assert set_[found[1]] == (("wording", "content"), True)
    assert set_[found[0]] == (("number",), False)


def test_a_class_set_by_hand_does_not_make_a_change_of_an_unchanged_block() -> None:
    found = list(by_hand())

    set_ = by_hand(HandClass(change=found[2], classes=("content",), by="見本の作り手", note="内容です。"))

    assert set_[found[2]] == ((), False)


def test_hunks_are_the_changes_with_the_sentences_around_them() -> None:
    spans = [
        Span("equal", "市は聞きます。市民は"),
        Span("delete", "話し"),
        Span("insert", "語り"),
        Span("equal", "ます。終わり。"),
    ]

    (hunk,) = find_hunks(spans)

    assert (hunk.old, hunk.new, hunk.start) == ("話し", "語り", False)
    assert (hunk.old_sentence, hunk.new_sentence) == ("市民は話します。", "市民は語ります。")


def test_a_variant_of_width_is_no_hunk() -> None:
    spans = [Span("equal", "市の"), Span("delete", "ＮＰＯ", variant=True), Span("insert", "NPO", variant=True)]

    assert list(find_hunks(spans)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("第Ⅰ章 理念\t2", "第Ⅱ章 理念\t3", ("number",)),
        ("理念\t2～3", "理念\t4", ("number",)),
        ("理念\t2", "原則\t2", ("wording",)),
    ],
)
def test_numbers_and_pages_of_a_table_of_contents_weigh_little(old: str, new: str, expected: tuple[str, ...]) -> None:
    parts = [[heading("contents", "目次"), row("rinen", *text.split("\t"), table="contents")] for text in (old, new)]

    script = compare(text_of("h25", parts[0]), text_of("r5", parts[1]))

    assert script.blocks[1].classes == expected


def test_an_unchanged_text_has_no_class() -> None:
    blocks = text_of("r5", [paragraph("市民と話します。")]).blocks

    assert classify(blocks, blocks, [Span("equal", "市民と話します。")], Rules()) == ((), ())
