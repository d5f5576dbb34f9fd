"""`shishin compare`: its two formats, what it says where it cannot compare, and its exit code."""

import json
import re
from pathlib import Path

import pytest

from scripts.main import main
from tests.comparison.rebuild import breaches
from tests.paths import REAL
from tests.scripts.test_check import command
from tests.trees import replace

PLAIN = "\x1b[0m"
"""Ends a colour."""

_CODES = re.compile("\x1b\\[[0-9;]*m")
_KANA = re.compile(r"[ぁ-ん]")


def run(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command on a tree."""
    code = main(["compare", *arguments, "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("options", [(), ("--ignore-ids",)], ids=["with-ids", "without-ids"])
def test_the_json_of_the_contract_is_all_that_is_printed(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    code, said, errors = run(capsys, REAL, "h25", "r5", "--format", "json", *options)

    data = json.loads(said)
    assert (code, errors) == (0, "")
    assert (data["schema"], data["old"], data["new"]) == (1, "h25", "r5")
    assert breaches(data) == []


def test_the_command_prints_the_json_as_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    ran = command("compare", "h25", "r5", "--format", "json", "--root", str(REAL))

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == run(capsys, REAL, "h25", "r5", "--format", "json")[1]


def test_another_city_is_compared_too(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, errors = run(capsys, tree, "h25", "r5", "--format", "json")

    assert (code, errors) == (0, "")
    assert breaches(json.loads(said)) == []


def test_the_newer_revision_may_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, REAL, "r5", "h25", "--format", "json")

    data = json.loads(said)
    assert (code, data["old"], data["new"]) == (0, "r5", "h25")
    assert breaches(data) == []


def test_ids_in_the_json_are_real_ones_even_where_they_are_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    sections = [
        {one["id"] for entry in json.loads(said)["sections"] for one in (*entry["old"], *entry["new"])}
        for said in (
            run(capsys, REAL, "h25", "r5", "--format", "json")[1],
            run(capsys, REAL, "h25", "r5", "--format", "json", "--ignore-ids")[1],
        )
    ]

    assert sections[0] == sections[1]


@pytest.mark.parametrize(
    ("old", "new", "names", "format_"),
    [
        ("r5", "r5", "「r5」", "json"),
        ("r5", "r5", "「r5」", "text"),
        ("h25", "r99", "「r99」", "json"),
        ("x", "r5", "「x」", "text"),
        ("h19", "r5", "「h19」", "json"),
        ("h25", "h31", "「h31」", "json"),
        ("h19", "h19", "「h19」", "json"),
    ],
)
def test_two_revisions_that_cannot_be_compared_give_a_sentence_and_1(
    capsys: pytest.CaptureFixture[str], old: str, new: str, names: str, format_: str
) -> None:
    code, said, errors = run(capsys, REAL, old, new, "--format", format_)

    assert (code, said) == (1, "")
    assert names in errors
    assert _KANA.search(errors)
    assert errors.count("\n") == 1
    assert "Traceback" not in errors


def test_a_tree_with_an_error_in_its_data_gives_a_sentence_and_1(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(tree, "data/groups.yml", "category: civic", "category: civik")

    code, said, errors = run(capsys, tree, "h25", "r5", "--format", "json")

    assert (code, said) == (1, "")
    assert "shishin check" in errors


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/guideline/r5/rinen.md", "{: #sogo-rikai }", "{: #joho-kokai }"),
        ("docs/guideline/r5/rinen.md", "互いの立場", "互い\x07の立場"),
    ],
    ids=["one id twice", "a control character"],
)
def test_a_text_with_an_error_is_not_compared(
    tree: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str
) -> None:
    replace(tree, file, old, new)

    code, said, errors = run(capsys, tree, "h25", "r5", "--format", "json")

    assert (code, said) == (1, "")
    assert "「r5」の本文に誤り" in errors
    assert "shishin check" in errors


def test_a_redline_for_the_terminal_is_coloured(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, errors = run(capsys, REAL, "h25", "r5", "--format", "text")

    assert (code, errors) == (0, "")
    assert re.search("\x1b\\[31[0-9;]*m", said)
    assert re.search("\x1b\\[32[0-9;]*m", said)
    assert _CODES.findall(said)[-1] == PLAIN


def test_a_redline_does_not_tell_by_colour_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, said, _ = run(capsys, REAL, "h25", "r5", "--format", "text")

    plain = _CODES.sub("", said)
    assert "[-活かす-]{+生かす+}" in plain
    assert "変更1" in plain


def test_the_redline_has_every_change_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(run(capsys, REAL, "h25", "r5", "--format", "json")[1])
    plain = _CODES.sub("", run(capsys, REAL, "h25", "r5", "--format", "text")[1])

    last = max(block["number"] or 0 for block in data["blocks"])
    assert {int(number) for number in re.findall(r"変更\s*(\d+)", plain)} == set(range(1, last + 1))


def test_verifying_without_a_built_site_says_what_to_do(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, errors = run(capsys, tree, "h25", "r5", "--verify")

    assert (code, said) == (1, "")
    assert _KANA.search(errors)
    assert "Traceback" not in errors
