"""The head of a page and its body."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.findings import Place
from macros.model.page import Head, Page, read_page
from macros.model.tree import Tree
from macros.model.yaml_file import YamlFile


def read(folder: Path, text: str) -> tuple[Page | None, list[tuple[str, int, int]]]:
    """The page, and its findings as code, line, column."""
    page, findings = read_page(Tree(folder, {"a.md": text.encode("utf-8")}), "a.md")
    return page, [(one.code, one.place.line, one.place.column) for one in findings]


def test_head_and_body_are_told_apart(tmp_path: Path) -> None:
    page, findings = read(tmp_path, "---\ntitle: 題\nrevision: r5\n---\n\n# 題 {: #dai }\n\n---\n\n文\n")

    assert findings == []
    assert page is not None
    assert page.head == Head(title="題", revision="r5")
    assert page.body == "\n# 題 {: #dai }\n\n---\n\n文\n"
    assert page.first_line == 5
    assert page.place(page.body.index("文")) == Place("a.md", 10, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# 題\n", ("T008", 1, 1)),
        ("---\ntitle: 題\n", ("T008", 1, 1)),
        (" ---\ntitle: 題\n---\n", ("T008", 1, 1)),
        ("---\n---\n", ("Y004", 2, 1)),
        ("---\n# 注釈\n---\n", ("F004", 1, 1)),
        ("---\n- 題\n---\n", ("Y005", 2, 1)),
        ("---\ntitle: 題\nhide: [toc, all]\n---\n", ("Y005", 3, 13)),
        ("---\ntitle: 題\ntemplate: x.html\n---\n", ("Y003", 3, 1)),
        ("---\ntitle: 題\n...\nrender_macros: true\n---\n", ("Y001", 4, 1)),
        ("---\ntitle: 題\n--- \nrender_macros: true\n---\n", ("Y001", 3, 1)),
        ("---\ntitle: <b>\n---\n", ("Y007", 2, 8)),
        ('---\ntitle: "{{ x }}"\n---\n', ("M002", 2, 8)),
    ],
)
def test_a_head_that_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, text: str, found: tuple[str, int, int]
) -> None:
    assert read(tmp_path, text) == (None, [found])


@given(st.text("一二\n a", min_size=1, max_size=40), st.integers(1, 9), st.data())
def test_a_place_is_where_the_character_stands(body: str, first_line: int, data: st.DataObject) -> None:
    page = Page("a.md", Head(title="題"), body, first_line, YamlFile("a.md"))
    offset = data.draw(st.integers(0, len(body) - 1))

    place = page.place(offset)

    assert (body.split("\n")[place.line - first_line] + "\n")[place.column - 1] == body[offset]
