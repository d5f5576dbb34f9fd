"""`shishin furigana`: its formats, what it says where a reading is not approved, and bad input."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.main import main
from tests.paths import ROOT
from tests.trees import contents

HEAD = "# 読みを確かめた人：見本花子　確かめた日：2026-11-22　市は確かめていません。\n"


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path, given: bytes, *arguments: str
) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    code = main(["furigana", *arguments, "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_json_of_the_contract(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = "協働の指針\n\n3月4日\u2028に\r\x85\u3000\nかな".encode()

    code, said, errors = run(monkeypatch, capsys, tree, given, "--format", "json")

    assert (code, errors) == (0, "")
    assert [json.loads(line) for line in said.splitlines()] == [
        [["協働", "きょうどう"], ["の", None], ["指針", "ししん"]],
        [],
        [["3", None], ["月", "がつ"], ["4日", "よっか"], ["\u2028に\r\x85\u3000", None]],
        [["かな", None]],
    ]


@pytest.mark.parametrize(("given", "lines"), [(b"", 0), (b"\n", 1), (b"\n\n", 2), (b"a", 1), (b"a\n", 1)])
def test_a_line_goes_in_and_a_line_comes_out(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: bytes, lines: int
) -> None:
    code, said, _ = run(monkeypatch, capsys, tree, given, "--format", "json")

    assert (code, said.count("\n")) == (0, lines)


def test_the_notation_for_people(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said, _ = run(monkeypatch, capsys, tree, "見本市は、《4日》に行う。\n".encode())

    assert said == "見本市《みほんし》は、《《｜4日《よっか》》》に行《おこな》う。\n"


def test_bytes_that_are_no_text_stop_it_and_nothing_is_printed(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, errors = run(
        monkeypatch, capsys, tree, "協働\n指針\n".encode() + "協働".encode("cp932"), "--format", "json"
    )

    assert (code, said) == (1, "")
    assert errors == "3行目が、UTF-8の文字ではありません。UTF-8で保存し直してください。\n"


def test_an_approved_line_is_taken_and_a_missing_one_is_told(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "data/readings").mkdir()
    (tree / "data/readings/index.txt").write_text(HEAD + "市場《いちば》です。\n", encoding="utf-8")

    code, said, errors = run(
        monkeypatch, capsys, tree, "市場です。協働です。\nかな\n".encode(), "--approved", "--format", "json"
    )

    assert code == 0
    assert json.loads(said.splitlines()[0]) == [
        ["市場", "いちば"],
        ["です。", None],
        ["協働", "きょうどう"],
        ["です。", None],
    ]
    assert errors == "1行目：確かめた読みがないので、機械の読みを出しました：協働です。\n"


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("data/readings/index.txt", HEAD + "市場《イチバ》\n", "data/readings/ に誤りがあります"),
        ("data/reading_rules.yml", "rules: 1\n", "data/reading_rules.yml に誤りがあります"),
        (
            "data/reading_rules.yml",
            "rules:\n  - {text: 等, reading: など, scope: everywhere, reason: 例, example: 等《など》}\n",
            "data/reading_rules.yml に誤りがあります",
        ),
    ],
    ids=["readings", "rules", "a rule without guard"],
)
def test_a_slip_in_the_files_stops_it(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: str, text: str, says: str
) -> None:
    (tree / file).parent.mkdir(exist_ok=True)
    (tree / file).write_text(text, encoding="utf-8")

    code, said, errors = run(monkeypatch, capsys, tree, "市場\n".encode(), "--approved")

    assert (code, said) == (1, "")
    assert says in errors


def test_a_folder_without_rules_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, errors = run(monkeypatch, capsys, tmp_path, "協働\n".encode())

    assert (code, said) == (0, "協働《きょうどう》\n")
    assert "data/reading_rules.yml がない" in errors


def show(tree: Path, article: str) -> None:
    """A built site of one page."""
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text(f"<article>{article}</article>", encoding="utf-8")


def test_without_a_built_site_there_is_nothing_to_propose_for(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, errors = run(monkeypatch, capsys, tree, b"", "update")

    assert (code, said) == (1, "")
    assert "make site" in errors
    assert not (tree / "data/readings").exists()


def test_proposals_are_written_once_and_approved_lines_stay(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "data/readings").mkdir()
    (tree / "data/readings/guide.txt").write_text(
        "# 読みを確かめた人：試験\n町《まち》の案《あん》\n", encoding="utf-8"
    )
    show(tree, "<h1>町の案</h1><h2>いまの指針</h2><p>市場が開く。変更12</p>")

    code, said, errors = run(monkeypatch, capsys, tree, b"", "update")
    after = contents(tree)

    assert (code, errors) == (0, "")
    assert said == "".join(f"data/readings/{name}.txt：読みの案を書き足しました。\n" for name in ("overrides", "index"))
    proposed = (tree / "data/readings/index.txt").read_text(encoding="utf-8")
    framed = (tree / "data/readings/overrides.txt").read_text(encoding="utf-8")
    assert "市場《しじょう》" in framed
    assert "町" not in proposed + framed
    assert "#? いまの指針《ししん》\n" in proposed
    assert "#? 変更《へんこう》0\n" in proposed + framed
    assert run(monkeypatch, capsys, tree, b"", "update") == (0, "", "")
    assert contents(tree) == after


def test_a_broken_tree_gets_no_proposals(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "data/site.yml").write_text("x: 1\n", encoding="utf-8")

    code, said, errors = run(monkeypatch, capsys, tree, b"", "update")

    assert (code, said) == (1, "")
    assert "shishin check" in errors
    assert not (tree / "data/readings").exists()


def test_as_a_process_of_its_own_it_writes_utf_8_whatever_the_terminal_is() -> None:
    command = [sys.executable, "-m", "scripts.main", "furigana", "--format", "json", "--root", str(ROOT)]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"}

    ran = subprocess.run(
        command, cwd=ROOT, env=environment, input="𠮷田と案〈＝計画〉\n".encode(), capture_output=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout) == [
        ["𠮷田", "よしだ"],
        ["と", None],
        ["案", "あん"],
        ["〈＝", None],
        ["計画", "けいかく"],
        ["〉", None],
    ]
