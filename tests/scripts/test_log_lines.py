"""No line of output begins with words of a file, and none gives an order to GitHub or to the terminal."""

import json
import re
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from macros.comparison.pairs import edit_script
from macros.model.findings import Finding, Place
from macros.model.project import load_project
from macros.model.tree import read_tree
from macros.views.compare_text import script_text
from macros.views.registry import MACROS
from scripts.check import as_json, as_text, summary
from scripts.github import as_github
from scripts.main import main
from tests.trees import replace

ORDERS = (
    "x\n::error file=a::hacked",
    "::error::hacked",
    "  ::add-mask::a",
    "x\r::stop-commands::y",
    "##[error]hacked",
    "x\u2028::error::y",
    "\x1b[2Jgone",
    "\u202egone",
)
"""Words that would be orders at the beginning of a line, or to a terminal."""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tree: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code and all output of a command on the tree."""

    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--root", str(tree)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def bad_lines(said: str, *, colours: bool = False) -> list[str]:
    """Lines that give an order; our own colours may be allowed."""
    if colours:
        said = re.sub(r"\x1b\[[0-9;]*m", "", said)
    return [
        line
        for line in re.split(r"[\n\r]", said)
        if line.lstrip().startswith("::") or "##[" in line or not line.isprintable() or line.startswith("hacked")
    ]


def quoted(words: str) -> str:
    """The words as a value in YAML."""
    return '"' + "".join(f"\\u{ord(sign):04x}" if not sign.isalnum() else sign for sign in words) + '"'


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--format", "json"],
        ["build"],
        ["consult", "open", "r5-2023"],
        ["new-revision", "r8", "--from", "r5"],
        ["easy"],
        ["compare", "h25", "r5"],
        ["bench", "--quick"],
    ],
    ids=lambda given: given[0] + given[-1],
)
def test_a_value_of_a_data_file_gives_no_order(tree: Path, run: Run, command: list[str], order: str) -> None:
    replace(tree, "data/groups.yml", "category: civic", f"category: {quoted(order)}")

    code, said = run(*command)

    assert (code, bool(said)) == (1, True)
    assert bad_lines(said) == []


@pytest.mark.parametrize("order", ORDERS)
def test_a_value_gives_no_order_in_annotations(tree: Path, run: Run, order: str) -> None:
    replace(tree, "data/groups.yml", "category: civic", f"category: {quoted(order)}")

    code, said = run("check", "--format", "github")

    assert code == 1
    assert all(re.match("::(error|warning|notice) file=data/groups.yml,line=", line) for line in said.splitlines())
    assert bad_lines(said.replace("::error file=", "error file=")) == []


@pytest.mark.parametrize(
    "name", ["docs/a\n::error::x.md", "docs/::error::x.md", "data/##[error]x.yml", "docs/\x1b[2J.md"]
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_the_name_of_a_file_gives_no_order(tree: Path, run: Run, command: str, name: str) -> None:
    (tree / name).write_text("# x\n", encoding="utf-8")

    code, said = run(command)

    assert code == 1
    assert bad_lines(said) == []


@pytest.mark.parametrize("order", ORDERS)
def test_titles_and_words_of_a_comparison_give_no_order(tree: Path, order: str) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project
    script = edit_script(project, "h25", "r5")
    for change in script.changes():
        for span in change.spans:
            object.__setattr__(span, "text", f"{order}{span.text}")
    for section in (*script.old.sections, *script.new.sections):
        object.__setattr__(section, "title", order)
        object.__setattr__(section, "number", "")

    said = script_text(script)

    assert "hacked" in said or order not in ORDERS[:2]
    assert bad_lines(said, colours=True) == []
    assert bad_lines(order + said, colours=True) != [] or order.startswith(("x\u2028", "x\r"))


@pytest.mark.parametrize("order", ORDERS)
def test_lines_that_get_readings_give_no_order(
    tree: Path, run: Run, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    given = TextIOWrapper(BytesIO(f"{order}\n".encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", out)

    run("furigana")

    out.flush()
    assert isinstance(out.buffer, BytesIO)
    assert bad_lines(out.buffer.getvalue().decode("utf-8")) == []


def test_a_place_at_the_beginning_of_a_line_gives_no_order() -> None:
    for order in ORDERS:
        odd = Finding("F001", "error", Place(order), order, order)
        assert bad_lines(as_text([odd])) == []
        assert as_github([odd]).count("\n") == 1
        assert len(as_github([odd]).splitlines()) == 1
        assert bad_lines(as_json([odd])) == []
        assert json.loads(as_json([odd]))[0]["message"] == order


def test_lines_that_are_not_made_safe_are_noticed() -> None:
    for order in ORDERS:
        assert bad_lines(order) != []


@pytest.mark.parametrize(
    "markup",
    [
        "<b>x</b>",
        "<script>alert(1)</script>",
        "</code></td></table>",
        "@someone と @some/team",
        "a|b",
        "`x`",
        "[x](https://example.com)",
        "![x](https://example.com/a.png)",
        "https://example.com",
        "www.example.com",
        "WWW.example.com",
        "mail@example.com",
        "**x** _y_ ~~z~~ $x$",
        "#12 GH-12",
        "\n\n# x",
        ":smile:",
        "&lt;b&gt;",
        "\\|",
    ],
)
def test_nothing_of_a_file_becomes_markup_in_the_summary(markup: str) -> None:
    odd = Finding("F001", "error", Place(f"docs/{markup}.md"), f"「{markup}」です。", f"「{markup}」を消してください。")

    *_, row = summary([odd]).rstrip("\n").split("\n")

    cells = row.strip("| ").split(" | ")
    assert len(cells) == 4
    assert row.count("|") == 5
    for cell in cells[:3]:
        inside = re.fullmatch("<code>(.*)</code>(?: [0-9]+行)?", cell)
        assert inside
        plain = re.sub("&#[0-9]+;", "", inside[1])
        assert not re.search(r"[!-+:-@\[-`{-~]", plain)
        assert "www." not in plain.lower()
