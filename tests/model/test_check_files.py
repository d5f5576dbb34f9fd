"""Files that would be published unread."""

from pathlib import Path

from macros.model.check_files import check_files


def test_a_picture_that_is_a_link_to_somewhere_else_is_refused(tree: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.png"
    elsewhere.write_bytes(b"\x89PNG")
    (tree / "docs/zu.png").symlink_to(elsewhere)

    assert [(one.code, one.place.file) for one in check_files(tree)] == [("T010", "docs/zu.png")]


def test_a_picture_of_ones_own_may_stand_beside_the_pages(tree: Path) -> None:
    (tree / "docs/zu.png").write_bytes(b"\x89PNG")

    assert list(check_files(tree)) == []
