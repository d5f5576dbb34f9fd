"""`shishin check`: its formats and its exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.findings import Finding, Place
from scripts.check import as_json, as_text, count, summary
from scripts.github import as_github
from scripts.main import COMMANDS, main
from tests.paths import ROOT
from tests.trees import replace

ERROR = Finding(
    "T001", "error", Place("docs/a,b:c.md", 3, 2), "見出し「100%」に\r\nidがありません。", "idを、書いてください。"
)
WARNING = Finding("Y009", "warning", Place("data/memo.yml"), "使われていません。", "消してください。")
NOTICE = Finding("X001", "notice", Place("data/memo.yml", 2), "お知らせです。", "何もいりません。")

KEYS = ["code", "severity", "file", "line", "column", "message", "fix"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, in another folder than the tree."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.main", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_clean_tree_gives_an_empty_list_and_0(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--root", str(tree), "--format", "json") == (0, "[]\n", "")


def test_a_clean_tree_says_so_in_words(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--root", str(tree)) == (0, "検査が終わりました。直すところはありません。\n", "")


def test_an_error_gives_its_finding_and_1(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(tree, "data/groups.yml", "category: civic", "category: civik")

    code, said, errors = run(capsys, "check", "--root", str(tree), "--format", "json")

    (found,) = json.loads(said)
    assert (code, errors) == (1, "")
    assert list(found) == KEYS
    assert found == {
        "code": "Y005",
        "severity": "error",
        "file": "data/groups.yml",
        "line": 4,
        "column": 15,
        "message": "項目「category」の値「civik」は、形が合いません。",
        "fix": "「civic」に直してください。",
    }


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_warning_alone_is_told_and_gives_0(tree: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    (tree / "data/memo.yml").write_text("memo: メモ\n", encoding="utf-8")

    code, said, _ = run(capsys, "check", "--root", str(tree), "--format", form)

    assert (code, "Y009" in said) == (0, True)


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(("slip", "code"), [(False, 0), (True, 1)])
def test_the_exit_code_of_the_process_says_whether_there_is_an_error(
    tree: Path, form: str, slip: bool, code: int
) -> None:
    if slip:
        replace(tree, "data/groups.yml", "category: civic", "category: civik")

    ran = command("check", "--root", str(tree), "--format", form)

    assert (ran.returncode, ran.stderr) == (code, "")
    assert ("Y005" in ran.stdout) == slip


def test_the_tree_is_where_the_command_is_run_unless_told(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree)

    assert run(capsys, "check", "--format", "json")[:2] == (0, "[]\n")


def test_json_is_a_list_of_flat_objects_in_japanese() -> None:
    said = as_json([ERROR, WARNING])

    assert [list(one) for one in json.loads(said)] == [KEYS, KEYS]
    assert "見出し" in said
    assert said.endswith("]\n")


def test_words_for_a_person_name_the_place_the_fix_and_the_code() -> None:
    assert as_text([WARNING]) == (
        "data/memo.yml:1:1：使われていません。\n"
        "  → 消してください。 [Y009 確かめてください]\n"
        "検査が終わりました。直すところが0件、確かめるところが1件あります。\n"
    )


def test_errors_and_the_rest_are_counted_apart() -> None:
    assert count([ERROR, ERROR, WARNING]).endswith("直すところが2件、確かめるところが1件あります。")
    assert count([]).endswith("直すところはありません。")


def test_annotations_are_escaped_as_github_asks_for() -> None:
    assert as_github([ERROR]) == (
        "::error file=docs/a%2Cb%3Ac.md,line=3,col=2,title=T001::"
        "見出し「100%25」に%0D%0Aidがありません。 idを、書いてください。\n"
    )


def test_the_severity_is_the_kind_of_annotation_and_a_clean_tree_has_none() -> None:
    assert [line.split(" ")[0] for line in as_github([ERROR, WARNING, NOTICE]).splitlines()] == [
        "::error",
        "::warning",
        "::notice",
    ]
    assert as_github([]) == ""


def test_the_summary_is_a_table_whose_cells_cannot_break_it() -> None:
    odd = Finding("T006", "error", Place("a.md"), "印「<b>」が\n|あります。", "消してください。")

    head, count_line, table, rule, row = [line for line in summary([odd]).split("\n") if line]

    assert head == "## 検査の結果"
    assert "1件" in count_line
    assert table.count("|") == rule.count("|") == row.replace("\\|", "").count("|") == 5
    assert "<b>" not in row
    assert "| T006 |" in row


def test_the_summary_of_a_clean_tree_has_no_table() -> None:
    assert "|" not in summary([])


def test_the_summary_is_added_to_the_file_that_github_names(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary.md"
    file.write_text("前の段\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    replace(tree, "data/groups.yml", "category: civic", "category: civik")

    run(capsys, "check", "--root", str(tree), "--format", "github")

    assert file.read_text(encoding="utf-8").startswith("前の段\n## 検査の結果\n")
    assert "Y005" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_summary_is_for_github_only(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))

    run(capsys, "check", "--root", str(tree), "--format", form)

    assert not file.exists()


@pytest.mark.parametrize(
    "arguments", [[], ["nai"], ["check", "--format", "xml"], ["check", "x"], ["new-revision"], ["check", "--nai"]]
)
def test_a_command_that_is_written_wrong_is_answered_in_japanese(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)

    said = capsys.readouterr()
    assert (stop.value.code, said.out) == (2, "")
    assert said.err.startswith("命令の書き方が違います。")


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_in_japanese(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)

    said = capsys.readouterr().out
    assert stop.value.code == 0
    assert "使い方を見ます" in said
    assert "show this help" not in said


def test_a_folder_that_is_not_there_is_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, errors = run(capsys, "check", "--root", str(tree / "nai"), "--format", "json")

    assert (code, said) == (1, "")
    assert "ありません" in errors


def test_a_clock_that_cannot_be_read_is_told(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISHIN_NOW", "きょう")

    code, said, errors = run(capsys, "check", "--root", str(tree))

    assert (code, said) == (1, "")
    assert "SHISHIN_NOW" in errors


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "check", "--root", str(tmp_path), "--format", "json")

    found = json.loads(said)
    assert code == 1
    assert {one["code"] for one in found} == {"F001"}
    assert "data/site.yml" in {one["file"] for one in found}
