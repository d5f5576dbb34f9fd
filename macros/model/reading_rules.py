"""`data/reading_rules.yml`: readings of this city's names, and of words in certain places."""

from macros.japanese.reading_rules import EVERYWHERE, Rule
from macros.model.record import record
from macros.model.scalars import Text


@record
class ReadingRule:
    """One rule; `macros/japanese/reading_rules.py` tells what its parts mean."""

    text: Text
    """Words it gives a reading to, divided by ｜."""
    reading: Text
    """Their reading, divided likewise."""
    left: str = ""
    """Regular expression of what stands before."""
    right: str = ""
    """Regular expression of what stands behind."""
    scope: Text = EVERYWHERE
    """Everywhere, or the beginning of the paths of the pages it holds for."""
    reason: Text
    """Why the reading is right there, or its source."""
    example: Text
    """A sentence in which it decides, with the readings that come out."""


@record
class ReadingRules:
    """The file."""

    rules: tuple[ReadingRule, ...]
    """Rules; an earlier one wins over a later one."""

    def as_rules(self) -> tuple[Rule, ...]:
        """The rules as the reader takes them."""
        return tuple(
            Rule(
                text=one.text,
                reading=one.reading,
                left=one.left,
                right=one.right,
                scope=one.scope,
                reason=one.reason,
                example=one.example,
            )
            for one in self.rules
        )
