"""The real site, built once for all tests of built pages."""

import shutil
from pathlib import Path

import pytest

from macros.site.build import build
from tests.paths import ROOT

PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml")
"""What a build needs."""


@pytest.fixture(scope="session")
def real_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's tree, so that tests leave the working tree alone."""
    tree = tmp_path_factory.mktemp("real")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / part)
    return tree


@pytest.fixture(scope="session")
def real_site(real_tree: Path) -> Path:
    """The built site of this repository; a finding of the build fails every test that asks for it."""
    assert build(real_tree) == ()
    return real_tree / "site"
