"""The reference sentences: at least 99.0 % of the runs of kanji are read right."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.japanese.readings import propose
from macros.japanese.ruby import Ruby, plain
from macros.model.load import load
from macros.model.reading_rules import ReadingRules
from macros.model.tree import read_tree
from tests.paths import REAL, SHARED

REFERENCE = SHARED / "checks/furigana.jsonl"

Run = tuple[int, int, frozenset[str]]
"""Start and end of an unbroken run of words with readings, and the readings that are right."""


def expected_runs(sentence: dict[str, Any]) -> list[Run]:
    """Runs of a reference sentence."""
    runs: list[Run] = []
    at = 0
    unbroken = False
    for number, (surface, reading) in enumerate(sentence["ruby"]):
        end = at + len(surface)
        if reading is not None:
            start, _, before = runs.pop() if unbroken else (at, at, frozenset({""}))
            right = {reading, *sentence["alt"].get(str(number), [])}
            runs.append((start, end, frozenset(one + two for one in before for two in right)))
        unbroken = reading is not None
        at = end
    return runs


def wrong(sentence: dict[str, Any], ruby: Ruby) -> Iterator[str]:
    """Runs that are not read right."""
    words: dict[int, tuple[int, str]] = {}
    at = 0
    for segment in ruby:
        end = at + len(segment.surface)
        if segment.reading is not None:
            words[at] = (end, segment.reading)
        at = end
    for start, end, right in expected_runs(sentence):
        at, read = start, ""
        while at < end and at in words:
            at, one = words[at]
            read += one
        if at != end or read not in right:
            yield f"{sentence['id']} {sentence['text'][start:end]}：{read}"


def sentences() -> list[dict[str, Any]]:
    """The reference sentences, or a reason to skip."""
    if not REFERENCE.exists():
        pytest.skip("../shared is not beside this clone: the reference readings were not tried")
    return [json.loads(line) for line in REFERENCE.read_text(encoding="utf-8").splitlines()]


def test_the_runs_of_the_reference_sentences_are_read_right() -> None:
    rules = load(read_tree(REAL), "data/reading_rules.yml", ReadingRules).record.as_rules()
    total = 0
    found: list[str] = []
    for sentence in sentences():
        ruby = propose(sentence["text"], rules)
        assert plain(ruby) == sentence["text"]
        total += len(expected_runs(sentence))
        found += wrong(sentence, ruby)

    print(f"{total - len(found)} of {total} runs are right")  # noqa: T201 (the number is asked for)
    assert total == 1155
    assert len(found) <= total * 0.01, found


def test_a_wrong_reading_is_counted() -> None:
    sentence = sentences()[0]
    spoiled = tuple(one if one.reading is None else type(one)(one.surface, "あ") for one in propose(sentence["text"]))

    assert len(list(wrong(sentence, spoiled))) == len(expected_runs(sentence))
