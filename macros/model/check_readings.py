"""Checks of approved readings and of the rules that propose them."""

import re
from collections.abc import Iterator

from macros.japanese.notation import parse
from macros.japanese.reading_rules import EVERYWHERE, MOST_WAYS, Rule, ruby_of, ways
from macros.japanese.readings import propose
from macros.japanese.ruby import plain
from macros.japanese.watched import watched_words
from macros.model.findings import Finding, Place, finding
from macros.model.load import Loaded
from macros.model.reading_rules import ReadingRules
from macros.model.readings import ReadingsFile, list_readings, read_readings, twofold
from macros.model.tree import Tree


def check_readings(tree: Tree) -> Iterator[Finding]:
    """Files of approved readings: their notation, and no sentence with two readings."""
    files: list[ReadingsFile] = [read_readings(tree, file) for file in list_readings(tree)]
    for source in files:
        yield from source.findings
        yield from _check_homographs(source)
    yield from twofold(files)


def _check_homographs(source: ReadingsFile) -> Iterator[Finding]:
    """Lines that hold a word with several readings and do not say that it was read twice."""
    for one in source.lines:
        if not one.twice and (words := tuple(dict.fromkeys(watched_words(one.ruby)))):
            yield finding("R014", Place(source.file, one.line), given="」「".join(words))


def check_reading_rules(loaded: Loaded[ReadingRules]) -> Iterator[Finding]:
    """Rules that fit no word, that have no guard, or whose example does not come out."""
    if loaded.value is None:
        return
    rules = loaded.value.as_rules()
    for at, rule in enumerate(rules):
        if found := _slip(rule, rules):
            problem, fix = found
            yield finding("R010", loaded.place("rules", at), given=rule.text, problem=problem, fix=fix)


def _slip(rule: Rule, rules: tuple[Rule, ...]) -> tuple[str, str] | None:
    """What is wrong with a rule, and how to mend it; none where it is sound."""
    if found := _slip_of_guards(rule):
        return found
    if ruby_of(rule) is None:
        return "読みが、言葉にただ一通りには合いません。", "送りがなまでの読みを、｜を同じ所に入れて書いてください。"
    if len(rule.words) == 1 and not rule.left and not rule.right:
        return "1字の言葉に、前後の条件がありません。", "left か right を書くか、言葉を長くしてください。"
    expected, slips = parse(rule.example)
    page = "" if rule.scope == EVERYWHERE else rule.scope
    if slips or not all(one in propose(plain(expected), rules, page) for one in expected if one.reading):
        return "例のとおりの読みになりません。", "例か、きまりを直してください。上のきまりが先に効きます。"
    return None


def _slip_of_guards(rule: Rule) -> tuple[str, str] | None:
    if _broken(rule.left) or _broken(rule.right):
        return "left か right の書き方が違います。", "かっこの閉じ忘れなどを直してください。"
    tried = ways(rule.left), ways(rule.right)
    if None in tried:
        return (
            "left か right に、くり返しのくり返しがあります。",
            "くり返し（*、+）は1重にしてください（例：(あ+)+ は あ+）。",
        )
    if any(one is not None and one > MOST_WAYS for one in tried):
        return "left か right の、場合の数が多すぎます。", "くり返し（*、+、?）と「|」を減らしてください。"
    return None


def _broken(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return True
    return False
