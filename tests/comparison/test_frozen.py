"""The frozen set: the same bytes for the same texts, made again from its file alone, and no slip goes unseen."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.comparison.compare import compare
from macros.comparison.contract import revision_hash, script_data
from macros.comparison.frozen import freeze, read_frozen
from macros.comparison.script import EditScript
from tests.comparison.generated import documents
from tests.comparison.texts import Parts, text_of

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def frozen(with_ids: EditScript) -> str:
    """The comparison of the two real drafts, frozen."""
    return freeze("r5-mihon", DAY, with_ids)


def test_the_set_is_made_again_from_the_file_alone(frozen: str, with_ids: EditScript) -> None:
    made = read_frozen(frozen)

    assert (made.consultation, made.opened) == ("r5-mihon", DAY)
    assert script_data(made.script, whole=True) == script_data(with_ids, whole=True)
    assert (made.old_sha256, made.new_sha256) == (revision_hash(with_ids.old), revision_hash(with_ids.new))
    assert list(made.by_id.values()) == list(made.script.changes())
    assert freeze(made.consultation, made.opened, made.script) == frozen


def test_what_the_contract_names_stands_in_the_set(frozen: str, data: dict[str, Any], with_ids: EditScript) -> None:
    kept = json.loads(frozen)["script"]

    assert set(data) <= set(kept)
    assert [one["id"] for one in kept["blocks"]] == [one.id for one in with_ids.blocks]
    for told, plain in zip(kept["blocks"], script_data(with_ids)["blocks"], strict=True):
        assert set(plain) <= set(told)


@given(documents(), documents())
@settings(max_examples=60)
def test_any_comparison_is_made_again(old: Parts, new: Parts) -> None:
    script = compare(text_of("r5", old), text_of("r8", new))

    text = freeze("r8-mihon", DAY, script)

    assert text == freeze("r8-mihon", DAY, script)
    assert script_data(read_frozen(text).script, whole=True) == script_data(script, whole=True)


def _words(data: dict[str, Any]) -> None:
    """One character of a text, in the text and in its marks."""
    block = next(one for one in data["script"]["blocks"] if one["kind"] == "new")
    block["new"][0]["text"] = block["spans"][0][1] = "異" + block["new"][0]["text"][1:]


def _mark(data: dict[str, Any]) -> None:
    """One character of a mark."""
    block = next(one for one in data["script"]["blocks"] if one["kind"] == "modified" and len(one["spans"]) > 1)
    block["spans"][0][1] = "異" + block["spans"][0][1][1:]


def _numbers(data: dict[str, Any]) -> None:
    """Two changes swap their numbers."""
    one, other = [block for block in data["script"]["blocks"] if block["number"]][3:5]
    one["number"], other["number"] = other["number"], one["number"]


def _ids(data: dict[str, Any]) -> None:
    """Two changes of a section swap their ids."""
    by_home: dict[str, Any] = {}
    for block in data["script"]["blocks"]:
        home = block["id"].rpartition("-")[0]
        if home in by_home:
            by_home[home]["id"], block["id"] = block["id"], by_home[home]["id"]
            return
        by_home[home] = block
    raise AssertionError


def _drop(data: dict[str, Any]) -> None:
    """A change is dropped."""
    data["script"]["blocks"].pop(next(at for at, one in enumerate(data["script"]["blocks"]) if one["number"]))


def _section(data: dict[str, Any]) -> None:
    """A section is dropped."""
    data["script"]["sections"].pop()


def _parent(data: dict[str, Any]) -> None:
    """A section lies in one that is not there."""
    data["script"]["sections"][0]["new"][0]["parent"] = "zzz"


def _number_of_an_unchanged(data: dict[str, Any]) -> None:
    """A block that did not change gets a number."""
    next(one for one in data["script"]["blocks"] if one["kind"] == "unchanged")["number"] = 1


def _empty(data: dict[str, Any]) -> None:
    """A change without a text."""
    block = data["script"]["blocks"][0]
    block["old"] = block["new"] = []


def _key(data: dict[str, Any]) -> None:
    """A key that is not of this form."""
    data["script"]["blocks"][0]["zzz"] = 1


def _schema(data: dict[str, Any]) -> None:
    """A later form."""
    data["schema"] = 2


def _day(data: dict[str, Any]) -> None:
    """No such day."""
    data["opened"] = "2026-02-30"


def _hash(data: dict[str, Any]) -> None:
    """Another hash."""
    data["script"]["sha256"]["new"] = "0" * 64


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (_words, "後の版の文"),
        (_mark, "組み立て直す"),
        (_numbers, "番号が、順に"),
        (_ids, "文と合いません"),
        (_drop, "順番に、抜けや重なり"),
        (_section, "節"),
        (_parent, "どの節"),
        (_number_of_an_unchanged, "番号か種類"),
        (_empty, "文がありません"),
        (_key, "形が違います"),
        (_schema, "形が違います"),
        (_day, "形が違います"),
        (_hash, "後の版の文"),
    ],
)
def test_a_slip_is_refused_in_japanese(frozen: str, slip: Any, says: str) -> None:
    data = json.loads(frozen)
    slip(data)

    with pytest.raises(ValueError, match=says):
        read_frozen(json.dumps(data, ensure_ascii=False))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 5000, '{"schema": 1}'])
def test_what_is_no_set_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ファイルの形が違います"):
        read_frozen(text)


@given(st.data())
@settings(max_examples=40)
def test_no_character_of_a_text_can_be_another_unseen(frozen: str, data: st.DataObject) -> None:
    kept = json.loads(frozen)
    block = data.draw(
        st.sampled_from([one for one in kept["script"]["blocks"] if (one["new"] or one["old"])[0]["text"]])
    )
    side = (block["new"] or block["old"])[0]
    at = data.draw(st.integers(0, len(side["text"]) - 1))
    side["text"] = side["text"][:at] + "\ue000" + side["text"][at + 1 :]

    with pytest.raises(ValueError, match="sha256"):
        read_frozen(json.dumps(kept, ensure_ascii=False))
