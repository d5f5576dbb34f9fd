"""Fixtures for all tests."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from macros.model.yaml_file import parse_yaml
from tests.trees import copy_example

settings.register_profile("shishin", deadline=None, derandomize=True, database=None)
settings.load_profile("shishin")


parse_once = cache(parse_yaml)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of the invented city 見本市 that a test may break, on a fixed day.

    Reading YAML is most of a check, and most files are the same in every test: the same text is parsed once.
    """
    monkeypatch.setattr("macros.model.yaml_file.parse_yaml", parse_once)
    monkeypatch.setenv("SHISHIN_NOW", "2026-11-22T09:00:00+09:00")
    monkeypatch.delenv("REPOSITORY", raising=False)
    return copy_example(tmp_path / "tree")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `heavy`, unless `SHISHIN_HEAVY=1` asks for it."""
    if os.environ.get("SHISHIN_HEAVY") == "1":
        return
    heavy = [one for one in items if one.get_closest_marker("heavy")]
    if heavy:
        config.hook.pytest_deselected(items=heavy)
        items[:] = [one for one in items if one not in heavy]


_tables: list[tuple[str, list[list[str]]]] = []


@pytest.fixture
def table() -> Callable[[str, list[list[str]]], None]:
    """Have a table printed at the end of the run: its title, and its rows."""
    return lambda title, rows: _tables.append((title, rows))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the tables of this run."""
    for title, rows in _tables:
        terminalreporter.write_sep("-", title)
        for row in rows:
            terminalreporter.write_line("  " + "  ".join(row))
