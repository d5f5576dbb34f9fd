"""No file takes long: what goes beyond a limit is refused before anything converts it, at a place, in Japanese."""

import time
from pathlib import Path
from typing import NoReturn

import pytest
from lxml.html import HtmlElement

from macros.model import check_article, macro_calls, page_html, yaml_file
from macros.model.bounds import beyond, too_deep
from macros.model.inline_words import Words, words_of
from macros.model.limits import BRACKETS, PAGE, SIGNS, VALUES
from macros.model.nearest import nearest
from macros.model.page import Head, Page
from macros.model.page_html import read_page_html
from macros.model.readings import parse_line
from macros.model.text import scan_headings
from macros.model.tree import read_tree
from macros.model.yaml_file import YamlFile, read_yaml
from macros.model.yaml_loader import Loader
from macros.views.registry import MACROS
from tests.model.bombs import CALLS, DATA, PAGES

HEAD = "---\ntitle: 題\n---\n"
CALLING = "---\ntitle: 題\nrender_macros: true\n---\n"


def never(*_: object, **__: object) -> NoReturn:
    """Stands in the place of what must not be asked."""
    raise AssertionError("asked")


def codes(tree: Path, text: str) -> set[str]:
    """Codes of the findings on a page with this text, each of which stands in the file."""
    (tree / "docs/bomb.md").write_text(text, encoding="utf-8")
    page, findings = read_page_html(read_tree(tree), "docs/bomb.md", MACROS)
    lines = text.split("\n")
    assert page is None
    assert all(one.place.column <= len(lines[one.place.line - 1]) + 1 for one in findings)
    return {one.code for one in findings}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_page_beyond_a_limit_is_never_converted(tree: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_html, "convert", never)

    assert codes(tree, HEAD + text) <= {"F005", "F030", "F031", "F032", "F033", "F034"}


@pytest.mark.parametrize("text", CALLS.values(), ids=CALLS)
def test_a_macro_call_without_end_never_meets_jinjas_parser(
    tree: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(macro_calls._PARSER, "parse", never)

    assert codes(tree, CALLING + text) <= {"F005", "F030", "F031", "F032", "F033", "F034", "M003"}


@pytest.mark.parametrize("text", DATA.values(), ids=DATA)
def test_a_data_file_beyond_a_limit_is_told_and_no_more_of_it_is_read(
    tree: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaders: list[Loader] = []

    def watched(text: str) -> Loader:
        loaders.append(Loader(text))
        return loaders[-1]

    monkeypatch.setattr(yaml_file, "Loader", watched)
    (tree / "data/bomb.yml").write_text(text, encoding="utf-8")

    source = read_yaml(read_tree(tree), "data/bomb.yml")

    assert source.value is None
    assert {one.code for one in source.findings} <= {"F005", "F030", "F031", "Y010", "Y011"}
    assert all(loader.count <= VALUES + 1 for loader in loaders)


@pytest.mark.parametrize("piece", ["[い](a.md) ", "*い* ", "`い` ", "い&amp; ", "![い](a.png) ", "- い\n", "> い\n\n"])
def test_what_is_just_within_the_limits_is_read(tree: Path, piece: str) -> None:
    """The time is a stop, many times what it takes; that it is finite is what the limits promise."""
    most = min([2 * most // piece.count(sign) // 2 for sign, most in SIGNS.items() if sign in piece] or [240])
    text = HEAD + "\n\n".join(piece * min(20, most) for _ in range(most // 20 or 1)) + "\n"
    (tree / "docs/bomb.md").write_text(text, encoding="utf-8")
    start = time.process_time()

    page, findings = read_page_html(read_tree(tree), "docs/bomb.md", MACROS)

    assert findings == ()
    assert page is not None
    assert time.process_time() - start < 20


def test_without_the_limits_a_page_reaches_the_converter(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.model.text_file.beyond", lambda _file, _text: None)
    monkeypatch.setattr(page_html, "convert", never)

    with pytest.raises(AssertionError, match="asked"):
        codes(tree, HEAD + PAGES["run '['"])


def test_the_largest_pages_of_today_leave_room() -> None:
    assert beyond("docs/a.md", HEAD + "協働は、力を合わせることです。\n\n" * (PAGE.lines // 2 - 10)) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("「" * BRACKETS, None),
        ("「" * (BRACKETS + 1), BRACKETS),
        ("「」" * 100, None),
        ("」）］)" * 100, None),
        ("1) 2) 3) " * 100, None),
        ("(「)" * 100, None),
        ("[「(" * 3, 8),
    ],
)
def test_brackets_are_counted_as_they_close(text: str, at: int | None) -> None:
    assert too_deep(text) == at


@pytest.mark.parametrize(
    "line", ["# a" + " " * 20_000 + "b", "# a" + " #" * 10_000 + "b", "# a " + "{: " * 10_000, "#" * 20_000]
)
def test_a_heading_line_is_read_in_one_go(line: str) -> None:
    start = time.process_time()

    scan_headings(Page("a.md", Head(title="題"), line, 1, YamlFile("a.md")))

    assert time.process_time() - start < 2


def test_unread_kanji_are_sought_in_one_go() -> None:
    line = "の".join(chr(0x4E00 + at) * 2 for at in range(10_000))
    start = time.process_time()

    _, found = parse_line("data/readings/all.txt", 1, line)

    assert (len(found), {one.code for one in found}) == (10_000, {"R005"})
    assert [one.place.column for one in found[:3]] == [1, 4, 7]
    assert time.process_time() - start < 10


def test_the_nearest_name_is_sought_among_thousands_for_thousands() -> None:
    known = [f"mihon-no-kai-{at}" for at in range(3_000)]
    start = time.process_time()

    assert nearest("mihon-no-kai-29999", known) in known
    assert nearest("x" * 10_000, known) is None
    assert nearest("mihon-kai-7", ["rei-no-kai", "mihon-no-kai-7"]) == "mihon-no-kai-7"
    for at in range(300):
        nearest(f"rei-no-kai-{at}", known)
    assert time.process_time() - start < 10


def test_the_words_of_a_row_are_collected_once_however_many_cells_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(element: HtmlElement) -> Words:
        asked.append(element.tag)
        return words_of(element)

    monkeypatch.setattr(check_article, "words_of", counted)

    assert list(check_article.check_article(f"<table><tbody><tr>{'<td>い</td>' * 500}</tr></tbody></table>")) == []
    assert asked.count("tr") == 1
    assert len(asked) < 10
