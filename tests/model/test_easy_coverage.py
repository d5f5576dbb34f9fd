"""What of the newest text stands in easy Japanese."""

from pathlib import Path

from macros.model.easy_coverage import coverage, not_covered
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from scripts.main import main
from tests.trees import replace

PAGE = "docs/easy/kyodo.md"


def project(tree: Path) -> Project:
    """The tree, read again."""
    found, _ = load_project(read_tree(tree), MACROS)
    assert found is not None
    return found


def test_every_section_of_the_chapters_and_every_row_is_listed_in_order(tree: Path) -> None:
    names = [one.original.name for one in coverage(project(tree))]

    assert names == [
        "r5/rinen",
        "r5/gensoku",
        "r5/sogo-rikai",
        "r5/joho-kokai",
        "r5/igi",
        "r5/susumekata",
        "r5/shutai",
        "r5/shutai/jumin",
        "r5/shutai/shi",
        "r5/shutai/kyosai",
        "r5/shutai/hojo",
        "r5/column-ayumi",
    ]


def test_the_example_is_covered(tree: Path) -> None:
    assert {one.files for one in coverage(project(tree))} == {(PAGE,)}
    assert not_covered(project(tree)) == ()


def test_what_is_not_named_is_told_with_its_place(tree: Path) -> None:
    replace(tree, PAGE, '{: data-of="r5/shutai/hojo@', '{: data-of="site r5/shutai/kyosai@')
    (found,) = not_covered(project(tree))

    assert (found.original.name, found.title) == ("r5/shutai/hojo", "補助")
    assert found.place.file == "data/tables/r5/forms.yml"


def test_nothing_is_asked_of_a_site_without_easy_pages(tree: Path) -> None:
    replace(tree, PAGE, "easy: true", "easy: false")

    assert not_covered(project(tree)) == ()
    assert coverage(project(tree))[0].files == ()


def test_a_copy_is_covered_by_what_rewrites_the_text_it_was_copied_from(tree: Path) -> None:
    assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0

    assert coverage(project(tree))[0].original.name == "r8/rinen"
    assert not_covered(project(tree)) == ()


def test_a_section_that_a_new_revision_adds_is_not_covered(tree: Path) -> None:
    assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0
    added = "## 3 新しい節 {: #atarashii }\n\n新しい文です。\n\n[^shimin]: "
    replace(tree, "docs/guideline/r8/rinen.md", "[^shimin]: ", added)

    assert [one.original.name for one in not_covered(project(tree))] == ["r8/atarashii"]
