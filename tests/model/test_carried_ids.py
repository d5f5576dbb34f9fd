"""Ids are carried: the same section has the same id in both revisions, whatever its number, title or place."""

import json
from typing import Any
from unicodedata import normalize

import pytest

from macros.model.project import load_project
from macros.model.text import RevisionText
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from tests.paths import REAL, SHARED

REFERENCE = SHARED / "checks/sections.json"


@pytest.fixture(scope="module")
def texts() -> dict[str, RevisionText]:
    """The texts of the two real drafts."""
    project, findings = load_project(read_tree(REAL), MACROS)
    assert project is not None
    assert findings == ()
    return project.texts


def section_id(text: RevisionText, named: dict[str, str]) -> str:
    """Id of the section with this printed number and title."""
    wanted = [normalize("NFKC", named[key]) for key in ("number", "title")]
    found = [one.id for one in text.sections if [normalize("NFKC", part) for part in (one.number, one.title)] == wanted]
    assert len(found) == 1, named
    return found[0]


def test_the_reference_cases_of_section_correspondence_hold_by_ids_alone(texts: dict[str, RevisionText]) -> None:
    if not REFERENCE.is_file():
        pytest.skip("../shared is not beside this clone: the reference cases of section correspondence were not tried")
    cases: list[dict[str, Any]] = json.loads(REFERENCE.read_text(encoding="utf-8"))["cases"]
    wrong = []
    for case in cases:
        old = [section_id(texts["h25"], one) for one in case["h25"]]
        new = [section_id(texts["r5"], one) for one in case["r5"]]
        others = {"h25": {one.id for one in texts["h25"].sections}, "r5": {one.id for one in texts["r5"].sections}}
        right = {
            "deleted": not new and old[0] not in others["r5"] if old else False,
            "new": not old and new[0] not in others["h25"] if new else False,
            "merged": bool(new) and new[0] in old,
        }.get(case["type"], old == new)
        if not right:
            wrong.append((case["reason"], old, new))

    assert cases
    assert wrong == []


@pytest.mark.parametrize(
    ("section", "numbers"),
    [
        ("shushi", ("(2)", "第Ⅰ章")),
        ("kangaekata", ("3", "第Ⅱ章")),
        ("genjo-kadai", ("2", "第Ⅲ章")),
        ("taito", ("⑥", "(6)")),
    ],
)
def test_a_number_is_an_attribute_and_not_the_id(
    texts: dict[str, RevisionText], section: str, numbers: tuple[str, str]
) -> None:
    found = [texts[revision].section(section) for revision in ("h25", "r5")]

    assert tuple(one.number for one in found if one) == numbers
