"""The grammar of printed numbers before headings."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.japanese.numbering import Heading, split_heading

NUMBERS = [
    "第Ⅰ章",
    "第V章",
    "第１章",
    "第十節",
    "(1)",
    "（12）",
    "①",
    "⑳",
    "○",
    "●",
    "コラム：",
    "1.",
    "２．",
    "1",
    "１０",
]
"""Printed numbers of every form."""


@pytest.mark.parametrize(
    ("text", "number", "separator", "title"),
    [
        ("第Ⅰ章 協働指針の趣旨", "第Ⅰ章", " ", "協働指針の趣旨"),
        ("第V章 改定にあたって", "第V章", " ", "改定にあたって"),
        ("第IV章　推進", "第IV章", "　", "推進"),
        ("第３章 現状", "第３章", " ", "現状"),
        ("第十二節 現状", "第十二節", " ", "現状"),
        ("第1章現状", "第1章", "", "現状"),
        ("(1) 市の現状", "(1)", " ", "市の現状"),
        ("(1)相互理解の原則", "(1)", "", "相互理解の原則"),
        ("（１０）市の現状", "（１０）", "", "市の現状"),
        ("① 相互理解の原則", "①", " ", "相互理解の原則"),
        ("⑳相互理解の原則", "⑳", "", "相互理解の原則"),
        ("○ 地域に根ざした市民活動", "○", " ", "地域に根ざした市民活動"),
        ("■課題", "■", "", "課題"),
        ("コラム：協働の経過", "コラム", "：", "協働の経過"),
        ("コラム: 協働の経過", "コラム", ": ", "協働の経過"),
        ("1 協働の意義", "1", " ", "協働の意義"),
        ("１０　協働の意義", "１０", "　", "協働の意義"),
        ("1. 協働の意義", "1.", " ", "協働の意義"),
        ("２．協働の意義", "２．", "", "協働の意義"),
        ("1 4つの方針", "1", " ", "4つの方針"),
    ],
)
def test_a_printed_number_is_split_off(text: str, number: str, separator: str, title: str) -> None:
    assert split_heading(text) == Heading(number, separator, title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "目次",
        "4つの方針",
        "2023年の案",
        "123 事例",
        "第四次総合振興計画",
        "第三者の評価",
        "コラム",
        "コラムの表",
        "(注)市民",
        "(123) 事例",
        "①",
        "(1)",
        "第Ⅰ章",
        " 1 協働の意義",
    ],
)
def test_a_number_that_is_part_of_the_title_or_all_of_it_stays_there(text: str) -> None:
    assert split_heading(text) == Heading("", "", text)


@given(st.text())
@example("1 \n")
@example("コラム：")
def test_the_three_parts_join_to_the_text(text: str) -> None:
    heading = split_heading(text)

    assert heading.number + heading.separator + heading.title == text


@given(st.sampled_from(NUMBERS), st.sampled_from([" ", "　", "  "]), st.sampled_from(["協働の意義", "4つの方針", "X"]))
def test_every_form_of_number_is_split_from_every_title(number: str, separator: str, title: str) -> None:
    heading = split_heading(number + separator + title)

    assert (heading.number.rstrip("：") or None, heading.title) == (number.rstrip("："), title)


def test_a_decimal_number_is_part_of_the_title() -> None:
    assert split_heading("1.5倍の効果") == Heading("", "", "1.5倍の効果")


def test_a_name_that_is_left_blank_is_part_of_the_title() -> None:
    assert split_heading("○○市の例") == Heading("", "", "○○市の例")
