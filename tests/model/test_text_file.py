"""Reading a text file, or saying in what way it cannot be read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.japanese.unseen import find_unseen
from macros.model.findings import Place, finding
from macros.model.text_file import read_text
from macros.model.tree import Tree

JAPANESE = "協働とは、力を合わせることです。\n"


def read(folder: Path, data: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    """The text of a file with these bytes, and its findings as code, line, column."""
    found = read_text(Tree(folder, {"a.md": data}), "a.md")
    return found.text, [(one.code, one.place.line, one.place.column) for one in found.findings]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (JAPANESE.encode(), JAPANESE),
        (JAPANESE.encode("utf-8-sig"), JAPANESE),
        ("一行だけ".encode(), "一行だけ"),
        ("タブ\tと全角　の空き".encode(), "タブ\tと全角　の空き"),
        ("𠮷野家と髙橋と👩👧".encode(), "𠮷野家と髙橋と👩👧"),
    ],
)
def test_utf_8_with_lf_is_read_letter_by_letter(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", ("F004", 1, 1)),
        (b" \n\t\n", ("F004", 1, 1)),
        (JAPANESE.encode("utf-16"), ("F003", 1, 1)),
        (JAPANESE.encode("utf-16-be"), ("F002", 1, 1)),
        (b"\xfe\xff" + JAPANESE.encode("utf-16-be"), ("F003", 1, 1)),
        (JAPANESE.encode("cp932"), ("F002", 1, 1)),
        (b"ok\nok\n" + JAPANESE.encode("cp932"), ("F002", 3, 1)),
        (b"ok\n\xff", ("F002", 2, 1)),
        (b"ok\r\nok\r\n", ("F006", 1, 1)),
        (b"ok\nok\rok", ("F006", 2, 1)),
        ("一行目\n二\x0b行目".encode(), ("F007", 2, 2)),
        ("一行目\n二行\x00目".encode(), ("F007", 2, 3)),
        ("一\x7f".encode(), ("F007", 1, 2)),
        ("一\u0085".encode(), ("F007", 1, 2)),
        ("一\u2028二".encode(), ("F007", 1, 2)),
        ("一\u202e二".encode(), ("F007", 1, 2)),
        ("文の中の\ufeff印".encode(), ("F007", 1, 5)),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, data: bytes, found: tuple[str, int, int]) -> None:
    assert read(tmp_path, data) == (None, [found])


def test_a_missing_file_is_told_and_a_refused_one_with_its_reason(tmp_path: Path) -> None:
    why = finding("F008", Place("docs/b.md"), kind="ほかの場所を指すリンク")
    tree = Tree(tmp_path, {}, {"docs/b.md": why})

    assert [one.code for one in read_text(tree, "docs/a.md").findings] == ["F001"]
    assert read_text(tree, "docs/b.md").findings == (why,)


@pytest.mark.parametrize(("encoding", "guess"), [("cp932", "Shift_JIS"), ("euc-jp", "UTF-8ではない文字コード")])
def test_the_old_encoding_of_word_and_excel_is_named(tmp_path: Path, encoding: str, guess: str) -> None:
    (found,) = read_text(Tree(tmp_path, {"a.md": JAPANESE.encode(encoding)}), "a.md").findings

    assert guess in found.message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn")), min_size=1))
def test_every_text_without_control_signs_is_read_as_it_was_written(tmp_path: Path, text: str) -> None:
    expected = None if not text.encode().strip() or find_unseen(text) else text

    assert read(tmp_path, text.encode())[0] == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary())
def test_any_bytes_give_a_text_or_one_finding(tmp_path: Path, data: bytes) -> None:
    text, findings = read(tmp_path, data)

    assert (text is None) == (len(findings) == 1)
