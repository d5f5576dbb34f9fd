"""MkDocs in this process: only through us, and what it says is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.project import load_project
from macros.model.tree import read_tree
from macros.site.pages import write_pages
from macros.site.stage import stage
from macros.views.registry import MACROS


@pytest.mark.parametrize("command", ["build", "serve"])
def test_mkdocs_alone_refuses_and_runs_nothing_of_the_tree(tree: Path, command: str) -> None:
    with (tree / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(f'\n{{{{ cycler.__init__.__globals__.os.popen("touch {tree}/PWNED").read() }}}}\n')
    with (tree / "data/nav.yml").open("a", encoding="utf-8") as nav:
        nav.write(f'\nnav2: !!python/object/apply:os.system ["touch {tree}/PWNED"]\n')

    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", command], cwd=tree, capture_output=True, text=True, timeout=60, check=False
    )

    assert run.returncode != 0
    assert "make serve" in run.stderr
    assert not (tree / "PWNED").exists()
    assert not (tree / "site").exists()


def test_the_environment_is_as_before_and_the_terminal_is_quiet(
    tree: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    before = list(sys.path)
    stage(project, tmp_path / "docs")

    assert write_pages(project, tmp_path / "docs", tmp_path / "site") == ()

    assert sys.path == before
    assert capfd.readouterr() == ("", "")
    assert (tmp_path / "site/guideline/r5/rinen/index.html").is_file()


def test_a_page_that_mkdocs_does_not_find_is_told_at_its_file(tree: Path, tmp_path: Path) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project
    stage(project, tmp_path / "docs")
    (tmp_path / "docs/about/index.md").unlink()

    findings = write_pages(project, tmp_path / "docs", tmp_path / "site")

    assert findings
    assert {one.code for one in findings} == {"B005"}
    assert any("about/index.md" in one.message for one in findings)
