"""`shishin consult`: a set is frozen whole or not at all, undoing leaves every byte, and no slip goes unseen."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.comparison.frozen_sets import adopted_script, adopted_trace, draft_trace, frozen_set, opened
from macros.model.findings import has_error
from macros.site.check import check
from scripts import save as files
from scripts.main import main
from tests.trees import contents, replace

FILE = "data/consultations/r5-2023.yml"
SET = "data/frozen/r5-2023.json"
OPEN = ("consult", "open", "r5-2023")
DRAFT = "docs/guideline/r5/rinen.md"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on the tree, two weeks before the first day: exit code, standard output, standard error."""
    monkeypatch.setenv("SHISHIN_NOW", "2023-09-01T09:00")
    replace(tree, FILE, "proposed: {revision: r5}", "proposed: {revision: r5, compared_with: h25} # 案と現行")
    replace(tree, FILE, "  status: none\n  opinions: 0\n", "  status: unknown\n")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--root", str(tree)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def codes(tree: Path) -> list[str]:
    """Codes of all findings of the tree."""
    return [one.code for one in check(tree)[1]]


def test_opening_writes_the_set_and_adds_to_the_record_without_touching_the_rest(tree: Path, run: Run) -> None:
    before = (tree / FILE).read_text(encoding="utf-8")

    code, said, errors = run(*OPEN)

    after = (tree / FILE).read_text(encoding="utf-8")
    assert (code, errors) == (0, "")
    assert "次にすること" in said
    assert after.startswith(before)
    assert after[len(before) :].splitlines()[:2] == ["frozen:", "  opened: 2023-09-01"]
    assert "変更47まで" in said
    project, findings = check(tree)
    assert project is not None
    assert findings == ()
    ((loaded, frozen),) = opened(project)
    assert (loaded.record.id, frozen.opened.isoformat()) == ("r5-2023", "2023-09-01")
    assert frozen is frozen_set(project, "r5-2023")
    trace = draft_trace(project, "r5-2023")
    assert trace is not None
    assert {one.fate for one in trace.changes} == {"kept"}
    assert (adopted_script(project, "r5-2023"), adopted_trace(project, "r5-2023")) == (None, None)


def test_the_day_can_be_given_and_the_set_is_the_same_every_time(tree: Path, run: Run) -> None:
    run(*OPEN, "--day", "2023-08-31")
    first = contents(tree)
    run(*OPEN, "--undo")

    assert run(*OPEN, "--day", "2023-08-31")[0] == 0
    assert contents(tree) == first
    assert json.loads((tree / SET).read_text(encoding="utf-8"))["opened"] == "2023-08-31"


def test_undoing_before_the_first_day_leaves_every_byte_as_it_was(tree: Path, run: Run) -> None:
    before = contents(tree)
    run(*OPEN)

    assert run(*OPEN, "--undo")[0] == 0
    assert contents(tree) == before


def test_undoing_finds_a_block_that_was_written_in_another_way(tree: Path, run: Run) -> None:
    before = contents(tree)
    run(*OPEN)
    replace(tree, FILE, "  opened: 2023-09-01\n", "    # 初日の前に固めました\n  opened:   2023-09-01\n")

    assert run(*OPEN, "--undo")[0] == 0
    assert contents(tree) == before


def test_a_late_opening_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISHIN_NOW", "2023-09-16T00:00")

    code, said, _ = run(*OPEN)

    assert code == 0
    assert "初日を過ぎています" in said


@pytest.mark.parametrize(
    ("arguments", "edit", "says"),
    [
        (("consult", "open", "r9-2030"), None, "今あるのは r5-2023"),
        ((*OPEN, "--day", "2023-9-31"), None, "2026-12-01 の形"),
        ((*OPEN, "--day", "2023-10-19"), None, "最終日"),
        (OPEN, ("{revision: r5, compared_with: h25}", "{revision: r5}"), "compared_with を書いてください"),
        (OPEN, ("compared_with: h25", "compared_with: r5"), "同じ版"),
        (OPEN, ("end: 2023-10-18", "end: 2023-09-01"), "先に、上の直すところ"),
        (OPEN, ("procedure: 意見募集", "procedure: 投票"), "先に、上の直すところ"),
        ((*OPEN, "--undo"), None, "固めてありません"),
        (("consult", "open", "r9-2030", "--undo"), None, "記録がない"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    tree: Path, run: Run, arguments: tuple[str, ...], edit: tuple[str, str] | None, says: str
) -> None:
    if edit:
        replace(tree, FILE, *edit)
    before = contents(tree)

    code, said, errors = run(*arguments)

    assert (code, said, contents(tree)) == (1, "", before)
    assert says in errors


def test_a_set_is_frozen_once(tree: Path, run: Run) -> None:
    run(*OPEN)
    before = contents(tree)

    assert "固めてあります" in run(*OPEN)[2]
    assert contents(tree) == before


def test_a_text_that_is_not_at_hand_is_refused(tree: Path, run: Run) -> None:
    entry = (
        "  - id: h19\n    name: 平成19年（2007年）の指針\n    kind: 制定\n"
        '    date: {as_written: 平成19年8月, iso: "2007-08", precision: month}\n    text: none\n'
        "    summary:\n      - 本文は、手元の資料にありません。\n    sources: [mihon-page]\n\n"
    )
    replace(tree, "data/revisions.yml", "  - id: h25\n", entry + "  - id: h25\n")
    replace(tree, FILE, "compared_with: h25", "compared_with: h19")
    before = contents(tree)

    code, _, errors = run(*OPEN)

    assert (code, contents(tree)) == (1, before)
    assert "本文が手元にない" in errors


def test_a_file_that_is_left_over_is_not_overwritten(tree: Path, run: Run) -> None:
    (tree / "data/frozen").mkdir()
    (tree / SET).write_text("{}", encoding="utf-8")
    before = contents(tree)

    assert run(*OPEN)[0] == 1
    assert contents(tree) == before


def test_a_record_to_which_no_line_can_be_added_is_refused(tree: Path, run: Run) -> None:
    value = yaml.safe_load((tree / FILE).read_text(encoding="utf-8"))
    in_braces = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True)
    (tree / FILE).write_text(in_braces, encoding="utf-8")
    before = contents(tree)

    code, _, errors = run(*OPEN)

    assert (code, contents(tree)) == (1, before)
    assert "行を足せません" in errors


@pytest.mark.parametrize("name", ["r5-2023.json", "r5-2023.yml", "sheet.md", "nav.yml"])
@pytest.mark.parametrize("undo", [False, True])
def test_a_failure_to_write_leaves_nothing_half_done(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, undo: bool
) -> None:
    if undo:
        run(*OPEN)
    before = contents(tree)
    put = files.put

    def fail(path: Path, content: bytes | None, folder: Path) -> None:
        if path.name == name:
            raise OSError(28, "full", str(path))
        put(path, content, folder)

    monkeypatch.setattr(files, "put", fail)

    code, said, errors = run(*OPEN, *(["--undo"] if undo else []))

    assert (code, said, contents(tree)) == (1, "", before)
    assert "書き込みの許可" in errors


def test_opening_makes_the_sheet_and_the_page_of_the_counter(tree: Path, run: Run) -> None:
    run(*OPEN)

    pages = sorted(path.name for path in (tree / "docs/consultations/r5-2023").iterdir())
    assert pages == ["counter.md", "sheet.md"]
    assert not has_error(check(tree)[1])
    nav = (tree / "data/nav.yml").read_text(encoding="utf-8")
    own, sheet = nav.index("consultations/r5-2023.md"), nav.index("consultations/r5-2023/sheet.md")
    assert own < sheet < nav.index("consultations/r5-2023/counter.md")


@pytest.mark.parametrize("moment", ["2023-09-15T00:00", "2023-09-14T15:00Z"])
def test_from_the_first_minute_of_the_first_day_in_japan_nothing_is_taken_back(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    run(*OPEN)
    before = contents(tree)
    monkeypatch.setenv("SHISHIN_NOW", moment)

    assert run(*OPEN, "--undo")[0] == 1
    assert contents(tree) == before


def test_one_altered_character_and_two_swapped_numbers_are_caught(tree: Path, run: Run) -> None:
    run(*OPEN)
    whole = (tree / SET).read_text(encoding="utf-8")

    for old, new in (("力を合わせる", "力を合わせろ"), ('"number": 12,', '"number": 13,'), ("  ", " ")):
        (tree / SET).write_text(whole.replace(old, new, 1), encoding="utf-8")
        assert codes(tree) == ["K011"]
    swapped = (
        whole.replace('"number": 12,', "@").replace('"number": 13,', '"number": 12,').replace("@", '"number": 13,')
    )
    (tree / SET).write_text(swapped, encoding="utf-8")
    assert codes(tree) == ["K011"]
    digest = hashlib.sha256(swapped.encode()).hexdigest()
    record = (tree / FILE).read_text(encoding="utf-8").splitlines()
    (tree / FILE).write_text("\n".join([*record[:-1], f"  sha256: {digest}"]) + "\n", encoding="utf-8")
    assert codes(tree) == ["K012"]


def test_an_opinion_keeps_its_change_through_a_second_draft(tree: Path, run: Run) -> None:
    run(*OPEN)
    replace(tree, DRAFT, "市民と市は、互いの立場を十分に理解します。\n\n", "")
    replace(tree, DRAFT, "力を合わせることです", "力を出し合うことです")
    project, findings = check(tree)
    assert project is not None

    trace = draft_trace(project, "r5-2023")

    assert trace is not None
    by_number = {one.frozen.number: one for one in trace.changes}
    assert (by_number[18].fate, by_number[22].fate, by_number[17].fate) == ("withdrawn", "reworded", "kept")
    assert by_number[22].now is not None
    assert "力を出し合う" in by_number[22].now.new[0].text
    assert [one.severity for one in findings if one.code == "K021"] == ["notice"]


def test_a_change_that_is_dropped_from_an_opinion_or_from_the_set_is_caught(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*OPEN)
    monkeypatch.setenv("SHISHIN_NOW", "2023-11-02")
    named = "      changes: [c-sogo-rikai-75827ca4]\n"
    answer = f"    - no: 1\n{named}      opinion: 長い。\n      view: 直します。\n      action: reference\n"
    result = f"  status: published\n  published: 2023-11-01\n  opinions: 1\n  answers:\n{answer}"
    replace(tree, FILE, "  status: unknown\n", result)
    assert codes(tree) == []

    replace(tree, FILE, named, "")
    assert codes(tree) == ["K022"]
    replace(tree, FILE, "    - no: 1\n", f"    - no: 1\n{named}")
    data = json.loads((tree / SET).read_text(encoding="utf-8"))
    data["script"]["blocks"] = [one for one in data["script"]["blocks"] if one["id"] not in named]
    (tree / SET).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert codes(tree) == ["K011"]
