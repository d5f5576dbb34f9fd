"""Pairs of a project: each two texts, in order; what people confirmed holds in both directions."""

from pathlib import Path

from macros.comparison.pairs import comparable_pairs, edit_script, rules_for
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from scripts.main import main


def test_three_texts_make_three_pairs_the_older_one_first(tree: Path) -> None:
    assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0

    project, _ = load_project(read_tree(tree), MACROS)

    assert project is not None
    assert comparable_pairs(project) == [("h25", "r5"), ("h25", "r8"), ("r5", "r8")]
    assert list(edit_script(project, "r5", "r8").changes()) == []


def test_relations_that_people_confirmed_are_read_in_both_directions(project: Project) -> None:
    there, back = (rules_for(project.data, *pair).lineage for pair in (("h25", "r5"), ("r5", "h25")))

    assert there is not None
    assert back is not None
    assert (back.gone, back.born) == (there.born, there.gone)
    assert [(one.old, one.new) for one in back.sections] == [(one.new, one.old) for one in there.sections]


def test_where_ids_are_ignored_so_is_what_people_confirmed(project: Project) -> None:
    assert rules_for(project.data, "h25", "r5", ignore_ids=True).lineage is None


def test_actors_are_named_without_what_follows_them(project: Project) -> None:
    actors = rules_for(project.data, "h25", "r5").actors

    assert "市" in actors
    assert not [name for name in actors if "等" in name or "（" in name]
