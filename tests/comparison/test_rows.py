"""Rows of tables find each other by id, then by key, then by body; a row may be dissolved into another."""

import pytest

from macros.comparison.rows import link_rows, tables
from macros.comparison.rules import Rules
from macros.model.html_blocks import HtmlBlock
from tests.comparison.texts import Parts, heading, paragraph, row, text_of

HEAD = heading("keitai", "形態")
KYOSAI = row("kyosai", "共催", "市民と市が、共に主催者になる方法")
HOJO = row("hojo", "補助", "市が事業の費用を補う方法")
ITAKU = row("itaku", "委託", "市が事業を団体に任せる方法")


def linked(old: Parts, new: Parts, *, ignore_ids: bool = False) -> list[tuple[list[str], list[str]]]:
    """First cells of the rows that belong together."""
    texts = text_of("h25", [HEAD, *old]), text_of("r5", [HEAD, *new])
    pairs = link_rows(*texts, Rules(ignore_ids=ignore_ids))
    return [
        (
            [texts[0].blocks[at].text.split("\t")[0] for at in pair.old],
            [texts[1].blocks[at].text.split("\t")[0] for at in pair.new],
        )
        for pair in sorted(pairs, key=lambda pair: pair.new)
    ]


def same(*names: str) -> list[tuple[list[str], list[str]]]:
    """Rows that are paired with themselves."""
    return [([name], [name]) for name in names]


@pytest.mark.parametrize("ignore_ids", [False, True])
def test_rows_in_another_order_are_found(*, ignore_ids: bool) -> None:
    assert linked([KYOSAI, HOJO, ITAKU], [ITAKU, KYOSAI, HOJO], ignore_ids=ignore_ids) == same("委託", "共催", "補助")


def test_a_row_keeps_its_id_under_another_name() -> None:
    assert linked([HOJO], [row("hojo", "助成", "団体の活動を助ける方法")]) == [(["補助"], ["助成"])]


def test_without_ids_the_body_tells_a_row_under_another_name() -> None:
    new = row("x", "協働運営", "市民と市が、共に主催者になる方法")

    assert linked([KYOSAI, HOJO], [HOJO, new], ignore_ids=True) == [(["補助"], ["補助"]), (["共催"], ["協働運営"])]


def test_a_printed_number_is_no_part_of_the_key() -> None:
    old, new = row("", "1 補助", "あ", table=""), row("", "2 補助", "別の説明です", table="")

    titles = row("", "形態", "内容", table="")
    assert linked([titles, old], [titles, new]) == [*same("形態"), (["1 補助"], ["2 補助"])]


def test_a_row_whose_words_went_into_another_is_dissolved_into_it() -> None:
    adopt = row("adopt", "アダプト制度", "公園や道路の清掃を団体が受け持つ")
    before = row("kyoryoku", "事業協力", "役割を分けて行う方法")
    after = row("kyoryoku", "事業協力", "役割を分けて行う方法。公園や道路の清掃を団体が受け持つ")

    assert linked([before, adopt], [after]) == [(["事業協力", "アダプト制度"], ["事業協力"])]


def test_rows_that_have_nothing_in_common_stay_alone() -> None:
    assert linked([KYOSAI], [row("", "年度", "件数", table="")]) == []


def test_rows_of_a_page_that_follow_each_other_are_one_table() -> None:
    rows: list[HtmlBlock] = [row("", "a", table=""), row("", "b", table="")]
    found = tables(text_of("r5", [HEAD, *rows, paragraph("文です。"), row("", "c", table=""), KYOSAI, HOJO]))

    assert [(table.name, len(table.rows)) for table in found] == [("", 2), ("", 1), ("forms", 2)]
