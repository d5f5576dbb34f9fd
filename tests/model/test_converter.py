"""One parser for the site and for the model."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from macros.model.converter import check_converter, convert, extensions
from macros.model.tree import read_tree
from tests.paths import ROOT
from tests.trees import FRAME, replace


def test_the_model_converts_with_the_very_extensions_of_mkdocs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(ROOT / "mkdocs.yml"))

    names, settings = extensions(FRAME)

    assert set(names) == set(config.markdown_extensions)
    assert {name: value for name, value in settings.items() if value} == config.mdx_configs


def test_raw_html_of_the_author_is_handed_over() -> None:
    _, raw = convert(FRAME, "<div>一</div>\n\n<b>二</b>と三\n")

    assert [piece.strip() for piece in raw] == ["<div>一</div>", "<b>", "</b>"]


def test_settings_that_cannot_be_read_are_told_and_right_ones_are_not(tree: Path) -> None:
    assert check_converter(read_tree(tree)) == ()
    replace(tree, "mkdocs.yml", "  - macros.model.column", "  - macros.model.nai")

    assert [one.code for one in check_converter(read_tree(tree))] == ["Y001"]
