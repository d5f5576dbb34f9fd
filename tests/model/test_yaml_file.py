"""Reading YAML so that every value keeps its place."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.model.findings import Place
from macros.model.yaml_file import YamlFile, parse_yaml

WORDS = st.text("あ協働一二aZ0 、。「」・:#'\"-", min_size=1, max_size=8).map(str.strip).filter(bool)
SCALARS = st.one_of(WORDS, st.integers(), st.booleans(), st.none(), st.dates())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


class _Dumper(yaml.SafeDumper):
    """Writes every value anew: no `&` and `*` for values that stand there twice."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never use an alias."""
        return True


def scalars(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[bool, tuple[str | int, ...]]]:
    """Every key (true) and every scalar value (false) in the order of the file, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield True, (*path, key)
            yield from scalars(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from scalars(inner, (*path, at))
    else:
        yield False, path


@given(
    st.dictionaries(WORDS, VALUES, min_size=1, max_size=4), st.sampled_from([True, False, None]), st.integers(20, 99)
)
def test_the_place_of_every_scalar_and_key_points_at_it(value: dict[str, Any], style: bool | None, width: int) -> None:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, default_flow_style=style, sort_keys=False, width=width)
    marks: list[Any] = [
        one.start_mark for one in yaml.parse(text, yaml.SafeLoader) if isinstance(one, yaml.ScalarEvent)
    ]

    source = parse_yaml("a.yml", text, first_line=3)

    assert (source.value, source.findings) == (value, ())
    told = [source.key_place(*path) if is_key else source.place(*path) for is_key, path in scalars(value)]
    assert told == [Place("a.yml", mark.line + 3, mark.column + 1) for mark in marks]
    assert [source.value_at(path) for is_key, path in scalars(value) if not is_key] == [
        leaf for leaf in leaves(value) if not isinstance(leaf, dict | list)
    ]


def leaves(value: object) -> list[object]:
    """Every scalar value in the order of the file."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if inner is None else [leaf for one in inner for leaf in leaves(one)]


def test_a_place_is_a_line_and_a_column_of_the_file() -> None:
    source = parse_yaml("a.yml", "# 注釈\ngroups:\n  - {id: a, name: 見本の会}\n", first_line=5)

    assert source.place("groups", 0, "name") == Place("a.yml", 7, 19)
    assert source.key_place("groups", 0, "name") == Place("a.yml", 7, 13)
    assert source.place("groups") == Place("a.yml", 7, 3)
    assert source.key_place("groups") == Place("a.yml", 6, 1)


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    source = parse_yaml("a.yml", "a:\n  b: 1\n")

    assert source.place("a", "c", 4) == Place("a.yml", 2, 3)
    assert source.key_place("a", "c") == Place("a.yml", 2, 3)
    assert YamlFile("a.yml").place("a") == Place("a.yml")


def test_a_value_is_found_by_its_path_or_not_at_all() -> None:
    source = parse_yaml("a.yml", "a:\n  - {b: 値}\n")

    assert source.value_at(("a", 0, "b")) == "値"
    assert source.value_at(()) == {"a": [{"b": "値"}]}
    assert [source.value_at(path) for path in (("a", 1), ("a", "b"), ("x",), ("a", 0, "b", "c"))] == [None] * 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2023-09-15", "datetime.date(2023, 9, 15)"),
        ("a: true", "True"),
        ("a: 12", "12"),
        ('a: "12"', "'12'"),
        ("a: 048-424-9120", "'048-424-9120'"),
        ("a: null", "None"),
        ("a:", "None"),
        ("a: |-\n  一\n  二", "'一\\n二'"),
        ("a: <<", "'<<'"),
        ("a: =", "'='"),
    ],
)
def test_values_are_what_staff_take_them_for(text: str, value: str) -> None:
    source = parse_yaml("a.yml", text)

    assert (repr(source.value["a"]), source.findings) == (value, ())


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "010", "12:30", "1_000", "0x1F"])
def test_words_that_only_yaml_1_1_takes_for_something_else_are_text(word: str) -> None:
    assert parse_yaml("a.yml", f"a: {word}").value == {"a": word}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\na: 2", "Y002", 2, 1),
        ("a: {b: 1, b: 2}", "Y002", 1, 11),
        ("a: 1\n\tb: 2", "Y001", 2, 1),
        ('a: 1\nb: "x\nc: 2', "Y001", 2, 4),
        ("a: [1, 2\nb: 3", "Y001", 2, 2),
        ("a: 2023-02-30", "Y001", 1, 4),
        ("a: &x 1", "Y006", 1, 4),
        ("a: !!python/name:os.system x", "Y006", 1, 4),
        ("a: !!str x", "Y006", 1, 4),
        ("!!map {a: 1}", "Y006", 1, 1),
        ("? !x a\n: 1", "Y006", 1, 3),
        ("# 注釈だけ\n", "F004", 1, 1),
        ("[a]: 1", "Y001", 1, 1),
        ("{a: 1}: 2", "Y001", 1, 1),
    ],
)
def test_what_a_data_file_has_no_need_of_is_told_with_its_place(text: str, code: str, line: int, column: int) -> None:
    source = parse_yaml("a.yml", text)

    assert [(one.code, one.place.line, one.place.column) for one in source.findings] == [(code, line, column)]
    assert source.value is None


READABLE = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn"), include_characters="\n\t")
"""What `read_text` lets through, nearly."""


@pytest.mark.parametrize("word", ["0x_", "0b_", "9" * 3000])
def test_a_number_that_cannot_be_read_is_a_text(word: str) -> None:
    assert parse_yaml("a.yml", f"a: {word}").value == {"a": word}


@given(st.text("ab:-[]{}\"'&*!|>#%@, \n\t協働0") | st.text(READABLE))
def test_no_text_stops_the_reader(text: str) -> None:
    source = parse_yaml("a.yml", text)

    assert source.value is None or source.findings == ()
    for found in source.findings:
        assert found.place.line >= 1
        assert "Error" not in found.message
