"""Several files written: all or none, whatever stops the process, and nothing left in `docs/` or `data/`."""

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts import journal, save
from scripts.journal import recover_saves
from tests.trees import contents

Writer = Callable[[Mapping[Path, bytes | None]], None]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A tree with a file to change and one to remove."""
    for folder in ("docs", "data/lists"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("old a\n", encoding="utf-8")
    (tmp_path / "data/lists/b.yml").write_text("old b\n", encoding="utf-8")
    return tmp_path


def changes(root: Path) -> dict[Path, bytes | None]:
    """A file changed, one removed with its folder, one made in new folders."""
    return {
        root / "docs/a.md": b"new a\n",
        root / "data/lists/b.yml": None,
        root / "docs/new/deep/c.md": b"new c\n",
    }


def bare(files: Mapping[Path, bytes | None]) -> None:
    """Files written one after the other without a journal: the negative control."""
    for path, content in files.items():
        if content is None:
            path.unlink()
            path.parent.rmdir()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.new")
            fresh.write_bytes(content)
            fresh.replace(path)


WATCHED = ((Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (Path, "mkdir"), (Path, "rename"))
"""Every step with which files come and go."""


def kill_at(number: int) -> None:
    """Let this process be killed before the step of this number, counted over all kinds of steps."""
    seen = iter(range(1000))

    def watched(step: Callable[..., object]) -> Callable[..., object]:
        def take(*arguments: object, **named: object) -> object:
            if next(seen) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **named)

        return take

    for owner, name in WATCHED:
        setattr(owner, name, watched(getattr(owner, name)))


def kinds_after_kills(root: Path, write: Writer) -> list[str]:
    """After a kill before each step, and what the next command puts right: `old`, `new` or `mixed`."""
    old = contents(root)
    found = []
    for number in range(1000):
        child = os.fork()
        if child == 0:
            try:
                kill_at(number)
                write(changes(root))
            finally:
                os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert not list(root.glob("d*/**/*.new"))
        recover_saves(root)
        now = contents(root)
        if ended == 0:
            assert now != old
            break
        found.append("old" if now == old else "mixed" if (root / "data/lists").exists() else "new")
        if now != old:
            (root / "data/lists").mkdir(parents=True)
            (root / "data/lists/b.yml").write_text("old b\n", encoding="utf-8")
            (root / "docs/a.md").write_text("old a\n", encoding="utf-8")
            (root / "docs/new/deep/c.md").unlink()
            (root / "docs/new/deep").rmdir()
            (root / "docs/new").rmdir()
            assert contents(root) == old
    return found


def test_a_kill_at_any_step_leaves_all_or_nothing(small: Path) -> None:
    found = kinds_after_kills(small, save.save_all)

    assert len(found) > 8
    assert found == sorted(found, reverse=True)  # first old, then, after the last step, new
    assert set(found) <= {"old", "new"}


def test_without_a_journal_a_kill_leaves_half(small: Path) -> None:
    with pytest.raises((AssertionError, FileNotFoundError)):
        kinds_after_kills(small, bare)


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("number", range(3))
def test_an_error_at_any_file_leaves_nothing_changed(
    small: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, number: int
) -> None:
    before = contents(small)
    put, seen = save.put, iter(range(10))

    def fail(path: Path, content: bytes | None, folder: Path) -> None:
        put(path, content, folder)
        if next(seen) == number:
            raise error

    monkeypatch.setattr(save, "put", fail)
    with pytest.raises(type(error)):
        save.save_all(changes(small))

    assert contents(small) == before


def test_what_could_not_be_put_back_is_put_back_by_the_next_command(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(small)

    def fail(*_: object) -> None:
        raise OSError(5, "io")

    put = save.put

    def put_and_fail(path: Path, content: bytes | None, folder: Path) -> None:
        put(path, content, folder)
        fail()

    monkeypatch.setattr(save, "put", put_and_fail)
    monkeypatch.setattr(journal, "_restore", fail)
    with pytest.raises(OSError, match="io"):
        save.save_all(changes(small))
    monkeypatch.undo()

    (said,) = recover_saves(small)

    assert "1個のファイルを元に戻しました" in said
    assert contents(small) == before


def test_what_was_mended_since_the_kill_stays_and_is_named(small: Path) -> None:
    child = os.fork()
    if child == 0:
        kill_at(6)
        save.save_all(changes(small))
        os._exit(0)
    os.waitpid(child, 0)
    assert (small / "docs/a.md").read_text(encoding="utf-8") == "new a\n"
    (small / "docs/a.md").write_text("mended\n", encoding="utf-8")

    said = recover_saves(small)

    assert any("docs/a.md は" in one and "そのまま" in one for one in said)
    assert (small / "docs/a.md").read_text(encoding="utf-8") == "mended\n"
    assert (small / "data/lists/b.yml").exists()


def test_a_command_that_is_still_writing_is_left_alone(small: Path) -> None:
    with journal.journal(small, changes(small)) as folder:
        assert recover_saves(small) == ()
        assert folder.is_dir()


def test_a_file_keeps_its_rights(small: Path) -> None:
    (small / "docs/a.md").chmod(0o640)
    save.save(small / "docs/a.md", b"new\n")
    assert (small / "docs/a.md").stat().st_mode & 0o777 == 0o640
