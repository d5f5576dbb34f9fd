"""Building: same bytes twice, failures leave the last good site, open data beside the pages."""

import csv
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.model.directory import Dictionary
from macros.model.load import load
from macros.model.tree import read_tree
from macros.site.build import build
from macros.views.open_data import DATASETS
from tests.paths import ROOT
from tests.site.conftest import MOMENT
from tests.trees import copy_example


def digest(folder: Path) -> dict[str, str]:
    """Hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city's tree with a frame of its own and its built site."""
    tree = copy_example(tmp_path_factory.mktemp("good") / "tree")
    (tree / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tree / "overrides")
    assert build(tree) == ()
    return tree


@pytest.fixture
def good(example: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may break."""
    return Path(shutil.copytree(example, tmp_path / "tree", symlinks=True))


def test_the_same_moment_gives_the_same_bytes(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISHIN_NOW", MOMENT)
    assert build(good) == ()
    first = digest(good / "site")

    assert build(good) == ()

    assert digest(good / "site") == first


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("docs/guideline/r5/rinen.md", "{: #rinen }", "", "T001"),
        ("data/groups.yml", "groups:", "groups", "Y001"),
        ("docs/index.md", "{{ text_state() }}", "{{ text_stat() }}", "M002"),
        ("overrides/main.html", 'content="noindex"', 'content="all"', "B003"),
        ("overrides/main.html", "{% block extrahead %}", "{% block extrahead %}{{ 1 / 0 }}", "B005"),
        ("mkdocs.yml", "theme:", "them:", "B005"),
    ],
)
def test_a_failure_at_any_stage_leaves_the_last_good_site(good: Path, file: str, old: str, new: str, code: str) -> None:
    before = digest(good / "site")
    path = good / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    findings = build(good)

    assert code in {one.code for one in findings}
    assert all("Traceback" not in one.message for one in findings)
    assert digest(good / "site") == before
    assert not (good / "site.new").exists()


def test_edit_links_exist_only_where_the_repository_is_known(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = good / "site/guideline/r5/rinen/index.html"
    assert "/edit/main/" not in page.read_text(encoding="utf-8")
    monkeypatch.setenv("REPOSITORY", "https://example.com/city/shishin")
    monkeypatch.setenv("SITE_URL", "https://example.com/shishin/")

    assert build(good) == ()

    built = page.read_text(encoding="utf-8")
    assert "https://example.com/city/shishin/edit/main/docs/guideline/r5/rinen.md" in built
    assert '<link rel="canonical" href="https://example.com/shishin/guideline/r5/rinen/">' in built


@pytest.mark.parametrize("address", ["https://example.com/", "https://example.com/shishin/"])
def test_a_site_can_stand_at_any_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("SITE_URL", address)
    example = copy_example(tmp_path / "tree")

    assert build(example) == ()

    page = (example / "site/guideline/r5/rinen/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}guideline/r5/rinen/">' in page


@pytest.mark.parametrize("name", DATASETS)
def test_json_and_csv_hold_the_same_rows_and_the_columns_of_the_dictionary(
    real_site: Path, real_tree: Path, name: str
) -> None:
    data = json.loads((real_site / f"data/{name}.json").read_text(encoding="utf-8"))
    raw = (real_site / f"data/{name}.csv").read_bytes()
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    dictionary = load(read_tree(real_tree), "data/dictionary.yml", Dictionary).record
    columns = [column.id for one in dictionary.datasets if one.id == name for column in one.columns]

    assert data["schema"] == 1
    assert raw.startswith(b"\xef\xbb\xbf")
    assert len(rows) == len(data["items"]) > 0
    assert list(rows[0]) == list(data["items"][0]) == columns
    assert [row["id"] for row in rows] == [item["id"] for item in data["items"]]


def test_the_open_data_have_the_numbers_of_the_sources(example: Path) -> None:
    def items(name: str) -> list[dict[str, Any]]:
        loaded: list[dict[str, Any]] = json.loads((example / f"site/data/{name}.json").read_text(encoding="utf-8"))[
            "items"
        ]
        return loaded

    proposals = items("proposals")
    forms = items("forms")
    sections = items("sections")

    assert [one["side"] for one in proposals] == ["citizen", "citizen", "city"]
    assert [one["fiscal_years"] for one in proposals] == [[2011], [2011], [2011]]
    assert [one["continuing"] for one in proposals] == [True, False, False]
    assert [one["revision"] for one in forms] == ["h25", "r5", "r5"]
    assert len(items("actors")) == 4
    assert len(items("domains")) == 6
    assert [sum(one["revision"] == revision for one in sections) for revision in ("h25", "r5")] == [8, 11]
    assert len(items("groups")) == 2
    assert {one["id"]: one["opinions"] for one in items("consultations")} == {"r5-2023": 0}
