"""Numbers on easy pages and their originals, and the floor that follows from them."""

from pathlib import Path

import pytest

from macros.japanese.plain.readability import Measures
from macros.model.easy_measures import PageMeasures, measures
from macros.model.project import load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from tests.trees import replace


def of_the_page(tree: Path) -> PageMeasures:
    """Numbers on the one easy page of the example."""
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    (found,) = measures(project)
    return found


def test_a_page_is_measured_beside_the_sections_and_rows_it_names(tree: Path) -> None:
    found = of_the_page(tree)

    assert found.easy is not None
    assert found.original is not None
    assert (found.easy.sentences, found.easy.easy) == (15, 1.0)
    assert (found.easy.score or 0) > 4.0


def test_titles_and_lists_of_names_are_no_part_of_the_original(tree: Path) -> None:
    before = of_the_page(tree).original
    replace(tree, "data/proposals.yml", "例の絵本の読み聞かせ", "例の絵本の大きな読み聞かせ")
    replace(tree, "docs/guideline/r5/rinen.md", "## 2 協働の意義", "## 2 協働の大きな意義")

    assert of_the_page(tree).original == before


def test_names_in_cells_are_no_sentences_of_the_original(tree: Path) -> None:
    before = of_the_page(tree).original
    replace(tree, "data/tables/r5/actors.yml", "content: 見本市", "content: 見本市の全部")
    name = of_the_page(tree).original
    replace(tree, "data/tables/r5/actors.yml", "content: 見本市の全部", "content: 見本市で働く人")
    said = of_the_page(tree).original

    assert before is not None
    assert said is not None
    assert name == before
    assert said.sentences == before.sentences + 1


def test_a_page_that_names_no_text_has_no_original(tree: Path) -> None:
    page = '---\ntitle: 見本\neasy: true\n---\n\n# 題 {: #dai data-of="site" }\n\n花を見ます。\n'
    (tree / "docs/easy/kyodo.md").write_text(page, encoding="utf-8")
    found = of_the_page(tree)

    assert found.original is None
    assert found.easy is not None
    assert found.easy.sentences == 1


@pytest.mark.parametrize(("score", "floor"), [(None, 4.0), (1.0, 4.0), (2.3, 4.3), (2.5, 4.5), (6.0, 4.5)])
def test_the_floor(tree: Path, score: float | None, floor: float) -> None:
    page = of_the_page(tree).page

    assert PageMeasures(page, None, Measures(1, 1.0, score, None)).floor == pytest.approx(floor)
    assert PageMeasures(page, None, None).floor == 4.0
