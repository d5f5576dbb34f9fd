"""Filling records: every wrong value becomes findings with a place and a fix, in Japanese."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from macros.model.consultations import Consultation
from macros.model.directory import Dictionary, Glossary, Groups, Site
from macros.model.load import Loaded, fill, load
from macros.model.revisions import Revisions
from macros.model.sources import DraftMarks, Errata, Sources
from macros.model.tables import Contents, DomainTable, Proposals, Table
from macros.model.tree import read_tree
from macros.model.yaml_file import YamlFile, parse_yaml, read_yaml
from tests.model.test_check_cases import wording_problems
from tests.trees import EXAMPLE

KINDS: dict[str, type] = {
    "data/site.yml": Site,
    "data/revisions.yml": Revisions,
    "data/sources.yml": Sources,
    "data/errata.yml": Errata,
    "data/proposals.yml": Proposals,
    "data/groups.yml": Groups,
    "data/glossary.yml": Glossary,
    "data/dictionary.yml": Dictionary,
    "data/consultations/r5-2023.yml": Consultation,
    "data/draft_marks/r5.yml": DraftMarks,
    "data/tables/r5/actors.yml": Table,
    "data/tables/r5/domains.yml": DomainTable,
    "data/tables/r5/contents.yml": Contents,
}
"""Every kind of data file with the record that it fills."""

WRONG: tuple[Any, ...] = (None, "", "Wrong Value", 7, -1, 1.5, True, date(2023, 9, 15), [], ["x"], {}, {"x": 1}, [{}])
"""Values that are wrong nearly everywhere."""


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to everything in a file's value; of a list its first two items."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for step, inner in items:
        yield from paths(inner, (*path, step))


def with_value(source: YamlFile, path: tuple[str | int, ...], value: object) -> YamlFile:
    """The file with another value at `path`."""
    if not path:
        return replace(source, value=value)
    changed = deepcopy(source.value)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return replace(source, value=changed)


@pytest.mark.parametrize(("file", "kind"), KINDS.items())
def test_a_wrong_value_anywhere_is_taken_or_told_in_japanese(file: str, kind: type) -> None:
    source = read_yaml(read_tree(EXAMPLE), file)
    assert fill(source, kind).findings == ()

    for path in paths(source.value):
        for wrong in WRONG:
            found: Loaded[object] = fill(with_value(source, path, wrong), kind)
            assert (found.value is None) == bool(found.findings), (path, wrong)
            for one in found.findings:
                assert wording_problems(one) == [], (path, wrong)
                assert one.place.file == file


@pytest.mark.parametrize(("file", "kind"), KINDS.items())
def test_an_unknown_key_anywhere_is_told_at_its_own_place(file: str, kind: type) -> None:
    source = read_yaml(read_tree(EXAMPLE), file)

    for path in paths(source.value):
        value = source.value_at(path)
        if isinstance(value, dict) and "cells" not in path:
            found: Loaded[object] = fill(with_value(source, path, {**value, "sonota": 1}), kind)
            assert [one.code for one in found.findings] == ["Y003"], path


def test_a_typing_slip_is_answered_with_the_nearest_key_of_that_very_record() -> None:
    source = parse_yaml("data/groups.yml", "groups:\n  - {id: a, nmae: x}\n")

    found = {(one.code, one.message): one for one in fill(source, Groups).findings}

    (slip,) = [one for one in found.values() if one.code == "Y003"]
    assert (slip.place.line, slip.place.column, slip.fix) == (2, 13, "「name」に直してください。")


def test_all_wrong_values_are_told_at_once() -> None:
    source = parse_yaml("a.yml", "id: A\ntitle: 1\nprocedure: x\nproposed: {revision: r5}\nsources: x\n")

    assert sorted(one.code for one in fill(source, Consultation).findings) == ["Y004"] * 2 + ["Y005"] * 4


def test_a_long_wrong_value_is_shown_in_part() -> None:
    source = parse_yaml("a.yml", f"revision: r5\nrows: {'長' * 100}\n")

    (found,) = fill(source, Contents).findings

    assert "「" + "長" * 30 + "…」" in found.message


def test_a_file_that_cannot_be_read_gives_its_own_findings_and_no_record() -> None:
    loaded = load(read_tree(EXAMPLE), "data/nowhere.yml", Groups)

    assert [one.code for one in loaded.findings] == ["F001"]
    with pytest.raises(ValueError, match="nowhere"):
        _ = loaded.record


def test_a_record_is_frozen_and_knows_its_place() -> None:
    loaded = load(read_tree(EXAMPLE), "data/groups.yml", Groups)

    with pytest.raises(AttributeError):
        loaded.record.groups[0].name = "別の名前"  # type: ignore[misc]
    assert loaded.place("groups", 0, "name").line == 3
    assert [field.name for field in fields(loaded.record)] == ["groups"]
