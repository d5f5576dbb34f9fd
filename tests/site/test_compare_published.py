"""The published comparison: both texts are rebuilt from its file and are those of the published pages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.site.ruby import without_ruby
from scripts.main import main
from tests.comparison.rebuild import breaches

DATA = "data/compare/h25-r5.json"


@pytest.fixture
def published(real_site: Path) -> Iterator[Path]:
    """The published file, which a test may alter: it is as before afterwards."""
    path = real_site / DATA
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


@pytest.fixture
def page(real_site: Path) -> Iterator[Path]:
    """A published page, which a test may alter: it is as before afterwards."""
    path = real_site / "guideline/r5/shushi/index.html"
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


def verify(tree: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    capsys.readouterr()
    code = main(["compare", "h25", "r5", "--verify", "--root", str(tree)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_published_file_is_the_commands_own_output(
    real_tree: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    code = main(["compare", "h25", "r5", "--format", "json", "--root", str(real_tree)])

    assert code == 0
    assert capsys.readouterr().out.encode() == published.read_bytes()


def test_the_published_file_holds_the_contract(published: Path) -> None:
    assert breaches(json.loads(published.read_text(encoding="utf-8"))) == []


def test_both_texts_of_the_published_file_are_those_of_the_pages(
    real_tree: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published.is_file()

    code, said, errors = verify(real_tree, capsys)

    assert (code, errors) == (0, "")
    assert "h25" in said


def alter_text(data: Any) -> None:
    """A copy of a block's words says something else than its spans."""
    block = next(one for one in data["blocks"] if one["new"] and "協働" in one["new"][0]["text"])
    block["new"][0]["text"] = block["new"][0]["text"].replace("協働", "共同", 1)


def alter_equal_span(data: Any) -> None:
    """A stretch that both texts have in common lost a sign."""
    span = next(span for one in data["blocks"] for span in one["spans"] if span[0] == "equal" and len(span[1]) > 9)
    span[1] = span[1][:-1]


def alter_deleted_span(data: Any) -> None:
    """A deleted word is another one."""
    span = next(span for one in data["blocks"] for span in one["spans"] if span == ["delete", "活かす"])
    span[1] = "生かす"


def alter_width(data: Any) -> None:
    """A digit is wide."""
    span = next(span for one in data["blocks"] for span in one["spans"] if "令和5年" in span[1])
    span[1] = span[1].replace("令和5年", "令和５年")


def alter_number(data: Any) -> None:
    """A heading bears another printed number."""
    side = next(one["new"][0] for one in data["blocks"] if one["new"] and one["new"][0].get("number_text") == "第Ⅱ章")
    side["number_text"] = "第Ⅲ章"


def lose_block(data: Any) -> None:
    """A block is left out."""
    del data["blocks"][20]


ALTERATIONS = (alter_text, alter_equal_span, alter_deleted_span, alter_width, alter_number, lose_block)


@pytest.mark.parametrize("alter", ALTERATIONS, ids=lambda one: one.__name__.replace("_", "-"))
def test_an_altered_character_of_the_file_is_found(
    real_tree: Path, published: Path, capsys: pytest.CaptureFixture[str], alter: Callable[[Any], None]
) -> None:
    data = json.loads(published.read_text(encoding="utf-8"))
    alter(data)
    published.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    code, said, errors = verify(real_tree, capsys)

    assert (code, said) == (1, "")
    assert "h25-r5.json" in errors


@pytest.mark.parametrize("words", ["", "[]", "null", "{", '{"blocks": 5}', "\x00"])
def test_a_file_that_is_no_comparison_is_told(
    real_tree: Path, published: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    published.write_text(words, encoding="utf-8")

    code, said, errors = verify(real_tree, capsys)

    assert (code, said) == (1, "")
    assert "h25-r5.json" in errors


def test_an_altered_character_of_a_page_is_found(
    real_tree: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = without_ruby(page.read_text(encoding="utf-8"))
    assert "自立したまちづくり" in html
    page.write_text(html.replace("自立したまちづくり", "自律したまちづくり"), encoding="utf-8")

    code, said, errors = verify(real_tree, capsys)

    assert (code, said) == (1, "")
    assert "r5" in errors


def test_a_missing_file_is_told(real_tree: Path, published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published.unlink()

    code, said, errors = verify(real_tree, capsys)

    assert (code, said) == (1, "")
    assert "h25-r5.json" in errors
