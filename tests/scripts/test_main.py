"""Whatever happens to a command ends in words: on any terminal, into any pipe, at any error, at any signal."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.findings import catalogue
from macros.site.tree_lock import BusyError
from scripts import check, stops
from scripts.main import COMMANDS, main
from scripts.stops import StoppedError, code_of, write_report
from tests.paths import ROOT
from tests.trees import contents, replace

SHISHIN = (sys.executable, "-m", "scripts.main")


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, its output as bytes."""
    return subprocess.run(
        [*SHISHIN, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def reports(root: Path) -> list[Path]:
    return list((root / ".shishin/reports").glob("*.txt"))


STOPS = {
    "X001": (KeyError("x"), SystemExit("x"), StopIteration()),
    "X002": (OSError(28, "full"), OSError(27, "too large", "a"), OSError(122, "quota")),
    "X003": (PermissionError(13, "no", "a"), OSError(30, "read-only"), OSError(1, "no")),
    "X004": (FileNotFoundError(2, "gone", "a"), OSError(5, "io"), OSError("?"), NotADirectoryError(20, "no", "b")),
    "X005": (KeyboardInterrupt(), StoppedError()),
    "X006": (BrokenPipeError(32, "pipe"),),
    "X007": (MemoryError(),),
    "X008": (RecursionError(),),
    "X009": (BusyError(),),
}
"""Code → what stops a command."""

CASES = [(code, error) for code, errors in STOPS.items() for error in errors]


def test_every_stop_of_the_catalogue_is_tried() -> None:
    assert list(STOPS) == [code for code in catalogue() if code.startswith("X")]


@pytest.mark.parametrize(("code", "error"), CASES, ids=[f"{code}-{type(error).__name__}" for code, error in CASES])
def test_a_stop_is_one_line_with_a_code_and_a_report(
    tree: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    error: BaseException,
) -> None:
    def stop(_: object) -> int:
        raise error

    monkeypatch.setattr(check, "run", stop)

    ended = main(["check", "--root", str(tree)])

    said = capsys.readouterr()
    assert (ended, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith(f"{code}：")
    if code in ("X005", "X006", "X009"):  # nobody's mistake
        assert "詳しい記録" not in said.err
    else:
        (report,) = reports(tree)
        assert said.err.endswith(f"詳しい記録：{report}\n")
        assert "Traceback" in report.read_text(encoding="utf-8")
        assert type(error).__name__ in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_shows_a_traceback(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def stop(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(f"scripts.{name.replace('-', '_')}.run", stop)
    needed = {"compare": ["h25", "r5"], "new-revision": ["r8"], "consult": ["open", "x"]}

    assert main([name, *needed.get(name, []), "--root", str(tree)]) == 1

    said = capsys.readouterr()
    assert (said.out, said.err[:5]) == ("", "X001：")


def test_the_cause_of_a_wrapped_error_gives_the_code() -> None:
    outer = RuntimeError("page")
    outer.__cause__ = OSError(28, "full")
    assert code_of(outer) == "X002"


def test_a_report_goes_into_the_folder_for_temporary_files_where_the_tree_cannot_be_written(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / ".shishin").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))

    report = write_report(KeyError("x"), tree)

    assert report
    assert report.parent == tmp_path / "temporary"
    (tmp_path / "temporary").rename(tmp_path / "away")
    (tmp_path / "temporary").write_text("in the way too", encoding="utf-8")
    assert write_report(KeyError("x"), tree) is None


def test_where_no_report_can_be_written_this_is_said(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stops, "write_report", lambda *_: None)
    assert stops.tell_stop(OSError(28, "full"), tree) == 1
    assert "詳しい記録は、どこにも書けませんでした。" in capsys.readouterr().err


def test_old_reports_make_room(tree: Path) -> None:
    for _ in range(30):
        write_report(KeyError("x"), tree)
    assert len(reports(tree)) == 20


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "ascii:strict", "cp1252"])
def test_a_message_arrives_on_a_terminal_that_knows_no_japanese(tree: Path, encoding: str) -> None:
    replace(tree, "data/groups.yml", "category: civic", "category: civik")

    ran = command("check", "--root", tree, PYTHONIOENCODING=encoding)
    wrong = command("nai", PYTHONIOENCODING=encoding)

    assert ran.returncode == 1
    assert "直してください" in ran.stdout.decode("utf-8")
    assert wrong.stderr.decode("utf-8").startswith("命令の書き方が違います。")


def test_a_message_arrives_where_the_language_is_c(tree: Path) -> None:
    ran = command("check", "--root", tree, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (ran.returncode, ran.stdout.decode("utf-8")[:4]) == (0, "検査が終")


def test_a_japanese_terminal_keeps_its_encoding_and_data_do_not(tree: Path) -> None:
    words = command("check", "--root", tree, PYTHONIOENCODING="euc_jp")
    replace(tree, "data/groups.yml", "category: civic", "category: civik")
    data = command("check", "--root", tree, "--format", "json", PYTHONIOENCODING="euc_jp")

    assert words.stdout.decode("euc_jp").startswith("検査が終わりました。")
    assert json.loads(data.stdout.decode("utf-8"))[0]["code"] == "Y005"


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["compare", "h25", "r5"]])
def test_a_closed_pipe_shows_no_traceback(tree: Path, arguments: list[str]) -> None:
    rooted = [*arguments, "--root", str(tree)]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        ran = subprocess.run([*SHISHIN, *rooted], cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False)

    said = ran.stderr.decode("utf-8")
    assert (ran.returncode, said.count("\n"), said[:5]) == (1, 1, "X006：")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="このシステムに /dev/full がない")
def test_output_that_finds_no_room_is_told(tree: Path) -> None:
    with Path("/dev/full").open("wb") as out:
        ran = subprocess.run(
            [*SHISHIN, "check", "--root", str(tree)], cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False
        )
        mute = subprocess.run([*SHISHIN, "check", "--root", str(tree)], cwd=ROOT, stdout=out, stderr=out, check=False)

    assert (ran.returncode, mute.returncode) == (1, 1)
    assert ran.stderr.decode("utf-8").startswith("X002：")


def test_streams_that_are_closed_from_the_start_change_nothing(tree: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *SHISHIN]
    assert subprocess.run([*closed, "check", "--root", str(tree)], cwd=ROOT, check=False).returncode == 0
    assert subprocess.run([*closed, "furigana", "--root", str(tree)], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    "moment",
    [
        "foo",
        "9999-12-31T23:59",
        "9999-12-31T23:59-05:00",
        "0001-01-01",
        "0001-01-01T00:00+14:00",
        "1999-12-31",
        "2100-01-01",
        "99999-01-01",
        "２０２６-11-22",
        "\ud800",
    ],
)
@pytest.mark.parametrize("name", ["check", "build"])
def test_a_moment_for_which_no_site_can_be_made_is_told(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, moment: str, name: str
) -> None:
    before = contents(tree)
    monkeypatch.setattr(os, "environ", {**os.environ, "SHISHIN_NOW": moment})

    assert main([name, "--root", str(tree)]) == 1

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "SHISHIN_NOW" in said.err
    assert contents(tree) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_command_in_words(tree: Path, number: signal.Signals) -> None:
    """The command waits for its input; by then it has begun."""
    with subprocess.Popen(
        [*SHISHIN, "furigana", "--root", str(tree / "data")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as running:
        assert running.stderr
        running.stderr.readline()  # that there are no rules of the city
        running.send_signal(number)
        said = running.communicate()[1].decode("utf-8")

    assert (running.returncode, said.count("\n"), said[:5]) == (1, 1, "X005：")


def test_handlers_of_signals_are_as_they_were_afterwards(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", str(tree)])
    capsys.readouterr()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_limit_on_the_size_of_files_leaves_all_files_as_they_were(tree: Path) -> None:
    before = contents(tree)
    limited = subprocess.run(
        [*SHISHIN, "new-revision", "r8", "--from", "r5", "--root", str(tree)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)),
    )

    assert (limited.returncode, limited.stdout) == (1, b"")
    assert "Traceback" not in limited.stderr.decode("utf-8")
    assert "空きを確かめて" in limited.stderr.decode("utf-8")
    assert contents(tree) == before
