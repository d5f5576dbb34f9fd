"""Put the approved readings into the article of a built page, over whole words, never across a tag.

The HTML is not written anew: ruby is set into it at the places of its words, so that without ruby it is byte for byte
what it was. Titles, ids, navigation and attributes lie outside the words of the article.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from macros.model.look_up import Found
from macros.site.article_text import Flow, flows, sides, text_of

Lookup = Callable[[str], Found]
"""Approved readings over a text."""

RUBY = re.compile("<ruby>(?P<base>[^<]*)<rp>（</rp><rt>(?P<reading>[ぁ-ゖー]+)</rt><rp>）</rp></ruby>")
"""A word with its reading, as `apply_ruby` writes it."""

_GIVEN = re.compile('<span data-reading="(?P<reading>[ぁ-ゖー]+)">(?P<base>[^<]*)</span>')


@dataclass(frozen=True, slots=True)
class RubyPage:
    """A page with its readings."""

    text: str
    """Its HTML."""
    count: int
    """How many words bear a reading."""
    texts: tuple[str, ...]
    """What its article says."""
    missing: tuple[str, ...]
    """Sentences, or forms of them, without an approved line."""
    torn: tuple[str, ...]
    """Words without a reading because a mark or link begins or ends inside them."""


def apply_ruby(page: str, lookup: Lookup) -> RubyPage:
    """The page with readings over the words of its article."""
    places: dict[tuple[int, int], str] = {}
    texts: list[str] = []
    missing: list[str] = []
    torn: list[str] = []
    for flow in flows(page):
        taken: set[int] = set()
        for side in sides(flow):
            texts.append(text_of(side))
            found = lookup(texts[-1])
            missing += found.missing
            for reading in found.readings:
                base = side[reading.start : reading.end]
                if taken & {sign.start for sign in base}:
                    continue
                if _is_whole(base):
                    taken.update(sign.start for sign in base)
                    places[base[0].start, base[-1].end] = reading.reading
                elif any(sign.end > sign.start for sign in base):
                    torn.append(f"{text_of(base)}（{reading.reading}）")
    return RubyPage(_set_in(page, places), len(places), tuple(texts), tuple(dict.fromkeys(missing)), tuple(torn))


def given_ruby(page: str) -> str:
    """The page with the readings that its author gave by hand (`macros/model/given_readings.py`)."""
    return _GIVEN.sub(r"<ruby>\g<base><rp>（</rp><rt>\g<reading></rt><rp>）</rp></ruby>", page)


def without_ruby(page: str) -> str:
    """The page as it was before: `apply_ruby` undone."""
    return RUBY.sub(r"\g<base>", page)


def _is_whole(base: Flow) -> bool:
    """Whether the signs stand one beside the other in the HTML."""
    return all(sign.end > sign.start for sign in base) and all(one.end == two.start for one, two in pairwise(base))


def _set_in(page: str, places: dict[tuple[int, int], str]) -> str:
    parts: list[str] = []
    at = 0
    for (start, end), reading in sorted(places.items()):
        parts += (page[at:start], f"<ruby>{page[start:end]}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>")
        at = end
    return "".join((*parts, page[at:]))
