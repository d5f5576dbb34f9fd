"""Ids of changes: unique, of their form, and the same as long as the blocks themselves stay."""

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from macros.comparison.identify import Identifier
from macros.model.text import Block
from tests.comparison.texts import heading, paragraph, text_of


def blocks(*texts: str) -> tuple[Block, ...]:
    """Paragraphs of a section."""
    return text_of("r5", [heading("igi", "意義"), *map(paragraph, texts)]).blocks[1:]


def ids(texts: Sequence[str]) -> list[str]:
    """Ids of these paragraphs, as new ones."""
    identify = Identifier()
    return [identify((), (block,)) for block in blocks(*texts)]


@given(st.lists(st.sampled_from(["同じ文です。", "別の文です。", ""]), max_size=8))
def test_ids_are_unique_and_name_their_section(texts: list[str]) -> None:
    found = ids(texts)

    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"c-igi-[0-9a-f]{8}", one) for one in found)


def test_an_id_stays_when_other_blocks_come_and_go() -> None:
    assert ids(["はじめの文です。", "次の文です。"])[1] == ids(["次の文です。"])[0]


def test_the_same_words_are_told_apart_by_their_order() -> None:
    assert ids(["同じ文です。"] * 3)[:2] == ids(["同じ文です。"] * 2)


def test_a_sign_of_a_note_does_not_change_an_id() -> None:
    assert ids(["市民¹と市は、"]) == ids(["市民²と市は、"])


def test_other_words_another_side_and_another_section_give_other_ids() -> None:
    (block,) = blocks("同じ文です。")
    elsewhere = text_of("r5", [heading("gensoku", "原則"), paragraph("同じ文です。")]).blocks[1]

    found = {
        Identifier()(old, new)
        for old, new in (
            ((), (block,)),
            ((block,), ()),
            ((block,), (block,)),
            ((), (elsewhere,)),
            ((), blocks("別の文です。")),
        )
    }

    assert len(found) == 5


def test_text_before_the_first_heading_has_ids_as_well() -> None:
    (block,) = text_of("r5", [paragraph("前書きです。")]).blocks

    assert re.fullmatch(r"c-top-[0-9a-f]{8}", Identifier()((), (block,)))
