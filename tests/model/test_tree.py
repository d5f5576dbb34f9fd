"""One walk of the tree: what may be read is read, everything else is told."""

import os
from pathlib import Path

import pytest

from macros.model.limits import size_of
from macros.model.tree import MOST, list_files, read_tree, signature
from macros.model.tree_places import output_of


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A tree with one page and one file of data."""
    for file in ("docs/index.md", "data/site.yml"):
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text("x", encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    """Code and file of each finding."""
    return [(one.code, one.place.file) for one in read_tree(root).findings]


def test_what_may_be_read_is_read_with_its_bytes(small: Path) -> None:
    (small / "docs/a/b").mkdir(parents=True)
    (small / "docs/a/b/c.md").write_bytes(b"\xff\x00")
    (small / "docs/写真 1（秋）.jpg").write_bytes(b"p")
    (small / "data/readings").mkdir()
    (small / "data/readings/index.txt").write_bytes(b"r")

    tree = read_tree(small)

    assert tree.findings == ()
    assert dict(tree.files) == {
        "data/readings/index.txt": b"r",
        "data/site.yml": b"x",
        "docs/a/b/c.md": b"\xff\x00",
        "docs/index.md": b"x",
        "docs/写真 1（秋）.jpg": b"p",
    }
    assert list_files(tree, "docs", "md") == ["docs/a/b/c.md", "docs/index.md"]


@pytest.mark.parametrize("folder", ["docs", "data"])
def test_a_folder_at_the_top_that_is_a_link_is_not_entered(small: Path, tmp_path: Path, folder: str) -> None:
    (small / folder).rename(tmp_path / "elsewhere")
    (small / folder).symlink_to(tmp_path / "elsewhere")

    tree = read_tree(small)

    assert [(one.code, one.place.file) for one in tree.findings] == [("F008", folder)]
    assert not tree.has_folder(folder)


def test_a_pipe_and_a_device_are_told_without_waiting_for_them(small: Path) -> None:
    os.mkfifo(small / "docs/pipe.md")
    (small / "docs/zero.md").symlink_to("/dev/zero")

    assert told(small) == [("F008", "docs/pipe.md"), ("F008", "docs/zero.md")]


def test_a_name_that_is_no_utf_8_is_told_in_signs_that_can_be_printed(small: Path) -> None:
    (Path(os.fsdecode(os.fsencode(small) + b"/docs/\xff.md"))).write_text("x", encoding="utf-8")

    assert told(small) == [("F009", "docs/\\xff.md")]


@pytest.mark.parametrize("name", ["zu.png", "large.md"])
def test_a_file_over_the_limit_is_told_and_one_at_the_limit_is_read(small: Path, name: str) -> None:
    largest = size_of(f"docs/{name}").octets
    (small / "docs" / name).write_bytes(b"a" * largest)
    assert told(small) == []
    (small / "docs" / name).write_bytes(b"a" * (largest + 1))

    assert told(small) == [("F005", f"docs/{name}")]


def test_too_many_files_end_the_walk(small: Path) -> None:
    for number in range(MOST):
        (small / f"docs/a{number}.md").touch()

    tree = read_tree(small)

    assert [one.code for one in tree.findings] == ["F011"]
    assert len(tree.files) <= MOST


def test_a_file_that_may_not_be_opened_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refusing(path: str | Path, flags: int, **settings: int) -> int:
        if path == "index.md":  # for root, every file opens
            raise PermissionError(path)
        return real(path, flags, **settings)

    monkeypatch.setattr(os, "open", refusing)

    assert told(small) == [("F001", "docs/index.md")]


def test_what_was_read_does_not_change_with_the_disk(small: Path) -> None:
    tree = read_tree(small)
    (small / "docs/index.md").write_text("changed", encoding="utf-8")

    assert tree.files["docs/index.md"] == b"x"


@pytest.mark.parametrize(
    ("file", "output"),
    [
        ("docs/index.md", "index.html"),
        ("docs/a.md", "a/index.html"),
        ("docs/a/index.md", "a/index.html"),
        ("docs/a/b.md", "a/b/index.html"),
        ("docs/a/b.png", "a/b.png"),
    ],
)
def test_a_file_knows_its_place_on_the_site(file: str, output: str) -> None:
    assert output_of(file) == output


def test_the_signature_differs_after_any_change(small: Path) -> None:
    parts = ("docs", "data")
    seen = [signature(small, parts)]
    (small / "docs/new.md").write_text("x", encoding="utf-8")
    seen.append(signature(small, parts))
    (small / "docs/new.md").write_text("xy", encoding="utf-8")
    seen.append(signature(small, parts))
    (small / "docs/new.md").unlink()
    (small / "docs/link").symlink_to("nowhere")
    seen.append(signature(small, parts))

    assert len(set(seen)) == len(seen)
    assert signature(small, parts) == seen[-1]
