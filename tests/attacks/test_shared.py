"""The scripts of `../shared/checks/attacks`, each in a copy of the real tree."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.findings import Finding, has_error
from macros.site.build import build
from macros.site.preview import Preview
from tests.paths import ROOT, SHARED
from tests.trees import contents, copy_example

FOLDER = SHARED / "checks" / "attacks"
SCRIPTS = sorted(FOLDER.glob("*.sh"))

CHANGES = [script for script in SCRIPTS if not script.name.startswith(("19", "20"))]
"""Those that change a tree; the others drive the build."""

CODES = {
    "00": {"Y006"},
    "01": {"F008", "F009"},
    "02": {"F008"},
    "03": {"F008"},
    "04": {"Y006"},
    "05": {"M002"},
    "06": {"B020"},
    "07": {"B020", "B021"},
    "09": {"S001"},
    "10": {"S006"},
    "12": {"M002"},
    "13": {"T015"},
    "14": {"F034"},
    "16": {"R017"},
    "17": {"F007"},
    "21": {"F009"},
    "23": {"F008"},
}
"""Findings by number of the script."""

if not SCRIPTS:
    pytest.skip("../shared がないので、そこにある攻撃の例は試していません。", allow_module_level=True)


def copy_real(tree: Path) -> Path:
    """The real tree with a site that stands for the last good one."""
    for part in ("data", "docs"):
        shutil.copytree(ROOT / part, tree / part)
    shutil.copy(ROOT / "mkdocs.yml", tree)
    for part in ("macros", "overrides", "scripts"):
        (tree / part).symlink_to(ROOT / part)
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text("GOOD", encoding="utf-8")
    return tree


def run(script: Path, tree: Path) -> str:
    """Run a script of the attacker in the tree; what it printed."""
    text = re.sub(r"\bPYTHON\b", sys.executable, script.read_text(encoding="utf-8"))
    done = subprocess.run(["/bin/bash", "-c", text], cwd=tree, capture_output=True, text=True, timeout=300, check=False)
    return done.stdout + done.stderr


def found(findings: tuple[Finding, ...]) -> set[str]:
    """Codes of the errors."""
    return {one.code for one in findings if one.severity == "error"}


@pytest.mark.parametrize("script", CHANGES, ids=lambda one: one.stem)
def test_it_is_refused_and_nothing_runs(script: Path, tmp_path: Path) -> None:
    tree = copy_real(tmp_path / "tree")
    run(script, tree)
    before = contents(tree)

    findings = build(tree)

    assert has_error(findings)
    assert CODES.get(script.name[:2], set()) <= found(findings)
    assert all("Traceback" not in one.message for one in findings)
    assert contents(tree) == before
    assert not list(tmp_path.rglob("PWNED*"))


def script(number: str) -> Path:
    """The script with this number."""
    return next(one for one in SCRIPTS if one.name.startswith(number))


def test_two_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    tree = copy_example(tmp_path / "tree")
    (tree / "scripts").symlink_to(ROOT / "scripts")

    said = run(script("19"), tree)

    assert "first 0" in said
    assert "second 0" in said
    assert "Traceback" not in said
    built = contents(tree / "site")
    assert not has_error(build(tree))
    assert contents(tree / "site").keys() == built.keys()


def test_a_kill_between_two_renames_loses_no_site(tmp_path: Path) -> None:
    tree = copy_example(tmp_path / "tree")
    (tree / "scripts").symlink_to(ROOT / "scripts")

    said = run(script("20"), tree)

    assert "Traceback" not in said
    assert "T006" in said
    assert (tree / "site/index.html").read_text(encoding="utf-8").strip() in ("GOOD", "NEW")
    assert "前のサイトは、そのまま残っています。" in said


@pytest.mark.parametrize("script", [one for one in SCRIPTS if "serve" in one.name], ids=lambda one: one.stem)
def test_the_preview_refuses_it_too(script: Path, tmp_path: Path) -> None:
    tree = copy_real(tmp_path / "tree")
    run(script, tree)
    preview = Preview(tree, tmp_path / "preview", lambda _shown: None)

    preview.look()

    assert has_error(preview.shown.findings)
    assert preview.shown.site is None
    assert not list(tmp_path.rglob("PWNED*"))
