"""What `shishin check` says of readings on hard input: it ends in seconds and finds the place."""

import time
from pathlib import Path

import pytest

from macros.model.page import Page, read_page
from macros.model.tree import Tree
from macros.site.check import check
from macros.site.source_text import PagePlaces
from tests.cases import approve


@pytest.mark.parametrize("piece", ["市場の案を読む、", "「市」3件", "市《し》", "**市**[場](a.md)", "\t𠮷\u00a0"])
def test_a_line_of_a_hundred_thousand_signs_takes_seconds(tree: Path, piece: str) -> None:
    approve(tree / "data/readings/all.txt")
    with (tree / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write("\n" + piece * (100_000 // len(piece)) + "\n")
    start = time.perf_counter()

    check(tree)

    assert time.perf_counter() - start < 60


def page_of(tmp_path: Path, body: str) -> Page:
    """A page with this text below its head of three lines."""
    page, findings = read_page(Tree(tmp_path, {"a.md": f"---\ntitle: 題\n---\n{body}".encode()}), "a.md")
    assert page, findings
    return page


@pytest.mark.parametrize(
    ("body", "sentence", "place"),
    [
        ("\n市の意味。\n\n意味\n", "意味", (7, 1)),
        ("| 意味の表 | 意味 |\n", "意味", (4, 3)),
        ("## **太**い字 {: #a }\n", "太い字", (4, 6)),
        ("文[^a]は[町](a.md)の`b`です。\n\n[^a]: 注の文。\n", "文¹は町の…です。", (4, 1)),
        ("文[^a]は\n\n[^a]: 注の文。\n", "注の文。", (6, 7)),
        ("一文目。二《に》文目。\n", "二文目。", (4, 5)),
        ('次の{{ furigana("言葉") }}です。\n', "次の言葉です。", (4, 1)),
        ("どこにもない。\n", "ほかの文。", (4, 1)),
    ],
)
def test_a_sentence_is_found_in_the_markdown(tmp_path: Path, body: str, sentence: str, place: tuple[int, int]) -> None:
    found = PagePlaces(page_of(tmp_path, body)).of(sentence)

    assert (found.line, found.column) == place
