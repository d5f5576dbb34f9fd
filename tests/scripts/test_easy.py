"""`shishin easy`: its report, its marks, and bad input."""

import json
from pathlib import Path

import pytest

from macros.japanese.plain import readability
from macros.site.check import check
from scripts import check as check_command
from scripts.main import main
from tests.trees import contents, replace

PAGE = "docs/easy/kyodo.md"
WORDS = "data/easy_words.yml"


def run(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    capsys.readouterr()
    code = main(["easy", *arguments, "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


def without_marks(tree: Path) -> None:
    """Take all marks out of the page and the words."""
    for file in (PAGE, WORDS):
        text = (tree / file).read_text(encoding="utf-8")
        parts = text.split("@")
        (tree / file).write_text(parts[0] + "".join(part[8:] for part in parts[1:]), encoding="utf-8")


def test_the_report(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, errors = run(capsys, tree)

    assert (code, errors) == (0, "")
    assert said.startswith(f"{PAGE}「協働とは」\n  もとの節と行：12、文：15\n  1文の言葉：")
    assert "言いかえた節と行：12 / 12\n" in said
    assert f"  r5/shutai/hojo「補助」：{PAGE}\n" in said


def test_the_report_as_data(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, tree, "--format", "json")
    found = json.loads(said)

    assert code == 0
    assert list(found) == ["pages", "coverage"]
    assert list(found["pages"][0]) == ["file", "title", "originals", "floor", "easy", "original"]
    assert list(found["pages"][0]["easy"]) == ["sentences", "words", "score", "easy"]
    assert found["coverage"][0] == {"original": "r5/rinen", "title": "協働の理念", "files": [PAGE]}


def test_a_missing_section_is_listed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(tree, PAGE, '{: data-of="r5/column-ayumi@', '{: data-of="site r5/igi@')
    _, said, _ = run(capsys, tree)

    assert "言いかえた節と行：11 / 12\n" in said
    assert "  r5/column-ayumi「協働のあゆみ」：ありません\n" in said


def test_accepting_writes_the_marks_and_nothing_else(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(tree)
    without_marks(tree)
    unmarked = contents(tree)
    code, said, errors = run(capsys, tree, "accept", PAGE, WORDS)

    assert (code, said, errors) == (0, f"{PAGE}：印を付けました。\n{WORDS}：印を付けました。\n", "")
    assert before != unmarked
    assert contents(tree) == before


def test_accepting_once_more_changes_nothing(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(tree)

    assert run(capsys, tree, "accept", PAGE)[:2] == (0, f"{PAGE}：印は、もう付いています。\n")
    assert contents(tree) == before


def test_after_a_change_accepting_makes_the_finding_go_away(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(tree, PAGE, "r5/joho-kokai@", "r5/joho-kokai@00000000 r5/joho-kokai@")
    before = [one.code for one in check(tree)[1]]
    run(capsys, tree, "accept", PAGE)

    assert (before, [one.code for one in check(tree)[1]]) == (["E003"], [])


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ((), "印を付けるページを書いてください"),
        (("docs/index.md",), "docs/index.md は、やさしい日本語のページではありません"),
        (("docs/easy/nai.md",), "docs/easy/nai.md は、やさしい日本語のページではありません"),
        (("../kyodo.md",), "../kyodo.md は、やさしい日本語のページではありません"),
    ],
)
def test_what_cannot_be_marked(
    tree: Path, capsys: pytest.CaptureFixture[str], files: tuple[str, ...], says: str
) -> None:
    code, said, errors = run(capsys, tree, "accept", *files)

    assert (code, said) == (1, "")
    assert says in errors


def test_where_something_is_unknown_no_file_is_changed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_marks(tree)
    replace(tree, PAGE, "r5/column-ayumi", "r5/column-ayum")
    before = contents(tree)
    code, said, errors = run(capsys, tree, "accept", WORDS, PAGE)

    assert (code, said) == (1, "")
    assert "もとの名「r5/column-ayum」が合いません。" in errors
    assert "「r5/column-ayumi」に直してください。" in errors
    assert contents(tree) == before


def test_where_a_file_cannot_be_written_no_file_is_changed(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("scripts.easy.save_all", refuse)
    without_marks(tree)
    before = contents(tree)
    code, said, errors = run(capsys, tree, "accept", PAGE)

    assert (code, said) == (1, "")
    assert "印を付けていません" in errors
    assert contents(tree) == before


def test_broken_data_and_a_site_without_easy_pages(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(tree, PAGE, "easy: true", "easy: false")
    none = run(capsys, tree)
    (tree / WORDS).write_text("words: 1\n", encoding="utf-8")
    broken = run(capsys, tree)

    assert (none[0], none[1], broken[0], broken[1]) == (1, "", 1, "")
    assert "やさしい日本語のページがありません" in none[2]
    assert "shishin check" in broken[2]


def test_without_the_tools_the_check_says_in_a_line_what_it_leaves_out(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_command, "load_levels", lambda: None)
    monkeypatch.setattr("macros.model.easy_texts.load_levels", lambda: None)
    monkeypatch.setattr(readability, "_tagger", lambda: None)

    assert main(["check", "--format", "json", "--root", str(tree)]) == 0
    said = capsys.readouterr()
    assert said.out == "[]\n"
    assert said.err == "調べるための部品がないので、やさしい日本語の言葉のむずかしさと読みやすさは調べていません。\n"
    _, report, _ = run(capsys, tree)
    assert "読みやすさ（jReadability）：なし（もと：なし）" in report
