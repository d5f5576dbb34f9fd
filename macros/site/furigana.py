"""Furigana on the built pages: approved readings put over their words, and what a person should look at.

What has no approved reading is published without ruby: a warning, never an error.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros.model.approved import ApprovedReadings, load_approved, readings_file, sentences
from macros.model.findings import Finding, Place, finding
from macros.model.look_up import Found, lines_for, look_up
from macros.model.readings import FOLDER
from macros.site.page_sentences import page_of
from macros.site.ruby import Lookup, RubyPage, apply_ruby

SETTINGS = f"{FOLDER}/settings.txt"
"""Readings of sentences that pages show only at some setting (`REPOSITORY`): none of them is stale."""

_SHOWN = 40
"""Code points of a sentence that a finding tells."""


def add_furigana(site: Path, root: Path) -> list[Finding]:
    """Put furigana into every page below `site`; a tree without `data/readings` has none.

    Returns:
        Sentences without approved readings, approved lines that no page shows, words that a mark tears.
    """
    if not (root / FOLDER).is_dir():
        return []
    approved = load_approved(root)
    lookup = cache(lambda text: look_up(text, approved))
    findings: list[Finding] = []
    shown: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        page = apply_ruby(text, lookup if not _has_twofold(approved) else _counting(approved))
        if page.text != text:
            path.write_text(page.text, encoding="utf-8")
        shown.update(_shown(page))
        findings += _findings(page, readings_file(page_of(path.relative_to(site).as_posix(), root)))
    return [*findings, *_stale(approved, shown)]


def _has_twofold(approved: ApprovedReadings) -> bool:
    """Whether a sentence has several readings, so that it matters which time it stands on a page."""
    return any(one.number > 1 for source in approved.files for one in source.lines)


def _counting(approved: ApprovedReadings) -> Lookup:
    """Look up on one page, counting its sentences."""
    seen: Counter[str] = Counter()

    def nth(sentence: str) -> int:
        seen[sentence] += 1
        return seen[sentence]

    def lookup(text: str) -> Found:
        return look_up(text, approved, nth)

    return lookup


def _shown(page: RubyPage) -> Iterator[str]:
    """Every line that a page may need: of whole sentences and of forms."""
    for sentence in dict.fromkeys(one for text in page.texts for one in sentences(text)):
        yield sentence
        yield from lines_for(sentence)


def _findings(page: RubyPage, file: str) -> Iterator[Finding]:
    for sentence in page.missing:
        yield finding("R011", Place(file), given=sentence[:_SHOWN])
    for word in dict.fromkeys(page.torn):
        yield finding("R013", Place(file), given=word)


def _stale(approved: ApprovedReadings, shown: set[str]) -> Iterator[Finding]:
    for source in approved.files:
        for one in source.lines:
            if one.sentence not in shown and source.file != SETTINGS:
                yield finding("R012", Place(source.file, one.line), given=one.sentence[:_SHOWN])
