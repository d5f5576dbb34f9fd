"""A build that is killed, meets another one, or finds no room: the last good site is there, and the words are right."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.site.build import build
from macros.site.tree_lock import WAITING, BusyError, tree_lock
from scripts.main import main
from tests.paths import ROOT
from tests.site.conftest import MOMENT
from tests.trees import contents, copy_example

Table = Callable[[str, list[list[str]]], None]

BUILD = (sys.executable, "-m", "scripts.main", "build", "--root")
ENVIRONMENT = {**os.environ, "SHISHIN_NOW": MOMENT}
REMAINS = "前のサイトは、そのまま残っています。"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city's tree with its built site."""
    tree = copy_example(tmp_path_factory.mktemp("good") / "tree")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", MOMENT)
        assert build(tree) == ()
    return tree


@pytest.fixture
def good(example: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(example, tmp_path / "tree", symlinks=True))


def started(tree: Path, limit: Callable[[], object] | None = None) -> subprocess.Popen[str]:
    """A build as a process of its own."""
    return subprocess.Popen(
        [*BUILD, str(tree)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=limit,  # noqa: PLW1509 (no threads here)
    )


def ended(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code and all that it said."""
    out, errors = running.communicate()
    return running.returncode, out + errors


def in_the_making(tree: Path) -> list[Path]:
    return list((tree / ".shishin").glob("build-*"))


@pytest.mark.parametrize("count", [2, 3])
def test_builds_at_once_wait_for_each_other(good: Path, table: Table, count: int) -> None:
    before = contents(good / "site")
    shutil.rmtree(good / "site")

    results = [ended(one) for one in [started(good) for _ in range(count)]]

    table(f"{count}つのビルドを同時に", [[str(code), words.replace("\n", " ")] for code, words in results])
    assert [code for code, _ in results] == [0] * count
    assert sum(WAITING in words for _, words in results) == count - 1
    assert contents(good / "site") == before
    assert in_the_making(good) == []


def test_a_build_waits_no_longer_than_its_patience(tmp_path: Path) -> None:
    told: list[str] = []
    with tree_lock(tmp_path), pytest.raises(BusyError), tree_lock(tmp_path, tell=told.append, patience=0.2):
        raise AssertionError
    assert told == [WAITING]
    with tree_lock(tmp_path, tell=told.append):
        assert told == [WAITING]


def test_another_build_that_never_ends_is_told(
    good: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.site.build.tree_lock", lambda root, tell: tree_lock(root, tell=tell, patience=0.1))
    before = contents(good / "site")
    with tree_lock(good):
        assert main(["build", "--root", str(good)]) == 1

    assert capsys.readouterr().err.splitlines()[-1].startswith("X009：")
    assert contents(good / "site") == before


def test_the_lock_of_a_dead_process_frees_itself(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with tree_lock(tmp_path):
            os.write(writer, b"!")
            time.sleep(60)
        os._exit(0)
    os.read(reader, 1)
    with pytest.raises(BusyError), tree_lock(tmp_path, patience=0):
        raise AssertionError
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)
    with tree_lock(tmp_path, patience=0):
        pass


def test_a_lock_whose_file_was_removed_meanwhile_is_not_taken_for_one(tmp_path: Path) -> None:
    with tree_lock(tmp_path):
        shutil.rmtree(tmp_path / ".shishin")  # as `make clean` does
        with tree_lock(tmp_path, patience=0), pytest.raises(BusyError), tree_lock(tmp_path, patience=0):
            raise AssertionError


def kill_some_builds(tree: Path, kills: int, longest: float) -> list[list[str]]:
    """Kill builds at random moments; rows of what was seen, the site looked at after each."""
    good = contents(tree / "site")
    chance = random.Random(20261122)  # noqa: S311 (moments, not secrets)
    seen = {"殺す前に終わった": 0, "前のサイトのまま": 0, "失われた": 0}
    for _ in range(kills):
        running = started(tree)
        time.sleep(chance.uniform(0.2, longest))
        running.kill()
        code, _ = ended(running)
        same = contents(tree / "site") == good if (tree / "site").is_dir() else False
        seen["失われた" if not same else "殺す前に終わった" if code == 0 else "前のサイトのまま"] += 1
    return [[name, str(count)] for name, count in seen.items()]


def test_killed_builds_leave_the_last_good_site_and_the_next_one_clears_up(good: Path, table: Table) -> None:
    rows = kill_some_builds(good, 3, 4.0)
    table("ビルドをでたらめな時に3回殺す", rows)
    before = contents(good / "site")
    (good / "docs/index.md").write_text("---\ntitle: x\n", encoding="utf-8")

    code, said = ended(started(good))

    assert rows[-1] == ["失われた", "0"]
    assert (code, contents(good / "site")) == (1, before)
    assert REMAINS in said
    assert in_the_making(good) == []


@pytest.mark.heavy
def test_50_killed_builds_leave_the_last_good_site(good: Path, table: Table) -> None:
    start = time.monotonic()
    before = contents(good / "site")
    assert ended(started(good))[0] == 0
    rows = kill_some_builds(good, 50, time.monotonic() - start + 0.5)

    table("ビルドをでたらめな時に50回殺す", rows)
    assert rows[-1] == ["失われた", "0"]
    assert ended(started(good))[0] == 0
    assert contents(good / "site") == before
    assert in_the_making(good) == []


def test_a_site_that_a_kill_left_aside_is_put_back_before_its_message_is_given(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(good / "site")
    (good / "site").rename(good / "site.old")
    (good / "docs/index.md").write_text("---\ntitle: x\n", encoding="utf-8")

    assert main(["build", "--root", str(good)]) == 1

    said = capsys.readouterr().err
    assert "site.old に残っていたサイトを site/ に戻しました。" in said
    assert REMAINS in said
    assert contents(good / "site") == before


def test_where_there_never_was_a_site_none_is_said_to_remain(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "docs/index.md").unlink()

    assert main(["build", "--root", str(tree)]) == 1

    said = capsys.readouterr().err
    assert REMAINS not in said
    assert "サイトは、まだありません。" in said


def test_a_limit_on_the_size_of_files_leaves_the_last_good_site(good: Path) -> None:
    before = contents(good / "site")

    code, said = ended(started(good, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))))

    assert (code, contents(good / "site")) == (1, before)
    assert said.startswith("X002：")
    assert "Traceback" not in said
    assert in_the_making(good) == []


def small_disk(folder: Path, *options: str) -> bool:
    """Mount, or mount anew with other options, a small file system in memory; False where this is not allowed."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return False
    command = [mount, "-t", "tmpfs", "-o", ",".join(("size=32m", *options)), "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(example: Path, tmp_path: Path) -> Iterator[Path]:
    """A small disk with a copy of the tree on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not small_disk(folder):
        pytest.skip("ここでは、小さなディスクを作れない")
    try:
        yield Path(shutil.copytree(example, folder / "tree", symlinks=True))
    finally:
        subprocess.run([shutil.which("umount") or "umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("room", [0, 100_000, 1_000_000])
def test_a_full_disk_leaves_the_last_good_site(disk: Path, room: int) -> None:
    before = contents(disk / "site")
    free = shutil.disk_usage(disk).free
    (disk.parent / "filler").write_bytes(bytes(max(0, free - room)))

    code, said = ended(started(disk))

    assert (code, contents(disk / "site")) == (1, before)
    assert said.startswith("X002：")
    assert said.count("\n") == 1
    (disk.parent / "filler").unlink()
    assert ended(started(disk))[0] == 0
    assert contents(disk / "site") == before


def test_a_disk_that_can_only_be_read_leaves_the_last_good_site(disk: Path) -> None:
    before = contents(disk / "site")
    assert small_disk(disk.parent, "remount", "ro")

    code, said = ended(started(disk))

    assert (code, contents(disk / "site")) == (1, before)
    assert said.startswith("X003：")
    assert said.count("\n") == 1
