"""Our own attacks, on the invented city: each is told as the list says, nothing runs, the last good site stays."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.findings import has_error
from macros.site.build import build
from tests.cases import change_tree
from tests.trees import contents

ATTACKS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("own.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("attack", ATTACKS, ids=[one["attack"] for one in ATTACKS])
def test_it_is_told_and_nothing_runs(tree: Path, monkeypatch: pytest.MonkeyPatch, attack: dict[str, Any]) -> None:
    (tree / "site").mkdir()
    (tree / "site/index.html").write_text("GOOD", encoding="utf-8")
    monkeypatch.chdir(tree)  # where the canary would appear
    for change in attack["change"]:
        change_tree(tree, change)
    before = contents(tree)

    findings = build(tree)

    assert has_error(findings)
    assert tuple(attack["finds"]) in {(one.code, one.place.file) for one in findings}
    assert contents(tree) == before
    assert not (tree / "PWNED").exists()


def test_there_are_many_and_no_two_are_the_same() -> None:
    assert len({one["attack"] for one in ATTACKS}) == len(ATTACKS) >= 40
