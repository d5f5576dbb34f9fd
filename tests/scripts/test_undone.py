"""Undoing: what people were asked about stays, and what goes is put aside whole, with the way back."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.site.check import check
from scripts import save as files
from scripts import undone
from scripts.main import main
from scripts.undone import FOLDER, put_aside
from tests.consulted import ID, RECORD, open_consultation, write
from tests.trees import contents, replace

UNDO = ("new-revision", "r8", "--undo", "--yes")
BACK = ("consult", "open", ID, "--undo")
RINEN = "docs/guideline/r8/rinen.md"
SET = f"data/frozen/{ID}.json"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tree: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on the tree: exit code, standard output, standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--root", str(tree)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def draft(tree: Path, run: Run) -> Path:
    """A draft that was worked on, with a picture in a folder of its own."""
    run("new-revision", "r8", "--from", "r5")
    replace(tree, RINEN, "力を合わせる", "力を出し合う")
    (tree / "docs/guideline/r8/zu/ue").mkdir(parents=True)
    (tree / "docs/guideline/r8/zu/ue/wa.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    return tree


def kept(tree: Path) -> list[Path]:
    """Folders that undoing left, hidden ones included."""
    home = tree / FOLDER
    return sorted(home.iterdir()) if home.is_dir() else []


def test_what_is_taken_back_lies_in_a_dated_folder_and_comes_back_as_told(draft: Path, run: Run) -> None:
    before = contents(draft)

    code, said, errors = run(*UNDO)

    assert (code, errors) == (0, "")
    (folder,) = kept(draft)
    assert folder.name == "2026-11-22-090000-new-revision-r8"
    assert f"{FOLDER}/{folder.name}/ に取ってあります" in said
    assert not (draft / "docs/guideline/r8").exists()
    assert check(draft)[1] == ()
    told = re.search(r"cp -R (\S+)/\. \.", said)
    assert told
    shutil.copytree(draft / told[1], draft, dirs_exist_ok=True)
    assert contents(draft) == before


def test_two_undoings_in_one_second_keep_two_copies(draft: Path, run: Run) -> None:
    first = (draft / RINEN).read_bytes()
    run(*UNDO)
    run("new-revision", "r8", "--from", "r5")
    replace(draft, RINEN, "力を合わせる", "力を寄せ合う")
    second = (draft / RINEN).read_bytes()

    assert run(*UNDO)[0] == 0

    assert [(folder / RINEN).read_bytes() for folder in kept(draft)] == [first, second]
    assert [folder.name for folder in kept(draft)][1].endswith("-2")


def test_the_only_clock_names_the_folder(draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISHIN_NOW", "2026-12-31T15:00:07Z")

    run(*UNDO)

    assert [folder.name for folder in kept(draft)] == ["2027-01-01-000007-new-revision-r8"]


def test_taking_back_an_opening_keeps_the_set_the_pages_and_the_record(tree: Path, run: Run) -> None:
    open_consultation(tree)
    page = tree / f"docs/consultations/{ID}/sheet.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n書き足した文です。\n", encoding="utf-8")
    before = contents(tree)

    code, said, _ = run(*BACK)

    assert code == 0
    (folder,) = kept(tree)
    assert folder.name == f"2026-11-22-090000-consult-open-{ID}"
    assert (folder / f"docs/consultations/{ID}/sheet.md").read_text(encoding="utf-8").endswith("書き足した文です。\n")
    assert not (tree / SET).exists()
    assert folder.name in said
    shutil.copytree(folder, tree, dirs_exist_ok=True)
    assert contents(tree) == before


def a_file_in_the_way(tree: Path) -> None:
    """Where copies would lie stands a file."""
    (tree / ".shishin").write_text("", encoding="utf-8")


def a_link_into_the_pages(tree: Path) -> None:
    """Copies would lie among the pages."""
    (tree / ".shishin").symlink_to("docs")


@pytest.mark.parametrize("obstacle", [a_file_in_the_way, a_link_into_the_pages])
@pytest.mark.parametrize("command", [UNDO, BACK])
def test_where_no_copy_can_be_made_nothing_is_removed(
    draft: Path, run: Run, command: tuple[str, ...], obstacle: Callable[[Path], None]
) -> None:
    if command == BACK:
        open_consultation(draft)
    obstacle(draft)
    before = contents(draft)

    code, said, errors = run(*command)

    assert (code, said, contents(draft)) == (1, "", before)
    assert "ファイルを書けません" in errors


@pytest.mark.parametrize("number", range(12))
def test_a_disk_that_fills_up_while_copying_leaves_no_half_copy(
    draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before, written = contents(draft), iter(range(100))

    def fail(path: Path, content: bytes) -> None:
        if next(written) == number:
            path.write_bytes(content[:3])
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(content)

    monkeypatch.setattr(undone, "write_through", fail)

    code, said, errors = run(*UNDO)

    assert (code, said, contents(draft), kept(draft)) == (1, "", before, [])
    assert "ファイルを書けません" in errors


@pytest.mark.parametrize("interrupt", [OSError(5, "Input/output error", "x"), KeyboardInterrupt()])
@pytest.mark.parametrize("number", range(0, 12, 3))
def test_a_removal_that_stops_half_way_puts_everything_back(
    draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int, interrupt: BaseException
) -> None:
    before, put, written = contents(draft), files.put, iter(range(100))

    def fail(path: Path, content: bytes | None, folder: Path) -> None:
        if next(written) == number:
            raise interrupt
        put(path, content, folder)

    monkeypatch.setattr(files, "put", fail)
    assert run(*UNDO)[0] != 0

    assert (contents(draft), kept(draft)) == (before, [])


def test_a_copy_is_never_written_over(tree: Path) -> None:
    names = {put_aside(tree, "x", ["data/nav.yml"]).name for _ in range(4)}

    assert names == {"2026-11-22-090000-x", *(f"2026-11-22-090000-x-{number}" for number in (2, 3, 4))}


def proposed(**more: Any) -> dict[str, Any]:
    """The example's record about r8, not opened yet."""
    return {**RECORD, "proposed": {"revision": "r8", "compared_with": "r5"}, **more}


@pytest.mark.parametrize(
    ("moment", "opened", "says"),
    [
        ("2026-11-22", False, "これから始まる意見募集"),
        ("2026-12-27T23:59", True, f"shishin consult open {ID} --undo"),
        ("2026-12-28T00:00", True, "意見を募っている最中"),
        ("2027-01-26T23:59", True, "意見を募っている最中"),
        ("2027-01-27", True, "記録として残します"),
        ("2030-01-01", False, "記録として残します"),
    ],
)
def test_a_revision_that_people_are_asked_about_stays(
    draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch, moment: str, opened: bool, says: str
) -> None:
    if opened:
        open_consultation(draft, pair=("r5", "r8"))
    else:
        write(draft, proposed())
    monkeypatch.setenv("SHISHIN_NOW", moment)
    before = contents(draft)

    code, said, errors = run(*UNDO)

    assert (code, said, contents(draft), kept(draft)) == (1, "", before, [])
    assert says in errors
    assert "何も取りやめていません" in errors
    assert ID in errors


def compared_with(tree: Path) -> None:
    """A later draft is asked about, against this one."""
    write(tree, proposed(proposed={"revision": "r5", "compared_with": "r8"}))


def adopted(tree: Path) -> None:
    """An older consultation ended in this text."""
    result = {"status": "unknown", "statement": "結果です。", "decision": "adopted", "adopted_revision": "r8"}
    write(tree, {**RECORD, "result": result})


def a_set_without_a_record(tree: Path) -> None:
    """The record was deleted, the set stayed."""
    open_consultation(tree, pair=("r5", "r8"))
    (tree / f"data/consultations/{ID}.yml").unlink()


def a_set_of_the_other_side(tree: Path) -> None:
    """The set has this text as its older one."""
    a_set_without_a_record(tree)
    text = (tree / SET).read_text(encoding="utf-8")
    text = text.replace('"old": "r5"', '"old": "@"').replace('"new": "r8"', '"new": "r5"').replace('"@"', '"r8"')
    (tree / SET).write_text(text, encoding="utf-8")


def a_broken_set(tree: Path) -> None:
    """Nobody can tell what was frozen."""
    (tree / SET).parent.mkdir()
    (tree / SET).write_text('{"script": ', encoding="utf-8")


def a_set_of_another_shape(tree: Path) -> None:
    """It is JSON, and says nothing."""
    (tree / SET).parent.mkdir()
    (tree / SET).write_text("[1]", encoding="utf-8")


def a_broken_record(tree: Path) -> None:
    """Nobody can tell what people are asked about."""
    (tree / f"data/consultations/{ID}.yml").write_text("id: [", encoding="utf-8")


def a_record_that_is_a_link(tree: Path) -> None:
    """The reader of the tree does not follow it."""
    write(tree, proposed())
    record = tree / f"data/consultations/{ID}.yml"
    record.rename(tree / "elsewhere.yml")
    record.symlink_to(tree / "elsewhere.yml")


HOLDING = [
    compared_with,
    adopted,
    a_set_without_a_record,
    a_set_of_the_other_side,
    a_broken_set,
    a_set_of_another_shape,
    a_broken_record,
    a_record_that_is_a_link,
]


@pytest.mark.parametrize("hold", HOLDING)
def test_whatever_points_at_the_revision_or_may_do_so_holds_it(
    draft: Path, run: Run, hold: Callable[[Path], None]
) -> None:
    hold(draft)
    before = contents(draft)

    code, said, errors = run(*UNDO)

    assert (code, said, contents(draft), kept(draft)) == (1, "", before, [])
    assert "何も取りやめていません" in errors
    assert ID in errors


def test_a_consultation_about_other_texts_holds_nothing(draft: Path, run: Run) -> None:
    open_consultation(draft)
    assert json.loads((draft / SET).read_text(encoding="utf-8"))["script"]["new"] == "r5"

    assert run(*UNDO)[0] == 0


def test_the_way_out_that_is_told_leads_out(draft: Path, run: Run) -> None:
    open_consultation(draft, pair=("r5", "r8"))
    assert "--undo で番号を取りやめ" in run(*UNDO)[2]
    assert run(*BACK)[0] == 0
    assert "これから始まる意見募集" in run(*UNDO)[2]
    (draft / f"data/consultations/{ID}.yml").unlink()
    (draft / f"docs/consultations/{ID}.md").unlink()
    nav = draft / "data/nav.yml"
    lines = nav.read_text(encoding="utf-8").splitlines(keepends=True)
    nav.write_text("".join(line for line in lines if f"consultations/{ID}" not in line), encoding="utf-8")

    assert run(*UNDO)[0] == 0
    assert check(draft)[1] == ()
    assert len(kept(draft)) == 2


@pytest.mark.parametrize("file", ["docs/guideline/r8/extra.md", "docs/compare/r5-r8.md", "data/tables/r8/zu.yml"])
def test_a_link_among_what_would_go_is_told_and_followed_nowhere(draft: Path, run: Run, file: str) -> None:
    (draft / file).unlink(missing_ok=True)
    (draft / file).symlink_to("/dev/zero")
    before = contents(draft)

    code, said, errors = run(*UNDO)

    assert (code, said, contents(draft), kept(draft)) == (1, "", before, [])
    assert file in errors


def test_an_older_text_that_cannot_be_read_is_told(draft: Path, run: Run) -> None:
    page = draft / "docs/guideline/r5/rinen.md"
    page.write_text(page.read_text(encoding="utf-8"), encoding="cp932")

    code, said, errors = run(*UNDO)

    assert (code, said) == (1, "")
    assert "写した元の版を読めません" in errors
