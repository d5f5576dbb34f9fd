"""Pages in easy Japanese: their blocks, places and originals."""

from pathlib import Path

from macros.model.easy import EasyPage, is_easy, read_easy
from macros.model.original import Original
from macros.model.page_html import PageHtml, read_page_html
from macros.model.tree import read_tree

HEAD = "---\ntitle: 見本\neasy: true\nchecked_by:\n  - {name: 見本花子, date: 2026-11-22}\n---\n\n"


def source(tree: Path, body: str, file: str = "docs/easy/mihon.md") -> PageHtml:
    """A page that was read."""
    (tree / file).write_text(HEAD + body, encoding="utf-8")
    page, findings = read_page_html(read_tree(tree), file, ())
    assert page is not None, findings
    return page


def easy(tree: Path, body: str) -> EasyPage:
    """A page in easy Japanese that was read."""
    return read_easy(source(tree, body))


def names(originals: tuple[Original, ...]) -> list[str]:
    """Originals as they are written."""
    return [str(one) for one in originals]


def test_a_block_rewrites_what_it_names_else_what_its_heading_names(tree: Path) -> None:
    page = easy(
        tree,
        '# 題 {: #dai data-of="r5/rinen" }\n\n一。\n\n二。\n{: data-of="r5/igi site" }\n\n'
        '## 次 {: #tsugi }\n\n三。\n\n- 四\n- 五\n  {: data-of="r5/shutai/shi@0123abcd" }\n',
    )

    assert [(block.text, names(block.of), block.own) for block in page.blocks] == [
        ("題", ["r5/rinen"], True),
        ("一。", ["r5/rinen"], False),
        ("二。", ["r5/igi", "site"], True),
        ("次", [], False),
        ("三。", [], False),
        ("四", [], False),
        ("五", ["r5/shutai/shi@0123abcd"], True),
    ]
    assert names(page.originals) == ["r5/rinen", "r5/igi", "site", "r5/shutai/shi@0123abcd"]
    assert [block.heading for block in page.blocks] == ["dai"] * 3 + ["tsugi"] * 4


def test_who_checked_it_is_known(tree: Path) -> None:
    assert [one.name for one in easy(tree, "# 題 {: #dai }\n").checked_by] == ["見本花子"]


def test_blocks_that_begin_alike_have_places_of_their_own(tree: Path) -> None:
    page = easy(
        tree, "# 協働 {: #kyodo }\n\n協働は、よいことです。\n\n協働は、よいことです。\n\n- **協働は**、よいことです。\n"
    )

    assert [block.place.line for block in page.blocks] == [8, 10, 12, 14]
    assert [block.last for block in page.blocks] == [9, 11, 13, 15]


def test_a_paragraph_over_several_lines_is_found(tree: Path) -> None:
    page = easy(tree, "# 題 {: #dai }\n\n協働は、\nよいことです。\n\n次です。\n")

    assert [block.place.line for block in page.blocks] == [8, 10, 13]


def test_words_are_found_in_the_sentence_they_stand_in(tree: Path) -> None:
    page = easy(tree, "# 題 {: #dai }\n\n市が話します。市が花を見ます。\n")
    place = page.place_of(page.blocks[1], "市", "市が花を見ます。")

    assert (place.line, place.column) == (10, 8)


def test_only_pages_that_say_so_in_the_folder_for_it_are_easy(tree: Path) -> None:
    assert is_easy(source(tree, "# 題 {: #dai }\n").page)
    assert not is_easy(source(tree, "# 題 {: #dai }\n", "docs/mihon.md").page)


def test_rows_of_a_table_are_blocks(tree: Path) -> None:
    page = easy(tree, '# 題 {: #dai data-of="site" }\n\n| いつ | どこ |\n| --- | --- |\n| 朝 | 町 |\n| 夜 | 町 |\n')

    assert [(block.text, block.place.line) for block in page.blocks[1:]] == [
        ("いつ\tどこ", 10),
        ("朝\t町", 12),
        ("夜\t町", 13),
    ]
