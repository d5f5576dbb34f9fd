"""Fixtures for all tests."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from macros.model.yaml_file import parse_yaml
from tests.trees import copy_example

settings.register_profile("shishin", deadline=None, derandomize=True, database=None)
settings.load_profile("shishin")


_parse_once = cache(parse_yaml)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of the invented city 見本市 that a test may break, on a fixed day.

    Reading YAML is most of a check, and most files are the same in every test: the same text is parsed once.
    """
    monkeypatch.setattr("macros.model.yaml_file.parse_yaml", _parse_once)
    monkeypatch.setenv("SHISHIN_NOW", "2026-11-22T09:00:00+09:00")
    monkeypatch.delenv("REPOSITORY", raising=False)
    return copy_example(tmp_path / "tree")
