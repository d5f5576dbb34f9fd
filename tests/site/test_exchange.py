"""The swap: whole at every moment, through errors, and through a kill at each step and at random moments."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from macros.site.exchange import Moves, exchange_names, fresh_folder, recover, swap
from macros.site.workplace import dead_folders
from tests.paths import ROOT
from tests.trees import contents

Swap = Callable[[Path, Path, Moves], None]

SIZE = 20
"""Pages of a small site."""


def no_exchange(one: Path, other: Path) -> bool:
    """A system that does not know how to exchange two names."""
    return False


def make_site(folder: Path, words: str) -> Path:
    """A small site that is all of one kind: half of one, or a mixture, can be told."""
    folder.mkdir(parents=True)
    for number in range(SIZE):
        (folder / f"{number}.html").write_text(words, encoding="utf-8")
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


def state(site: Path) -> str:
    """What a site is: the words of all its pages, `none`, or `broken`."""
    if not site.is_dir() or site.is_symlink():
        return "none"
    words = {path.read_text(encoding="utf-8") for path in site.iterdir()}
    return words.pop() if len(words) == 1 and len(list(site.iterdir())) == SIZE + 1 else "broken"


def in_a_child(work: Callable[[], None]) -> int:
    """Do the work in a process of its own; the signal that ended it, 0 where none did."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stopping(at: int, moves: Moves, stop: Callable[[], None]) -> Moves:
    """Moves that stop: before the first at 0, after it at 1, before the second at 2, and so on."""
    seen = iter(range(100))

    def step() -> None:
        if next(seen) == at:
            stop()

    def rename(one: Path, other: Path) -> None:
        step()
        moves.rename(one, other)
        step()

    def exchange(one: Path, other: Path) -> bool:
        step()
        done = moves.exchange(one, other)
        step()
        return done

    return Moves(rename, exchange)


def kill() -> None:
    """End this process as nothing can be answered."""
    os.kill(os.getpid(), signal.SIGKILL)


def two_renames(fresh: Path, site: Path, moves: Moves) -> None:
    """The swap as it was: the negative control of every test here."""
    old = site.with_name("site.old")
    if site.exists():
        moves.rename(site, old)
    moves.rename(fresh, site)


def no_recovery(_root: Path) -> tuple[str, ...]:
    """Nothing was put right before a build, as it was."""
    return ()


def outcomes(folder: Path, moves: Moves, do: Swap, put_right: Callable[[Path], tuple[str, ...]]) -> list[list[str]]:
    """A row for each moment of a kill: where, what `site/` is then, and what after the next start, and what is said."""
    rows = []
    for at in range(100):
        root = folder / str(at)
        site = make_site(root / "site", "old")

        def work(root: Path = root, site: Path = site, at: int = at) -> None:
            with fresh_folder(root) as work:
                do(make_site(work / "site", "new"), site, stopping(at, moves, kill))

        ended = in_a_child(work)
        if ended == 0:
            break
        then = state(site)
        said = put_right(root)
        rows.append([f"{at // 2 + 1}つ目の{'あと' if at % 2 else '前'}", then, state(site), "".join(said)])
    return rows


SYSTEM = Moves()
RENAMES = Moves(exchange=no_exchange)


@pytest.mark.parametrize(("moves", "windows"), [(SYSTEM, 2), (RENAMES, 8)], ids=["exchange", "renames"])
def test_a_kill_at_any_step_loses_no_site(
    tmp_path: Path, table: Callable[[str, list[list[str]]], None], moves: Moves, windows: int
) -> None:
    rows = outcomes(tmp_path, moves, swap, recover)

    table(f"入れかえの各段で殺す（{'1段の交換' if moves is SYSTEM else '名前の付けかえ'}）", rows)
    assert len(rows) == windows
    assert {row[2] for row in rows} <= {"old", "new"}
    assert (rows[0][2], rows[-1][2]) == ("old", "new")
    if moves is SYSTEM:
        assert "none" not in {row[1] for row in rows}  # one step: never without
    for at, (_, then, _, said) in enumerate(rows):
        assert "作りかけ" in said
        assert ("に戻しました" in said) == (then == "none")
        left = sorted(path.name for path in (tmp_path / str(at)).iterdir())
        assert left in (["site"], [".shishin", "site"])
        assert not list((tmp_path / str(at)).glob(".shishin/build-*"))


def test_the_two_renames_of_before_fail_this_test(tmp_path: Path) -> None:
    assert "none" in {row[2] for row in outcomes(tmp_path, SYSTEM, two_renames, no_recovery)}


@pytest.mark.parametrize("moves", [SYSTEM, RENAMES], ids=["exchange", "renames"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(errno.EIO, "io"), MemoryError])
def test_an_error_at_any_step_leaves_a_whole_site_in_its_place(
    tmp_path: Path, moves: Moves, stop: BaseException | type[BaseException]
) -> None:
    def fail() -> None:
        raise stop

    for at in range(8 if moves is RENAMES else 2):
        root = tmp_path / str(at)
        site = make_site(root / "site", "old")
        with suppress(KeyboardInterrupt, OSError, MemoryError), fresh_folder(root) as work:
            swap(make_site(work / "site", "new"), site, stopping(at, moves, fail))
        assert state(site) in ("old", "new")
        recover(root)
        assert state(site) in ("old", "new")
        assert [path.name for path in root.iterdir()] == ["site"]


def _swap_on(root: Path, kills: int, moves: Moves) -> None:
    """Put one new site after the other in place, until this process is killed."""
    try:
        for number in count():
            with fresh_folder(root) as work:
                swap(make_site(work / "site", f"{kills}-{number}"), root / "site", moves)
    finally:
        os._exit(1)


@pytest.mark.parametrize("moves", [SYSTEM, RENAMES], ids=["exchange", "renames"])
def test_50_kills_at_random_moments_lose_no_site(
    tmp_path: Path, table: Callable[[str, list[list[str]]], None], moves: Moves
) -> None:
    chance = random.Random(20261122)  # noqa: S311 (moments, not secrets)
    seen = {"whole": 0, "aside": 0, "lost": 0}
    site = make_site(tmp_path / "site", "0")

    for kills in range(50):
        child = os.fork()
        if child == 0:
            _swap_on(tmp_path, kills, moves)
        time.sleep(chance.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        then = state(site)
        recover(tmp_path)
        after = state(site)
        seen["lost" if after in ("none", "broken") else "aside" if then == "none" else "whole"] += 1
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    how = "1段の交換" if moves is SYSTEM else "名前の付けかえ"
    table(f"でたらめな時に50回殺す（{how}）", [[key, str(number)] for key, number in seen.items()])
    assert seen["lost"] == 0
    if moves is SYSTEM:
        assert seen["aside"] == 0


def test_a_fresh_folder_that_is_not_there_leaves_the_site_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "old")
    for moves in (SYSTEM, RENAMES):
        swap(make_site(tmp_path / "fresh", "new"), site, moves)
        before = contents(tmp_path)

        with pytest.raises(FileNotFoundError):
            swap(tmp_path / "fresh", site, moves)

        assert contents(tmp_path) == before


def test_the_swap_of_before_lost_the_site_then(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        two_renames(tmp_path / "fresh", site, SYSTEM)
    assert state(site) == "none"


@pytest.mark.parametrize("moves", [SYSTEM, RENAMES], ids=["exchange", "renames"])
def test_the_first_site_and_the_next_one_are_plain_folders(tmp_path: Path, moves: Moves) -> None:
    site = tmp_path / "site"
    for words in ("first", "second"):
        with fresh_folder(tmp_path) as work:
            swap(make_site(work / "site", words), site, moves)
        assert state(site) == words
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_or_a_file_in_the_place_of_the_site_is_left_alone(tmp_path: Path) -> None:
    kept = make_site(tmp_path / "kept", "kept")
    fresh = make_site(tmp_path / "fresh", "new")
    (tmp_path / "link").symlink_to(kept)
    (tmp_path / "file").write_text("file", encoding="utf-8")

    for name in ("link", "file"):
        with pytest.raises(NotADirectoryError):
            swap(fresh, tmp_path / name)

    assert (state(kept), state(fresh)) == ("kept", "new")
    assert (tmp_path / "link").is_symlink()


def test_an_exchange_that_fails_for_another_reason_is_no_reason_for_renames(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange_names(make_site(tmp_path / "one", "one"), tmp_path / "other")


def test_of_two_whole_sites_that_in_its_place_stays_and_this_is_said(tmp_path: Path) -> None:
    site, _ = make_site(tmp_path / "site", "new"), make_site(tmp_path / "site.old", "old")

    (said,) = recover(tmp_path)

    assert state(site) == "new"
    assert not (tmp_path / "site.old").exists()
    assert "site.old" in said


def test_a_whole_site_aside_goes_before_an_empty_folder_in_its_place(tmp_path: Path) -> None:
    make_site(tmp_path / "site.old", "old")
    (tmp_path / "site").mkdir()

    (said,) = recover(tmp_path)

    assert state(tmp_path / "site") == "old"
    assert "戻しました" in said
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_folder_of_a_living_build_is_left_alone_and_that_of_a_dead_one_is_not(tmp_path: Path) -> None:
    dead = tmp_path / ".shishin/build-00000000"
    make_site(dead / "site", "dead")
    make_site(tmp_path / "site.new", "earlier")
    with fresh_folder(tmp_path) as living:
        make_site(living / "site", "living")
        program = "import sys, pathlib, macros.site.exchange as e; print(*e.recover(pathlib.Path(sys.argv[1])))"
        said = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
        )

        assert "作りかけ" in said.stdout
        assert state(living / "site") == "living"
        assert not dead.exists()
        assert not (tmp_path / "site.new").exists()
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_recover_is_nothing_to_say(tmp_path: Path) -> None:
    make_site(tmp_path / "site", "good")
    assert recover(tmp_path) == ()


def test_a_fresh_folder_can_be_read_by_whoever_may_read_other_new_folders(tmp_path: Path) -> None:
    with fresh_folder(tmp_path) as folder:
        (tmp_path / "plain").mkdir()
        assert folder.stat().st_mode == (tmp_path / "plain").stat().st_mode
        with dead_folders(tmp_path, "build") as dead:
            assert dead == []
