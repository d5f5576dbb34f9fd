"""A new revision as a copy of an older one: only text, nothing is written."""

from pathlib import Path

import pytest

from macros.model.copy_revision import Copy, copy_revision, era_year
from macros.model.project import load_data
from macros.model.tree import read_tree
from macros.model.yaml_file import read_yaml
from tests.trees import contents, replace


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("r8", ("令和8年", 2026)),
        ("r1", ("令和元年", 2019)),
        ("h31", ("平成31年", 2019)),
        ("h1", ("平成元年", 1989)),
        ("s64", ("昭和64年", 1989)),
    ],
)
def test_the_name_of_a_revision_is_the_year_of_an_era(name: str, year: tuple[str, int]) -> None:
    assert era_year(name) == year


@pytest.mark.parametrize("name", ["", "r", "8", "r0", "r00", "r100", "R8", "x8", "r8a", "令和8年", "r-8", "r 8", "r８"])
def test_what_is_no_year_of_an_era_is_no_name(name: str) -> None:
    assert era_year(name) is None


def copied(tree: Path, old: str = "r5", new: str = "r8") -> Copy:
    """The copy of a revision of the tree."""
    data = load_data(read_tree(tree))
    source = next(one for one in data.revisions.record.revisions if one.id == old)
    return copy_revision(read_tree(tree), data.nav, data.revisions.source, source, new)


def test_every_page_and_table_is_copied(tree: Path) -> None:
    assert sorted(copied(tree).files) == [
        "data/tables/r8/actors.yml",
        "data/tables/r8/contents.yml",
        "data/tables/r8/domains.yml",
        "data/tables/r8/forms.yml",
        "docs/guideline/r8/index.md",
        "docs/guideline/r8/rinen.md",
        "docs/guideline/r8/susumekata.md",
    ]


def test_nothing_is_written(tree: Path) -> None:
    before = contents(tree)

    copied(tree)

    assert contents(tree) == before


def test_the_copy_differs_in_its_revision_and_lacks_the_notes_on_the_older_transcription(tree: Path) -> None:
    old = (tree / "docs/guideline/r5/rinen.md").read_text(encoding="utf-8")

    new = copied(tree).files["docs/guideline/r8/rinen.md"]

    assert "revision: r8\n" in new
    assert "erratum(" not in new
    assert "missing_figure(" not in new
    ours = [line for line in old.split("\n") if line and "{{" not in line and line != "revision: r5"]
    assert [line for line in new.split("\n") if line and line != "revision: r8"] == ours


def test_two_notes_after_each_other_both_stay_behind(tree: Path) -> None:
    replace(tree, "docs/guideline/r5/rinen.md", '{{ erratum("e07") }}', '{{ erratum("e07") }}\n\n{{ erratum("e06") }}')

    assert "erratum(" not in copied(tree).files["docs/guideline/r8/rinen.md"]


def test_tables_and_other_macros_stay(tree: Path) -> None:
    files = copied(tree).files

    assert '{{ guideline_table("proposals") }}' in files["docs/guideline/r8/susumekata.md"]
    assert "{{ revision_header() }}" in files["docs/guideline/r8/index.md"]
    assert files["data/tables/r8/forms.yml"].startswith("revision: r8\n")


def test_the_entry_and_the_navigation_name_the_new_revision(tree: Path) -> None:
    copy = copied(tree)

    assert "  - id: r8\n    name: 令和8年（2026年）の案\n" in copy.entry
    assert "    copied_from: r5\n    chapters: [rinen, susumekata]" in copy.entry
    assert copy.nav.split("\n")[:2] == [
        "      - 令和8年（2026年）の案:",
        "          - 表紙・沿革・目次: guideline/r8/index.md",
    ]
    assert copy.nav_line == 5


def test_a_copy_of_the_first_year_of_an_era_says_so(tree: Path) -> None:
    assert "as_written: 令和元年" in copied(tree, new="r1").entry


def test_a_revision_that_is_not_in_the_navigation_cannot_be_copied(tree: Path) -> None:
    nav = read_yaml(read_tree(tree), "data/nav.yml")
    (tree / nav.file).write_text("nav:\n  - ホーム: index.md\n", encoding="utf-8")

    with pytest.raises(LookupError):
        copied(tree)


def test_a_wrong_name_is_refused(tree: Path) -> None:
    with pytest.raises(ValueError, match="x8"):
        copied(tree, new="x8")


@pytest.mark.parametrize("form", ["{{erratum('e07')}}", '{{ erratum( "e07" ) }}', '{{  erratum("e07")  }}'])
def test_notes_in_any_form_that_the_check_lets_through_stay_behind(tree: Path, form: str) -> None:
    replace(tree, "docs/guideline/r5/rinen.md", '{{ erratum("e07") }}', form)

    assert "erratum" not in copied(tree).files["docs/guideline/r8/rinen.md"]


@pytest.mark.parametrize("form", ['revision: "r5"\n', "revision:  r5\n", "revision: r5 # 案\n"])
def test_the_revision_is_rewritten_in_any_form(tree: Path, form: str) -> None:
    replace(tree, "docs/guideline/r5/rinen.md", "revision: r5\n", form)

    assert "r5" not in copied(tree).files["docs/guideline/r8/rinen.md"].split("---")[1]


def test_pictures_beside_the_pages_are_copied_byte_by_byte(tree: Path) -> None:
    (tree / "docs/guideline/r5/zu.png").write_bytes(b"\x89PNG\r\n")

    assert copied(tree).pictures == {"docs/guideline/r8/zu.png": b"\x89PNG\r\n"}
