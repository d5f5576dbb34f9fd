"""Fixtures for the comparison: the two real drafts, compared once with and once without ids."""

import json
from typing import Any

import pytest

from macros.comparison.pairs import edit_script
from macros.comparison.rules import Rules
from macros.comparison.script import EditScript
from macros.model.project import Project
from macros.views.compare_json import script_json
from tests.comparison.texts import real_project


@pytest.fixture(scope="session")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


@pytest.fixture(scope="session")
def with_ids(project: Project) -> EditScript:
    """The two drafts compared."""
    return edit_script(project, "h25", "r5")


@pytest.fixture(scope="session")
def without_ids(project: Project) -> EditScript:
    """The two drafts compared by their words alone."""
    return edit_script(project, "h25", "r5", ignore_ids=True)


@pytest.fixture(scope="session", params=[False, True], ids=["with-ids", "without-ids"])
def script(request: pytest.FixtureRequest) -> EditScript:
    """Both comparisons of the two drafts, one after the other."""
    found: EditScript = request.getfixturevalue("without_ids" if request.param else "with_ids")
    return found


@pytest.fixture(scope="session")
def data(script: EditScript) -> dict[str, Any]:
    """The comparison as the open data prints it."""
    found: dict[str, Any] = json.loads(script_json(script))
    return found


@pytest.fixture(scope="session")
def rules(project: Project) -> Rules:
    """The word lists of this repository, without relations between two texts."""
    return Rules(
        notation=project.data.notation.record,
        modality=project.data.modality.record,
        actors=("市", "市民", "市民活動団体", "自治会", "職員"),
    )
