"""What GitHub takes: ten annotations of a kind, a summary of one mebibyte, and no order from a file."""

import subprocess
from pathlib import Path

import pytest

from macros.model.findings import Finding, Place, Severity
from scripts import github
from scripts.check import count
from tests.paths import ROOT

PLAIN = ROOT / ".github/scripts/plain.sh"


def findings(severity: Severity, number: int) -> list[Finding]:
    """So many findings."""
    return [
        Finding("T001", severity, Place("docs/a.md", at), f"{severity}{at}です。", "直す。")
        for at in range(1, number + 1)
    ]


def kinds(text: str) -> list[str]:
    """Severity of each annotation."""
    return [line.split(" ")[0].removeprefix("::") for line in text.splitlines()]


def test_the_most_important_come_first_and_the_rest_is_counted_in_one_line() -> None:
    said = github.as_github([*findings("notice", 30), *findings("warning", 25), *findings("error", 12)])

    assert kinds(said) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert said.splitlines()[-1] == "::notice title=検査::ほか38件は、この実行のまとめ（Summary）にあります。"


@pytest.mark.parametrize(("severity", "number"), [("error", 10), ("warning", 10), ("notice", 10), ("error", 0)])
def test_as_many_as_github_takes_are_all_shown(severity: Severity, number: int) -> None:
    said = github.as_github(findings(severity, number))

    assert kinds(said) == [severity] * number
    assert "ほか" not in said


@pytest.mark.parametrize(("severity", "number", "left"), [("error", 11, 1), ("warning", 11, 1), ("notice", 11, 2)])
def test_one_more_is_told(severity: Severity, number: int, left: int) -> None:
    said = github.as_github(findings(severity, number))

    assert f"ほか{left}件は" in said
    assert all(kinds(said).count(name) <= 10 for name in ("error", "warning", "notice"))


def test_a_long_summary_is_cut_after_a_whole_row_and_says_so() -> None:
    found = [*findings("warning", 20_000), *findings("error", 3)]

    text = github.summary(found, count)

    assert len(text.encode()) <= github.LARGEST_SUMMARY
    rows = [line for line in text.splitlines() if line.startswith("| <code>docs/a.md")]
    assert [row.count(" | ") for row in rows] == [3] * len(rows)
    assert "error1です" in rows[0]
    assert f"ほか{len(found) - len(rows)}件は、長くなるので載せていません" in text.splitlines()[-1]


def test_what_other_steps_wrote_counts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * (github.LARGEST_SUMMARY - 3_000))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))

    github.add_to_summary(github.summary(findings("error", 500), count, github.room_left()))

    assert file.stat().st_size <= github.LARGEST_SUMMARY
    assert "載せていません" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("sign", list("\\`*_[]()#!@|<>&~$:"))
def test_no_sign_of_a_file_acts_in_the_summary(sign: str) -> None:
    text = github.summary([Finding("T001", "error", Place(f"docs/{sign}a.md"), f"語{sign}語", "直す。")], count)

    message = text.splitlines()[-1].split(" | ")[1]
    assert message == f"<code>語&#{ord(sign)};語</code>"


def run_plain(*command: str) -> subprocess.CompletedProcess[str]:
    """A command as the workflow runs it."""
    return subprocess.run([str(PLAIN), *command], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("code", [0, 1, 7])
def test_what_a_command_prints_gives_no_orders_and_its_code_stays(code: int) -> None:
    ran = run_plain("sh", "-c", f"printf '::error::x\\nno line end'; exit {code}")

    first, *printed, last = ran.stdout.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert ran.returncode == code
    assert len(token) == 32
    assert printed == ["::error::x", "no line end"]
    assert last == f"::{token}::"


def test_the_word_that_ends_the_silence_cannot_be_foreseen() -> None:
    assert run_plain("true").stdout.splitlines()[0] != run_plain("true").stdout.splitlines()[0]


def test_a_command_that_is_not_there_fails() -> None:
    assert run_plain("/nowhere/at/all").returncode != 0
