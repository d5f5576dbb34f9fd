"""What MkDocs gets is what was checked: no head, macro or navigation that only its own readers would see."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from macros.model.page import read_page
from macros.model.tree import Tree
from macros.site.stage import page_text

PIECES = ("---", "...", "--- ", "...\n", "# x", "a: b", "title: 題", "{{ x }}", "\n", " ", "\t", "--- |", "%YAML 1.2")


def read_again(text: str) -> tuple[str, dict[str, object]] | None:
    """A page as MkDocs reads what was staged; none where the page is refused."""
    page, _ = read_page(Tree(Path(), {"docs/a.md": text.encode()}), "docs/a.md")
    return None if page is None else get_data(page_text(page))


def test_a_head_that_ends_twice_is_refused_and_one_that_ends_once_is_one_for_all() -> None:
    head = "---\ntitle: 題\nrender_macros: true\n"

    assert read_again(f"{head}...\n# {{{{ x }}}} <script>x</script>\n---\n\n本文\n") is None
    assert read_again(f"{head}---\n...\n\n本文\n") == ("...\n\n本文\n", {"title": "題", "render_macros": True})


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("\n".join), st.lists(st.sampled_from(PIECES)).map("\n".join))
def test_mkdocs_reads_head_and_body_as_they_were_checked(head: str, body: str) -> None:
    text = f"---\ntitle: 題\n{head}\n---\n{body}"
    page, _ = read_page(Tree(Path(), {"docs/a.md": text.encode()}), "docs/a.md")
    if page is not None:
        assert get_data(page_text(page)) == (page.body.lstrip("\n"), page.head_source.value)


@pytest.mark.parametrize("title", ["a: b", "# x", "...", "---", '"', "\\", "'", "yes", "010", "12:30", "題💡𠮷", "\t"])
def test_any_title_arrives_as_it_was_checked(title: str) -> None:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    read = read_again(f'---\ntitle: "{quoted}"\n---\n文')

    assert read is None or read == ("文", {"title": title})
