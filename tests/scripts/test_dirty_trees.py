"""Commands that write, on trees in a state that nobody expects: a refusal in Japanese, no traceback, nothing half."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.main import main
from tests.conftest import parse_once
from tests.consulted import ID, RECORD, write
from tests.trees import contents, copy_example, replace

COMMANDS = (
    ("new-revision", "r9", "--from", "r8"),
    ("new-revision", "r8", "--undo", "--yes"),
    ("consult", "open", ID),
    ("consult", "open", ID, "--undo"),
    ("easy", "accept", "docs/easy/kyodo.md"),
    ("furigana", "update"),
)

FILES = (
    "data/revisions.yml",
    "data/nav.yml",
    "data/readings",
    f"data/consultations/{ID}.yml",
    f"data/frozen/{ID}.json",
    "docs/guideline/r8/rinen.md",
    "docs/guideline/r8",
    "docs/easy/kyodo.md",
    "site/index.html",
)


def gone(path: Path) -> None:
    """It is not there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def a_folder(path: Path) -> None:
    """It is an empty folder."""
    gone(path)
    path.mkdir(parents=True)


def garbage(path: Path) -> None:
    """It is no text."""
    gone(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xfe\x00 [[[: {{ \x80")


def a_link(path: Path) -> None:
    """It leads to something that never ends."""
    gone(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/dev/zero")


STATES = (gone, a_folder, garbage, a_link)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with a record that is ready to be opened, and a built page."""
    tree = copy_example(tmp_path_factory.mktemp("base") / "tree")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", "2026-11-22T09:00")
        assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0
    replace(tree, "docs/guideline/r8/rinen.md", "力を合わせる", "力を出し合う")
    write(tree, {**RECORD, "proposed": {"revision": "r8", "compared_with": "r5"}})
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text("<html><body><article>本文です。</article></body></html>", encoding="utf-8")
    return tree


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("file", FILES)
def test_a_refusal_is_japanese_and_changes_nothing(
    base: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    state: Callable[[Path], None],
) -> None:
    monkeypatch.setattr("macros.model.yaml_file.parse_yaml", parse_once)
    monkeypatch.setenv("SHISHIN_NOW", "2026-11-22T09:00")
    tree = Path(shutil.copytree(base, tmp_path / "tree", symlinks=True))
    state(tree / file)
    for command in COMMANDS:
        before = contents(tree)

        code = main([*command, "--root", str(tree)])

        said = capsys.readouterr()
        if code:
            assert contents(tree) == before, command
            assert re.search("[ぁ-ん]", said.err), command
            assert "Traceback" not in said.err
        assert not list(tree.rglob("*.new")), command


@pytest.mark.parametrize("name", ["", "../r8", "/etc/passwd", "r8\x00", "a" * 5000])
@pytest.mark.parametrize(
    "command",
    [("new-revision", "{}", "--from", "r5"), ("new-revision", "{}", "--undo", "--yes"), ("consult", "open", "{}")],
)
def test_an_odd_name_is_refused(
    base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], name: str
) -> None:
    monkeypatch.setenv("SHISHIN_NOW", "2026-11-22T09:00")
    before = contents(base)

    code = main([*(part.replace("{}", name) for part in command), "--root", str(base)])

    assert (code, contents(base)) == (1, before)
    assert re.search("[ぁ-ん]", capsys.readouterr().err)
