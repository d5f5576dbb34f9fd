"""What `make bench` prints beside the comparison. How long things take is no matter of a test."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model.project import load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from scripts.bench_readings import measure_readings
from scripts.bench_site import measure_site


def once(work: Callable[[], object], _rounds: int = 1) -> float:
    """Do the work; it took two seconds."""
    work()
    return 2.0


def test_the_site_is_built_weighed_and_set_beside_plain_material(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure_site(tree, once) == 2.0

    told = capsys.readouterr().out
    assert "サイトを作る時間：2.0秒。飾りのないMaterialで作る時間（2.0秒）の1.0倍" in told
    assert re.search("  compare/h25-r5/：[1-9][0-9]*KB（縮めないと[0-9]+KB）", told)
    requests = re.search("読み込みの回数：([0-9]+)回から([0-9]+)回まで。", told)
    assert requests
    assert 1 < int(requests[1]) <= int(requests[2]) < 40
    assert not (tree / "site").exists()


def test_a_site_that_cannot_be_built_is_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "docs/index.md").unlink()

    assert measure_site(tree, once) is None
    assert "サイトを作れないので、測れません。" in capsys.readouterr().err


def test_signs_a_second_are_those_of_the_whole_revision(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project
    text = project.texts["r5"]
    size = sum(len(block.printed.replace("\n", "")) for block in text.blocks)

    measure_readings(project, text, once)

    told = capsys.readouterr().out
    assert f"ふりがな（{size:,}字）" in told
    assert told.count(f"1秒に{size / 2:,.0f}字、pykakasiだけで読む時間の1.0倍") == 2
