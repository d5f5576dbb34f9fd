"""Rules for homographs: each has a guard, an example that comes out, and cuts no word."""

import pytest

from macros.japanese.notation import parse
from macros.japanese.reading_rules import (
    EVERYWHERE,
    MOST_WAYS,
    Rule,
    language_rules,
    ruby_of,
    rule_edits,
    ways,
)
from macros.japanese.readings import propose
from macros.japanese.ruby import Segment, plain
from tests.cases.readings import wrong_runs


@pytest.mark.parametrize("rule", language_rules(), ids=lambda rule: f"{rule.text}-{rule.reading}")
def test_the_example_of_a_rule_comes_out_and_the_rule_is_used(rule: Rule) -> None:
    expected, slips = parse(rule.example)

    assert slips == ()
    assert rule.reason
    assert any(rule_edits(plain(expected), [rule]))
    assert wrong_runs(expected, propose(plain(expected))) == []


def test_a_rule_for_a_single_sign_has_a_guard() -> None:
    assert [rule.text for rule in language_rules() if len(rule.words) == 1 and not (rule.left or rule.right)] == []


def test_no_rule_stands_twice() -> None:
    keys = [(rule.words, rule.left, rule.right, rule.scope) for rule in language_rules()]

    assert len(keys) == len(set(keys))


def test_a_rule_that_would_cut_a_word_does_nothing() -> None:
    bare = Rule(text="等", reading="など")

    assert propose("対等な人と団体等", [bare]) == (
        Segment("対等", "たいとう"),
        Segment("な"),
        Segment("人", "ひと"),
        Segment("と"),
        Segment("団体", "だんたい"),
        Segment("等", "など"),
    )


def test_going_to_the_library_is_not_carrying_it_out() -> None:
    going = [one.reading for one in propose("図書館へ行って本を読み、調査を行って学んだ。") if one.surface == "行"]

    assert going == ["い", "おこな"]


def test_a_rule_of_a_page_holds_there_only() -> None:
    rule = Rule(text="道", reading="どう", left="の", scope="docs/guideline/h25/")

    assert list(rule_edits("隣の道", [rule])) == []
    assert list(rule_edits("隣の道", [rule], "docs/guideline/r5/index.md")) == []
    assert len(list(rule_edits("隣の道", [rule], "docs/guideline/h25/index.md"))) == 1
    assert rule.scope != EVERYWHERE


@pytest.mark.parametrize(
    ("text", "reading"),
    [("行って", "おこなう"), ("国｜道", "くにどう"), ("とは", "とは"), ("協働", "キョウ働"), ("", "")],
)
def test_a_rule_whose_reading_does_not_fit_its_words_is_none(text: str, reading: str) -> None:
    rule = Rule(text=text, reading=reading)

    assert ruby_of(rule) is None


def test_a_rule_that_does_not_fit_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="協働"):
        propose("協働", [Rule(text="協働", reading="協")])


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a*)*b",
        "(?:a+)+",
        "((a+)b?)*",
        "(a|aa)+",
        "(?:a|b|ab)*$",
        "([^。]*)*",
        "(a{2,})+",
        "(a+){2,5}",
        "(a+){10}",
        "(a|aa){9}",
    ],
)
def test_a_pattern_that_may_never_end_is_noticed(pattern: str) -> None:
    assert ways(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "a+b*",
        "(^|[^一-龥々])",
        "(ファイル|ページ)[^。]*",
        "(a+)b",
        "(a+)?",
        r"\(a+\)+",
        "[(+*)]+",
        "(?<![へに])",
        "(ab)+",
        "a{2}" * 9,
    ],
)
def test_an_ordinary_pattern_is_let_through(pattern: str) -> None:
    tried = ways(pattern)

    assert tried is not None
    assert tried <= MOST_WAYS


def test_no_rule_of_the_language_may_never_end() -> None:
    tried = [ways(guard) for rule in language_rules() for guard in (rule.left, rule.right)]

    assert [one for one in tried if one is None or one > MOST_WAYS] == []


@pytest.mark.parametrize(
    "pattern",
    ["a*a*a*b", "a?" * 30, "(a|aa)" * 20, "(a||||||)" * 8, "(?=a*a*a*)b", "(a*)?(a*)?(a*)?", "a+?" * 3],
)
def test_ways_that_multiply_are_noticed(pattern: str) -> None:
    assert (ways(pattern) or 0) > MOST_WAYS
