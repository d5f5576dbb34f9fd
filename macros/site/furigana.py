"""Furigana on the built pages: approved readings put over their words, and what only built pages show.

What has no approved reading is published without ruby: a warning, never an error. `shishin check` has told of all
that docs and data hold (`macros/site/check_furigana.py`); what is left are the words of the frame (`overrides/`).
"""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from macros.model.approved import ApprovedReadings
from macros.model.findings import Finding, Place, finding
from macros.model.look_up import Found, look_up
from macros.model.readings import FOLDER
from macros.model.tree import Tree
from macros.site.article_text import shown_sentences
from macros.site.check_furigana import SHOWN, is_source, needed_lines, stale
from macros.site.label_readings import add_label_readings
from macros.site.page_sentences import page_of
from macros.site.ruby import Lookup, apply_ruby, given_ruby

SETTINGS = f"{FOLDER}/settings.txt"
"""Readings of sentences that pages show only at some setting (`REPOSITORY`): none of them is stale."""


def add_furigana(site: Path, tree: Tree, approved: ApprovedReadings, seen: Collection[str] = ()) -> list[Finding]:
    """Put furigana into every page below `site`; a tree without `data/readings` has only those given by hand.

    Args:
        site: the built folder.
        tree: the files.
        approved: their approved readings.
        seen: sentences that `shishin check` has seen and told of.

    Returns:
        Other sentences without approved readings, lines of the frame that no page shows, words that a mark tears.
    """
    _add_given(site)
    if not tree.has_folder(FOLDER):
        return []
    lookup = cache(lambda text: look_up(text, approved))
    findings: list[Finding] = []
    shown: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        page = apply_ruby(text, lookup if not _has_twofold(approved) else _counting(approved))
        labelled = add_label_readings(page.text, lookup)
        if labelled != text:
            path.write_text(labelled, encoding="utf-8")
        place = _place(tree, path.relative_to(site).as_posix())
        for sentence, is_open in shown_sentences(text):
            shown[sentence] = shown.get(sentence) or (place if is_open else "")
        findings += (finding("R013", Place(place), given=word) for word in dict.fromkeys(page.torn))
    findings += _unapproved({one: place for one, place in shown.items() if place and one not in seen}, approved)
    needed = needed_lines(shown)
    return [*findings, *stale(approved, needed, lambda file: file != SETTINGS and not is_source(tree, file))]


def _add_given(site: Path) -> None:
    """Readings that authors gave by hand need no file of readings."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if (given := given_ruby(text)) != text:
            path.write_text(given, encoding="utf-8")


def _place(tree: Tree, address: str) -> str:
    """The file that makes a page: in `docs`, or the template of a page that has none there."""
    page = page_of(address, tree)
    template = f"overrides/{address}"
    return template if page not in tree.files and (tree.root / template).is_file() else page


def _unapproved(shown: dict[str, str], approved: ApprovedReadings) -> Iterator[Finding]:
    """Each sentence, or form of one, once: at the first page that shows it."""
    told: set[str] = set()
    for sentence, place in shown.items():
        for missing in look_up(sentence, approved).missing:
            if missing not in told:
                told.add(missing)
                yield finding("R011", Place(place), given=missing[:SHOWN])


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
