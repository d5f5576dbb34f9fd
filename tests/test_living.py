"""The tests that read real content hold on what the content will be: a new revision, more groups, another order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.findings import has_error
from macros.site.check import check
from tests.living import NEW, live_on
from tests.paths import REAL, ROOT

READ_REAL_CONTENT = (
    "tests/comparison/test_real.py",
    "tests/comparison/test_reference.py",
    "tests/japanese/test_reference_readings.py",
    "tests/model/test_carried_ids.py",
    "tests/scripts/test_compare.py",
    "tests/site/test_faithful.py",
    "tests/site/test_section_links.py",
    "tests/views/test_draft_marks.py",
    "tests/views/test_history.py",
    "tests/views/test_map.py",
)
"""Tests of real content that need no browser; those with one run on another tree in the nightly run."""

WITH_A_BROWSER = ("tests/site",)


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree after a time."""
    if REAL != ROOT:
        pytest.skip("この試験そのものが、別の内容で試験を動かします。")
    tree = tmp_path_factory.mktemp("living")
    live_on(tree, "r5")
    return tree


def run(tree: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests with the content of another tree."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        env={**os.environ, "SHISHIN_TEST_TREE": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tree_is_sound_after_a_time(living: Path) -> None:
    project, findings = check(living)

    assert not has_error(findings)
    assert project
    assert NEW in project.texts


def test_tests_of_real_content_do_not_count_what_stands_in_it_today(living: Path) -> None:
    ran = run(living, *READ_REAL_CONTENT)

    assert ran.returncode == 0, ran.stdout[-3000:]


@pytest.mark.heavy
def test_nor_do_tests_with_a_browser(living: Path) -> None:
    ran = run(living, *WITH_A_BROWSER)

    assert ran.returncode == 0, ran.stdout[-3000:]


def test_a_test_that_counts_is_noticed(living: Path, tmp_path: Path) -> None:
    counting = tmp_path / "test_counting.py"
    counting.write_text(
        "from macros.model.tree import read_tree\nfrom tests.paths import REAL\n\n\n"
        "def test_there_are_two_texts():\n"
        "    texts = {file.split('/')[2] for file in read_tree(REAL).files if file.startswith('docs/guideline/')}\n"
        "    assert not any(name.startswith('r8') for name in texts)\n",
        encoding="utf-8",
    )

    assert run(ROOT, str(counting)).returncode == 0
    assert run(living, str(counting)).returncode == 1
