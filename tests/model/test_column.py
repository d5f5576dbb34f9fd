"""The box of a column: from its heading to the next one of the same or a higher level."""

import pytest
from lxml import html

from macros.model.converter import convert
from macros.model.html_blocks import read_blocks
from tests.trees import FRAME


def boxes(text: str) -> list[list[str]]:
    """The words of the elements inside each box."""
    source, _ = convert(FRAME, text)
    tree = html.fragment_fromstring(source, create_parent="div")
    return [
        [element.text_content().removesuffix("¶") for element in box] for box in tree.xpath(".//div[@class='column']")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## コラム {: .column }\n\n一\n\n二", [["コラム", "一", "二"]]),
        ("## コラム {: .column }\n\n一\n\n## 次\n\n二", [["コラム", "一"]]),
        ("## コラム {: .column }\n\n一\n\n# 次の章\n\n二", [["コラム", "一"]]),
        ("## コラム {: .column }\n\n### 中の見出し\n\n一\n\n## 次", [["コラム", "中の見出し", "一"]]),
        ("## コラム {: #a .column }\n\n一\n\n## コラム2 {: #b .column }\n\n二", [["コラム", "一"], ["コラム2", "二"]]),
        ("## 外 {: .column }\n\n### 中 {: .column }\n\n一\n\n## 次", [["外", "中", "一"]]),
        ("## ふつう\n\n一", []),
        ("段落\n{: .column }\n\n一", []),
        ("## コラム {: .column }", [["コラム"]]),
    ],
)
def test_a_box_holds_its_heading_and_all_under_it(text: str, expected: list[list[str]]) -> None:
    assert boxes(text) == expected


def test_the_notes_of_the_page_stay_outside_the_last_box() -> None:
    source, _ = convert(FRAME, "## コラム {: .column }\n\n言葉[^a]です。\n\n[^a]: 注です。\n")

    tree = html.fragment_fromstring(source, create_parent="div")

    assert tree.xpath(".//div[@class='column']//div[@class='footnote']") == []
    assert [block.kind for block in read_blocks(source)] == ["heading", "paragraph", "note"]


def test_a_box_changes_neither_the_words_nor_the_ids_of_the_page() -> None:
    plain = "## コラム：歩み {: #ayumi }\n\n一\n\n- 二\n\n## 次 {: #tsugi }\n\n三\n"
    boxed = plain.replace("#ayumi }", "#ayumi .column }")

    assert read_blocks(convert(FRAME, boxed)[0]) == read_blocks(convert(FRAME, plain)[0])
