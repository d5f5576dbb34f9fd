"""Try every rule of easy Japanese on sentences."""

from collections.abc import Iterator

from macros.japanese.plain import grammar_rules, length_rules, notation_rules, word_rules
from macros.japanese.plain.registry import RULES, Slip
from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary

MODULES = (length_rules, grammar_rules, word_rules, notation_rules)
"""Modules whose rules are in force: naming them here fills `RULES`."""


def lint(sentence: EasySentence, known: Vocabulary) -> Iterator[tuple[str, Slip]]:
    """Code and place of everything in the sentence that breaks a rule."""
    for code, rule in RULES.items():
        for slip in dict.fromkeys((one.given, tuple(one.values.items())) for one in rule(sentence, known)):
            yield code, Slip(slip[0], dict(slip[1]))
