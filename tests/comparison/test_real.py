"""The two real drafts compared: the contract, the invariants, and what a reader of both would say."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from macros.comparison.compare import compare
from macros.comparison.pairs import rules_for
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange, EditScript
from macros.comparison.verify import verify
from macros.model.comparisons import Lineage
from macros.model.project import Project
from macros.model.text import RevisionText
from macros.views.compare_json import script_json
from tests.comparison.rebuild import breaches, edges, hunks, repeated, units
from tests.comparison.spelling import same_but_for_width
from tests.comparison.texts import paragraph, parts_of, text_of
from tests.comparison.words import word_ends
from tests.paths import REAL, ROOT

HASH = """
import hashlib, pathlib, sys
from macros.comparison.pairs import edit_script
from macros.model.project import load_project
from macros.model.tree import read_tree
from macros.views.compare_json import script_json
from macros.views.registry import MACROS
project = load_project(read_tree(pathlib.Path(sys.argv[1])), MACROS)[0]
for ignore in (False, True):
    script = edit_script(project, "h25", "r5", ignore_ids=ignore)
    print(hashlib.sha256(script_json(script).encode()).hexdigest())
"""


def lineage(project: Project) -> Lineage:
    """What people confirmed of the two drafts."""
    return next(one.record for one in project.data.lineage if (one.record.old, one.record.new) == ("h25", "r5"))


def relations(script: EditScript) -> list[tuple[str, set[str], set[str]]]:
    """Kind and ids of each entry of the sections."""
    return [(one.kind, {old.id for old in one.old}, {new.id for new in one.new}) for one in script.sections]


def pairs(script: EditScript) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Positions of the blocks that belong together."""
    together = (block for block in script.blocks if block.old and block.new)
    return {(tuple(old.at for old in one.old), tuple(new.at for new in one.new)) for one in together}


def first_words(change: BlockChange) -> tuple[list[str], list[str]]:
    """What stands in the first cell of each row."""
    return [old.text.split("\t")[0] for old in change.old], [new.text.split("\t")[0] for new in change.new]


def marked(data: dict[str, Any]) -> list[tuple[dict[str, Any], str, str]]:
    """Each change inside a block that stands on both sides: the block, what was deleted, what was inserted."""
    found = []
    for block in data["blocks"]:
        for hunk in hunks(block["spans"]) if block["old"] and block["new"] else []:
            texts = {span[0]: span[1] for span in hunk}
            found.append((block, texts.get("delete", ""), texts.get("insert", "")))
    return found


def test_the_json_holds_the_contract_and_the_invariants(data: dict[str, Any]) -> None:
    assert breaches(data) == []


def test_the_engine_finds_no_breach_in_its_own_script(script: EditScript) -> None:
    assert verify(script) == ()


@pytest.mark.parametrize("side", ["old", "new"])
def test_each_text_is_rebuilt_from_the_json_alone(script: EditScript, data: dict[str, Any], side: str) -> None:
    text: RevisionText = getattr(script, side)

    assert units(data, side) == [(block.kind, block.number, block.text) for block in text.blocks]


def test_no_text_is_deleted_in_one_block_and_inserted_in_another(data: dict[str, Any]) -> None:
    """Read and judged: a clause of a paragraph that is gone stands in a new sentence that says something else."""
    assert [one[:2] for one in repeated(data)] == [("genjo-shimin", "kadai-coordinate")]


def test_the_same_texts_give_the_same_bytes(project: Project, with_ids: EditScript) -> None:
    again = compare(project.texts["h25"], project.texts["r5"], rules_for(project.data, "h25", "r5"))

    assert script_json(again) == script_json(with_ids)


def test_the_bytes_do_not_depend_on_the_order_of_sets(with_ids: EditScript, without_ids: EditScript) -> None:
    wanted = [hashlib.sha256(script_json(one).encode()).hexdigest() for one in (with_ids, without_ids)]
    for seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", HASH, str(REAL)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "SHISHIN_NOW": f"203{seed}-01-01T00:00"},
            capture_output=True,
            text=True,
            check=True,
        )

        assert ran.stdout.split() == wanted


@pytest.mark.parametrize("ignore_ids", [False, True])
@pytest.mark.parametrize("revision", ["h25", "r5"])
def test_a_revision_compared_with_itself_shows_no_change(
    project: Project, rules: Rules, revision: str, ignore_ids: bool
) -> None:
    text = project.texts[revision]

    script = compare(text, text, replace(rules, ignore_ids=ignore_ids))

    assert list(script.changes()) == []
    assert {one.kind for one in script.sections} == {"unchanged"}
    assert all(len(block.spans) == 1 for block in script.blocks if block.new[0].text)


@pytest.mark.parametrize("ignore_ids", [False, True])
def test_the_other_way_round_the_same_blocks_belong_together(project: Project, rules: Rules, ignore_ids: bool) -> None:
    old, new = project.texts["h25"], project.texts["r5"]
    rules = replace(rules, ignore_ids=ignore_ids)

    forth, back = pairs(compare(old, new, rules)), pairs(compare(new, old, rules))

    assert {(newer, older) for older, newer in back} == forth


def test_no_mark_begins_or_ends_inside_a_word(data: dict[str, Any]) -> None:
    inside = []
    for block in data["blocks"]:
        for side in ("old", "new"):
            allowed, at = {0}, 0
            for one in block[side]:
                allowed |= {at, *(at + end for end in word_ends(one["text"]))}
                at += len(one["text"])
            inside += [(block["id"], side, edge) for edge in edges(block["spans"], side) if edge not in allowed]

    assert inside == []


def test_width_and_spacing_alone_are_never_a_change(data: dict[str, Any]) -> None:
    assert [block["id"] for block, old, new in marked(data) if same_but_for_width(old, new)] == []


def test_spellings_of_one_word_are_notation(data: dict[str, Any]) -> None:
    found = [block for block, old, new in marked(data) if old.startswith("活か") and new.startswith("生か")]

    assert found
    assert all("notation" in block["classes"] for block in found)


def test_to_hear_and_to_listen_are_two_words(data: dict[str, Any]) -> None:
    found = [(block, old, new) for block, old, new in marked(data) if old.startswith("聞") and new.startswith("聴")]

    assert [(old, new) for _, old, new in found] == [("聞く", "聴く")]
    assert "notation" not in found[0][0]["classes"]


def test_the_relations_that_people_confirmed_are_told(project: Project, with_ids: EditScript) -> None:
    confirmed = lineage(project)
    found = relations(with_ids)

    wanted: list[tuple[str, set[str], set[str]]] = []
    wanted += [(one.kind, set(one.old), set(one.new)) for one in confirmed.sections]
    wanted += [("deleted", {one}, set()) for one in confirmed.gone]
    wanted += [("new", set(), {one}) for one in confirmed.born]

    assert len(wanted) == 19
    assert [one for one in wanted if one not in found] == []


@pytest.mark.parametrize("section", ["shushi", "jinzai", "zaisei-shien"])
def test_a_section_under_another_parent_moved(with_ids: EditScript, section: str) -> None:
    assert ("moved", {section}, {section}) in relations(with_ids)


@pytest.mark.parametrize("section", ["taito", "ryoiki", "genjo-shi", "kadai-coordinate"])
def test_a_section_that_travels_along_with_its_chapter_did_not_move(with_ids: EditScript, section: str) -> None:
    (kind,) = [one[0] for one in relations(with_ids) if one[1:] == ({section}, {section})]

    assert kind in ("unchanged", "modified")


def test_of_two_chapters_that_changed_places_one_moved(with_ids: EditScript) -> None:
    kinds = [next(one[0] for one in relations(with_ids) if name in one[2]) for name in ("kangaekata", "genjo-kadai")]

    assert kinds.count("moved") == 1


@pytest.mark.parametrize(("old", "new"), [("協働負担金", "協働運営"), ("協働型委託", "委託")])
def test_a_form_that_was_renamed_stays_the_same_row(script: EditScript, old: str, new: str) -> None:
    rows = [block for block in script.blocks if block.type == "row" and old in first_words(block)[0]]

    assert [(block.kind, *first_words(block)) for block in rows] in (
        [("modified", [old], [new])],
        [("moved", [old], [new])],
    )


def test_the_row_of_a_form_that_was_dissolved_is_merged_into_the_other(script: EditScript) -> None:
    rows = [block for block in script.blocks if block.type == "row" and "アダプト制度" in first_words(block)[0]]

    assert [(block.kind, *first_words(block)) for block in rows] == [
        ("merged", ["事業協力", "アダプト制度"], ["事業協力"])
    ]


def test_a_note_keeps_its_partner_whatever_its_sign(script: EditScript) -> None:
    notes = [block for block in script.blocks if block.type == "note" and block.old and block.new]

    assert ("注 市 ", "³") in [
        (block.old[0].text[:4], block.new[0].text[:1]) for block in notes if block.old[0].name == block.new[0].name
    ]


@pytest.mark.parametrize("at", [2, 30, 50, 77, 110, 150, 165])
def test_ids_stay_when_an_unrelated_block_changes(project: Project, with_ids: EditScript, at: int) -> None:
    new = project.texts["r5"]
    edited = [replace(one, text=one.text + "（追記）", printed=one.printed + "（追記）") for one in new.blocks]
    text = replace(new, blocks=(*new.blocks[:at], edited[at], *new.blocks[at + 1 :]))
    before = {one.id for one in with_ids.changes() if at not in {new.at for new in one.new}}

    script = compare(with_ids.old, text, Rules(lineage=lineage(project)))

    assert before - {one.id for one in script.changes()} == set()


def test_ids_stay_when_a_block_is_put_before_everything(project: Project, with_ids: EditScript) -> None:
    parts = parts_of(project.texts["r5"])
    text = text_of("r5", [*parts[:1], paragraph("この案は、意見を募るためのものです。"), *parts[1:]])

    script = compare(with_ids.old, text, Rules(lineage=lineage(project)))

    assert {one.id for one in with_ids.changes()} - {one.id for one in script.changes()} == set()
