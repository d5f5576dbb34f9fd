"""The summary of a proposal's check: the texts that it touches, compared with their neighbours."""

import subprocess
from pathlib import Path

import pytest

from scripts import github
from scripts.touched import changed_files, comparisons, main, touched_pairs
from tests.consulted import project_of
from tests.trees import replace


def test_a_touched_text_is_compared_with_its_neighbours(tree: Path) -> None:
    project = project_of(tree)

    for file in ("docs/guideline/r5/rinen.md", "docs/guideline/h25/index.md", "data/tables/r5/actors.yml"):
        assert touched_pairs(project, [file]) == [("h25", "r5")]
    for file in ("docs/guideline/index.md", "data/groups.yml", "docs/guideline/r8/a.md", "x/docs/guideline/r5/a.md"):
        assert touched_pairs(project, [file]) == []


def test_the_comparison_is_told_with_its_count_and_no_sign_that_acts(tree: Path) -> None:
    (text,) = comparisons(project_of(tree), ["docs/guideline/r5/rinen.md"])

    assert "の違い（変更47件）" in text
    assert "\x1b" not in text
    assert "&#91;-" in text
    assert [line for line in text.splitlines() if line.startswith("::")] == []


def test_a_long_comparison_is_cut_and_says_so(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.touched.LARGEST", 200)

    (text,) = comparisons(project_of(tree), ["docs/guideline/r5/rinen.md"])

    assert "途中までです" in text
    assert len(text) < 2_000


def test_a_summary_that_is_full_says_what_is_left_out(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * (github.LARGEST_SUMMARY - 500))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    monkeypatch.setattr("scripts.touched.changed_files", lambda *_: ["docs/guideline/r5/rinen.md"])

    assert main(tree, "HEAD^1") == 0

    assert file.stat().st_size <= github.LARGEST_SUMMARY
    assert "載せていません" in file.read_text(encoding="utf-8")


def test_git_tells_which_files_changed(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.jp"]
    for command in (["init", "--quiet"], ["add", "docs", "data"], ["commit", "--quiet", "--message=first"]):
        subprocess.run([*git, *command], cwd=tree, check=True)
    replace(tree, "docs/guideline/r5/rinen.md", "力を合わせる", "力をあわせる")
    subprocess.run([*git, "commit", "--quiet", "--all", "--message=second"], cwd=tree, check=True)
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))

    assert changed_files(tree, "HEAD^1") == ["docs/guideline/r5/rinen.md"]
    assert main(tree, "HEAD^1") == 0
    assert "あわせる" in file.read_text(encoding="utf-8")
    assert changed_files(tree, "nowhere") == []


def test_a_tree_that_cannot_be_read_adds_nothing(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(tree, "data/revisions.yml", "in_force: null", "in_force null")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))

    assert main(tree, "HEAD^1") == 0
    assert not (tmp_path / "summary.md").exists()
