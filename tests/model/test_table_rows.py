"""The printed rows of the guideline's tables."""

from pathlib import Path

import pytest

from macros.model.load import load
from macros.model.table_rows import (
    TableRow,
    contents_rows,
    domain_rows,
    plain_rows,
    printed_project,
    proposal_rows,
    year_projects,
)
from macros.model.tables import Contents, DomainTable, Proposals, Table
from macros.model.tree import read_tree
from tests.trees import EXAMPLE


def cells(rows: list[TableRow]) -> list[tuple[str, tuple[str, ...]]]:
    """Id and cells of each row."""
    return [(row.id, row.cells) for row in rows]


@pytest.fixture
def proposals() -> Proposals:
    """The adopted projects of 見本市."""
    return load(read_tree(EXAMPLE), "data/proposals.yml", Proposals).record


def test_a_plain_table_begins_with_its_titles_and_has_its_cells_in_the_order_of_the_columns() -> None:
    table = load(read_tree(EXAMPLE), "data/tables/r5/forms.yml", Table).record

    assert cells(list(plain_rows(table))) == [
        ("head", ("形態", "内容", "効果", "想定される事例")),
        ("kyosai", ("共催", "市民と市が、共に主催者になる方法", "特性を生かせる。", "催し")),
        ("hojo", ("補助", "市が費用を補う方法", "自主性を生かせる。", "花壇の手入れ")),
    ]


def test_a_cell_over_several_domains_counts_once() -> None:
    table = load(read_tree(EXAMPLE), "data/tables/r5/domains.yml", DomainTable).record

    assert cells(list(domain_rows(table))) == [
        ("ryoiki", ("領域", "市民の領域", "協働の領域", "市の領域")),
        ("kubun", ("区分", "A", "B", "C")),
        ("keitai", ("協働形態", "", "共催\n補助")),
    ]


def test_a_line_of_the_contents_has_its_pages_only_where_they_are_printed() -> None:
    contents = load(read_tree(EXAMPLE), "data/tables/r5/contents.yml", Contents).record

    assert cells(list(contents_rows(contents)))[:2] == [
        ("rinen", ("第Ⅰ章 協働の理念", "2～3")),
        ("gensoku", ("1 協働の原則",)),
    ]


def test_a_year_stands_once_its_further_projects_below_it_and_a_remark_over_the_row(proposals: Proposals) -> None:
    assert cells(list(proposal_rows(proposals))) == [
        ("head1", ("申請件数", "実施事業（★は続いている事業）")),
        ("head2", ("年度", "市民提案", "行政提案", "市民提案", "行政提案")),
        ("h23-1", ("H23", "2件", "1件", "例の花壇の手入れ★", "例の通学路の見守り")),
        ("h23-2", ("", "", "", "例の絵本の読み聞かせ", "")),
        ("h24-1", ("H24", "【応募なし】")),
    ]


def test_a_year_without_projects_still_has_a_row(proposals: Proposals) -> None:
    assert year_projects(proposals.years[1], proposals.projects) == [(None, None)]


def test_an_empty_place_is_printed_as_nothing() -> None:
    assert printed_project(None) == ""


@pytest.mark.parametrize("file", ["data/tables/r5/forms.yml", "data/tables/h25/actors.yml"])
def test_every_row_leads_to_its_place_in_the_data(file: str) -> None:
    loaded = load(read_tree(EXAMPLE), file, Table)
    lines = (Path(EXAMPLE) / file).read_text(encoding="utf-8").split("\n")

    for row in list(plain_rows(loaded.record))[1:]:
        assert f"id: {row.id}" in lines[loaded.place(*row.path).line - 1]
