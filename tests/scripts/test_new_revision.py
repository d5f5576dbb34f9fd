"""`shishin new-revision`: the copy checks clean, undoing leaves every byte as it was, a refusal changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.site.check import check
from scripts import save as files
from scripts.journal import write_through
from scripts.main import main
from tests.trees import contents, replace

MAKE = ("new-revision", "r8", "--from", "r5")
UNDO = ("new-revision", "r8", "--undo")


@pytest.fixture
def run(tree: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the command on the tree: exit code, standard output, standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--root", str(tree)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


Run = Callable[..., tuple[int, str, str]]


def test_the_new_revision_checks_clean_and_its_text_is_the_old_one(tree: Path, run: Run) -> None:
    code, said, errors = run(*MAKE)

    project, findings = check(tree)
    assert (code, errors, findings) == (0, "", ())
    assert project is not None
    assert [one.text for one in project.texts["r8"].blocks] == [one.text for one in project.texts["r5"].blocks]
    assert list(project.texts) == ["h25", "r5", "r8"]
    assert project.revision("r8").copied_from == "r5"
    assert "次にすること" in said
    assert "9個のファイル" in said


def test_the_older_revision_can_be_copied_too(tree: Path, run: Run) -> None:
    assert run("new-revision", "r8", "--from", "h25")[0] == 0

    # What rewrites r5 does not say what the copy of h25 says: that is told, and nothing else.
    assert [one for one in check(tree)[1] if one.code not in ("E003", "E005")] == []


def test_a_copy_of_a_copy_checks_clean(tree: Path, run: Run) -> None:
    run(*MAKE)

    assert run("new-revision", "r9", "--from", "r8")[0] == 0
    assert check(tree)[1] == ()


def test_undoing_leaves_every_byte_as_it_was(tree: Path, run: Run) -> None:
    before = contents(tree)
    run(*MAKE)
    assert contents(tree) != before

    code, said, errors = run(*UNDO)

    assert (code, errors, contents(tree)) == (0, "", before)
    assert "元に戻しました" in said


def test_undoing_the_older_of_two_copies_leaves_the_other(tree: Path, run: Run) -> None:
    run("new-revision", "r9", "--from", "r5")
    with_r9 = contents(tree)
    run(*MAKE)

    assert run(*UNDO)[0] == 0
    assert contents(tree) == with_r9
    run(*MAKE)
    assert run("new-revision", "r9", "--undo")[0] == 0
    assert check(tree)[1] == ()


def change_page(tree: Path) -> None:
    """A paragraph is rewritten."""
    replace(tree, "docs/guideline/r8/rinen.md", "力を合わせる", "力をあわせる")


def change_table(tree: Path) -> None:
    """A cell is rewritten."""
    replace(tree, "data/tables/r8/actors.yml", "content: 見本市", "content: 見本町")


def add_page(tree: Path) -> None:
    """A chapter is added."""
    (tree / "docs/guideline/r8/ato.md").write_text("---\ntitle: あと\nrevision: r8\n---\n", encoding="utf-8")


def remove_page(tree: Path) -> None:
    """A chapter is removed."""
    (tree / "docs/guideline/r8/rinen.md").unlink()


def change_entry(tree: Path) -> None:
    """The date is filled in."""
    replace(tree, "data/revisions.yml", "as_written: 令和8年,", "as_written: 令和8年 月,")


def change_navigation(tree: Path) -> None:
    """The name in the navigation is rewritten."""
    replace(tree, "data/nav.yml", "- 令和8年（2026年）の案:", "- 新しい案:")


CHANGES = [change_page, change_table, add_page, remove_page, change_entry, change_navigation]


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_undoing_asks_first_and_changes_nothing(
    tree: Path, run: Run, change: Callable[[Path], None]
) -> None:
    run(*MAKE)
    change(tree)
    before = contents(tree)

    code, said, errors = run(*UNDO)

    assert (code, said, contents(tree)) == (1, "", before)
    assert "--yes" in errors
    assert "写したあとで直してあります" in errors


@pytest.mark.parametrize("change", CHANGES)
def test_with_yes_the_changed_copy_goes_too(tree: Path, run: Run, change: Callable[[Path], None]) -> None:
    before = contents(tree)
    run(*MAKE)
    change(tree)

    code, _, errors = run(*UNDO, "--yes")

    assert (code, errors) == (0, "")
    assert contents(tree).keys() == before.keys()
    assert check(tree)[1] == ()
    assert "r8" not in (tree / "data/nav.yml").read_text(encoding="utf-8")
    assert "r8" not in (tree / "data/revisions.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", [change_page, change_table, add_page, remove_page])
def test_with_yes_after_changes_of_files_every_byte_is_as_it_was(
    tree: Path, run: Run, change: Callable[[Path], None]
) -> None:
    before = contents(tree)
    run(*MAKE)
    change(tree)

    run(*UNDO, "--yes")

    assert contents(tree) == before


def a_slip(tree: Path) -> None:
    """The tree has an error."""
    replace(tree, "data/groups.yml", "category: civic", "category: civik")


def a_file_in_the_way(tree: Path) -> None:
    """A table of the new revision is already there: nothing reads it yet."""
    (tree / "data/tables/r8").mkdir()
    (tree / "data/tables/r8/actors.yml").write_text("revision: r8\n", encoding="utf-8")


def nothing(tree: Path) -> None:
    """The tree is as it is."""


@pytest.mark.parametrize(
    ("prepare", "arguments", "words"),
    [
        (nothing, ("new-revision", "r8"), "--from r5"),
        (nothing, ("new-revision", "r8", "--from", "r6"), "h25、r5"),
        (nothing, ("new-revision", "r5", "--from", "h25"), "もうあります"),
        (nothing, ("new-revision", "令和8年", "--from", "r5"), "r8"),
        (nothing, ("new-revision", "x8", "--from", "r5"), "r8"),
        (nothing, ("new-revision", "r0", "--from", "r5"), "r8"),
        (nothing, ("new-revision", "../r8", "--from", "r5"), "r8"),
        (a_slip, MAKE, "先に"),
        (a_file_in_the_way, MAKE, "もうあります"),
        (nothing, UNDO, "この命令で作った版ではありません"),
        (nothing, ("new-revision", "r5", "--undo"), "この命令で作った版ではありません"),
        (nothing, ("new-revision", "h25", "--undo", "--yes"), "この命令で作った版ではありません"),
    ],
)
def test_a_refusal_says_why_in_japanese_and_changes_nothing(
    tree: Path, run: Run, prepare: Callable[[Path], None], arguments: tuple[str, ...], words: str
) -> None:
    prepare(tree)
    before = contents(tree)

    code, said, errors = run(*arguments)

    assert (code, said, contents(tree)) == (1, "", before)
    assert words in errors


def test_undoing_in_a_tree_whose_lists_cannot_be_read_changes_nothing(tree: Path, run: Run) -> None:
    run(*MAKE)
    replace(tree, "data/revisions.yml", "in_force: null", "in_force null")
    before = contents(tree)

    code, _, errors = run(*UNDO)

    assert (code, contents(tree)) == (1, before)
    assert "何も取りやめていません" in errors


@pytest.mark.parametrize("number", range(9))
def test_when_writing_fails_in_the_middle_nothing_is_left(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Each of the nine files in turn cannot be put in its place: seven of the copy and the two lists."""
    before = contents(tree)
    place, count = Path.replace, iter(range(100))

    def fail(self: Path, target: Path) -> Path:
        if next(count) == number:
            raise OSError(28, "No space left on device", str(target))
        return place(self, target)

    monkeypatch.setattr(Path, "replace", fail)

    code, said, errors = run(*MAKE)

    assert (code, said, contents(tree)) == (1, "", before)
    assert "ファイルを書けません" in errors


@pytest.mark.parametrize("number", range(9))
def test_when_a_disk_is_full_nothing_is_left(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = contents(tree)
    write, count = write_through, iter(range(100))

    def fail(path: Path, data: bytes) -> None:
        if next(count) == number:
            write(path, data[:10])
            raise OSError(28, "No space left on device", str(path))
        write(path, data)

    monkeypatch.setattr(files, "write_through", fail)

    code, said, _ = run(*MAKE)

    assert (code, said, contents(tree)) == (1, "", before)


@pytest.mark.parametrize("end", ["", "\n\n", "\n# 終わり\n\n\n"])
def test_undoing_keeps_the_end_of_the_list_as_it_was(tree: Path, run: Run, end: str) -> None:
    file = tree / "data/revisions.yml"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + end, encoding="utf-8")
    before = contents(tree)

    assert run(*MAKE)[0] == 0
    assert run(*UNDO)[0] == 0

    assert contents(tree) == before


def test_the_list_of_revisions_need_not_be_the_last_thing_in_its_file(tree: Path, run: Run) -> None:
    replace(tree, "data/revisions.yml", "in_force: null\n", "")
    file = tree / "data/revisions.yml"
    file.write_text(file.read_text(encoding="utf-8") + "in_force: null\n", encoding="utf-8")
    assert check(tree)[1] == ()

    code, _, _ = run(*MAKE)

    assert (code, check(tree)[1]) == (0, ())


def test_the_list_of_revisions_may_be_indented_otherwise(tree: Path, run: Run) -> None:
    file = tree / "data/revisions.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text("\n".join(line.removeprefix("  ") for line in text.split("\n")), encoding="utf-8")
    assert check(tree)[1] == ()

    code, _, _ = run(*MAKE)

    assert (code, check(tree)[1]) == (0, ())


def test_the_navigation_may_be_flat(tree: Path, run: Run) -> None:
    file = tree / "data/nav.yml"
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if not line.endswith("年）の案:")]
    file.write_text("\n".join(lines).replace("          - ", "      - "), encoding="utf-8")
    assert check(tree)[1] == ()

    code, _, _ = run(*MAKE)

    assert (code, check(tree)[1]) == (0, ())


def test_the_name_of_the_older_revision_may_hold_a_colon(tree: Path, run: Run) -> None:
    replace(tree, "data/revisions.yml", "name: 令和5年（2023年）の案", 'name: "令和5年の案: 一部見直し"')

    code, _, _ = run(*MAKE)

    assert (code, check(tree)[1]) == (0, ())


def test_rolling_back_leaves_what_stood_in_the_folder_before(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / "docs/guideline/r8").mkdir()
    (tree / "docs/guideline/r8/mihon.png").write_bytes(b"\x89PNG")
    before = contents(tree)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full", "x")))

    run(*MAKE)

    assert contents(tree) == before


def test_undoing_a_copy_that_was_saved_in_another_encoding_asks_first(tree: Path, run: Run) -> None:
    run(*MAKE)
    page = tree / "docs/guideline/r8/rinen.md"
    page.write_text(page.read_text(encoding="utf-8"), encoding="cp932")
    before = contents(tree)

    code, _, errors = run(*UNDO)

    assert (code, contents(tree)) == (1, before)
    assert "--yes" in errors


def test_a_revision_that_another_was_copied_from_is_not_taken_back(tree: Path, run: Run) -> None:
    run(*MAKE)
    run("new-revision", "r9", "--from", "r8")
    before = contents(tree)

    code, _, _ = run(*UNDO)

    assert (code, contents(tree)) == (1, before)


def test_a_year_before_the_newest_revision_is_refused(tree: Path, run: Run) -> None:
    assert run("new-revision", "h30", "--from", "r5")[0] == 1


def test_a_year_that_its_era_did_not_have_is_refused(run: Run) -> None:
    assert run("new-revision", "h40", "--from", "r5")[0] == 1


def test_a_tree_that_may_not_be_written_is_told(tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(tree)

    def fail(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", fail)
    code, _, errors = run(*MAKE)
    monkeypatch.undo()

    assert (code, contents(tree)) == (1, before)
    assert "書き込みの許可" in errors


def test_the_copy_can_be_built_upon_in_another_place(tree: Path, tmp_path: Path, run: Run) -> None:
    """The command asks for nothing but the tree: a moved tree can be undone as well."""
    before = contents(tree)
    run(*MAKE)
    moved = tmp_path / "moved"
    shutil.copytree(tree, moved, symlinks=True)

    assert main([*UNDO, "--root", str(moved)]) == 0
    assert contents(moved) == before


def test_the_new_revision_is_compared_with_every_older_one(tree: Path, run: Run) -> None:
    run(*MAKE)

    stubs = sorted(path.name for path in (tree / "docs/compare").glob("*-r8.md"))

    assert stubs == ["h25-r8.md", "r5-r8.md"]
    assert '{{ comparison("r5", "r8") }}' in (tree / "docs/compare/r5-r8.md").read_text(encoding="utf-8")
    nav = (tree / "data/nav.yml").read_text(encoding="utf-8")
    assert nav.index("compare/index.md") < nav.index("compare/r5-r8.md") < nav.index("compare/h25-r8.md")


def test_a_tree_without_comparisons_gets_none(tree: Path, run: Run) -> None:
    for file in (tree / "docs/compare").glob("*.md"):
        file.unlink()
    (tree / "docs/compare").rmdir()
    nav = tree / "data/nav.yml"
    lines = nav.read_text(encoding="utf-8").splitlines(keepends=True)
    nav.write_text("".join(line for line in lines if "compare/" not in line), encoding="utf-8")

    run(*MAKE)

    assert not (tree / "docs/compare").exists()
    assert "compare" not in nav.read_text(encoding="utf-8")
