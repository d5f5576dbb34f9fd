"""The rules of easy Japanese: one function each, under the code of its finding."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Slip:
    """A place that breaks a rule."""

    given: str
    """The words at the place, as they stand in the sentence."""
    values: dict[str, str] = field(default_factory=dict)
    """What the wording of the finding names besides `given`."""


Rule = Callable[[EasySentence, Vocabulary], Iterator[Slip]]

RULES: dict[str, Rule] = {}
"""Code of the finding → its rule."""


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a function as the rule with this code."""

    def register(function: Rule) -> Rule:
        RULES[code] = function
        return function

    return register
