"""Python-Markdown extension: a reading that the author of a page gives by hand, in the notation of the readings.

`協働《きょうどう》` becomes `<span data-reading="きょうどう">協働</span>`, and `｜4日《よっか》` likewise: titles, ids,
the search index and the comparison see the words alone, and the reading is put over them after the build. Doubled
signs stand for themselves. What does not fit stays as it is; `shishin check` tells of it.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from macros.japanese.notation import GIVEN_BASE
from macros.japanese.ruby import BASE, READING

GIVEN = re.compile(
    rf"(?P<signs>(?:｜｜)+|(?:《《)+|(?:》》)+)|｜(?P<base>{GIVEN_BASE.pattern})《(?P<over>{READING.pattern})》"
    rf"|(?<![{BASE}])(?P<run>[{BASE}]+)《(?P<reading>{READING.pattern})》"
)
"""A reading given by hand, or a doubled sign; a run of kanji is looked at from its beginning only."""


class _Readings(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 (name given by Python-Markdown)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """A word with its reading, or half of the signs."""
        if signs := m["signs"]:
            return signs[::2], m.start(), m.end()
        word = Element("span", {"data-reading": m["over"] or m["reading"]})
        word.text = m["base"] or m["run"]
        return word, m.start(), m.end()


class ReadingsExtension(Extension):
    """Registers the pattern after code and escapes (190, 180), before links (170), whose words may bear readings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Add the pattern to `md`."""
        md.inlinePatterns.register(_Readings(GIVEN.pattern, md), "given_readings", 175)


def makeExtension(**options: object) -> ReadingsExtension:  # noqa: N802 (name given by Python-Markdown)
    """Entry point that Python-Markdown looks for."""
    return ReadingsExtension(**options)
