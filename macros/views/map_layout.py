"""Where the boxes and lines of the map of a reorganisation stand. Knows no HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from macros.comparison.script import EditScript
from macros.model.text import RevisionText, Section
from macros.views.relations import Link, LinkKind, chapter_links, in_chapter, section_links
from macros.views.svg_text import break_lines

SIGNS: dict[LinkKind, str] = {"same": "", "moved": "移", "split": "分", "merged": "合", "part": "部"}
"""A sign on each line that is not plain: the kind is never told by colour alone."""

STEPS = (0.5, 0.36, 0.64, 0.24, 0.76, 0.43, 0.57)
"""Places along a line where its sign may stand, the best first."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures of a map in units of its drawing."""

    width: int
    """Of the whole."""
    column: int
    """Of a box of the first level."""
    font: int
    """Of a letter."""
    leading: int
    """From line to line."""
    padding: int
    """Between border and letters."""
    space: int
    """Between boxes."""
    indent: int
    """A level further in."""
    radius: int
    """Of a sign."""


CHAPTER_SIZES = Sizes(width=360, column=144, font=18, leading=24, padding=6, space=14, indent=0, radius=13)
"""As wide as a small phone, where 18 units are 14 pixels."""

SECTION_SIZES = Sizes(width=720, column=296, font=15, leading=19, padding=4, space=5, indent=14, radius=10)
"""As wide as the reading column."""


@dataclass(frozen=True, slots=True)
class Box:
    """A section."""

    section: Section
    """Which."""
    state: Literal["", "new", "gone"]
    """`new` and `gone`: without a counterpart."""
    x: float
    """Left edge."""
    y: float
    """Upper edge."""
    width: float
    """Breadth."""
    height: float
    """Height."""
    lines: tuple[str, ...]
    """Its name, broken into lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """What joins two boxes."""

    kind: LinkKind
    """How they belong together."""
    start: tuple[float, float]
    """On the edge of the older box."""
    end: tuple[float, float]
    """On the edge of the newer box."""
    sign: tuple[float, float]
    """Where its sign stands."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, ready to be drawn."""

    sizes: Sizes
    """Its measures."""
    height: float
    """Its height."""
    names: tuple[tuple[str, ...], tuple[str, ...]]
    """Names of the older and the newer revision, broken into lines; they stand above the boxes."""
    old: tuple[Box, ...]
    """Left."""
    new: tuple[Box, ...]
    """Right."""
    lines: tuple[Line, ...]
    """Between them, plain ones first so that the others stand above them."""

    @property
    def kinds(self) -> set[str]:
        """What the drawing shows, for its key."""
        return {line.kind for line in self.lines} | {box.state for box in (*self.old, *self.new)}


def draw_chapters(script: EditScript, names: tuple[str, str]) -> Drawing:
    """The chapters alone, under the names of the older and the newer revision."""
    sides = [[one for one in _sections(text) if one.parent is None] for text in (script.old, script.new)]
    return _draw(script, (sides[0], sides[1]), names, chapter_links(script), CHAPTER_SIZES)


def draw_sections(script: EditScript, names: tuple[str, str]) -> Drawing:
    """Every section of every chapter, under the names of the older and the newer revision."""
    sides = _sections(script.old), _sections(script.new)
    return _draw(script, sides, names, section_links(script), SECTION_SIZES)


def _sections(text: RevisionText) -> list[Section]:
    return [one for one in text.sections if in_chapter(text, one)]


def _draw(
    script: EditScript,
    sides: tuple[list[Section], list[Section]],
    names: tuple[str, str],
    links: list[Link],
    sizes: Sizes,
) -> Drawing:
    lonely = {one.id for change in script.sections if not change.new for one in change.old}
    born = {one.id for change in script.sections if not change.old for one in change.new}
    old, new = (tuple(break_lines(name, sizes.column / sizes.font)) for name in names)
    top = max(len(old), len(new)) * sizes.leading + sizes.space
    left = tuple(_boxes(sides[0], sizes, "gone", lonely, top))
    right = tuple(_boxes(sides[1], sizes, "new", born, top))
    height = max(box.y + box.height for box in (*left, *right)) + sizes.padding if left or right else top
    return Drawing(sizes, height, (old, new), left, right, tuple(_lines(links, left, right, sizes)))


def _boxes(
    sections: Iterable[Section], sizes: Sizes, state: Literal["new", "gone"], lonely: set[str], y: float
) -> Iterator[Box]:
    for section in sections:
        indent = sizes.indent * (section.level - 1)
        width = sizes.column - indent
        is_lonely = section.id in lonely
        lines = _name(section, width - 2 * sizes.padding - (2.4 * sizes.radius if is_lonely else 0), sizes)
        height = len(lines) * sizes.leading + 2 * sizes.padding
        x = 1 + indent if state == "gone" else sizes.width - 1 - width
        y += sizes.space if section.parent is None and sizes.indent else 0
        yield Box(section, state if is_lonely else "", x, y, width, height, lines)
        y += height + sizes.space


def _name(section: Section, width: float, sizes: Sizes) -> tuple[str, ...]:
    """Number and title; on the small map the number has a line of its own."""
    if not sizes.indent:
        return (*filter(None, [section.number]), *break_lines(section.title, width / sizes.font))
    return tuple(break_lines(f"{section.number} {section.title}".strip(), width / sizes.font))


def _lines(links: list[Link], old: tuple[Box, ...], new: tuple[Box, ...], sizes: Sizes) -> Iterator[Line]:
    left = {box.section.id: box for box in old}
    right = {box.section.id: box for box in new}
    signs: list[tuple[float, float]] = []
    for link in sorted(links, key=lambda one: one.kind != "same"):
        before, after = left[link.old.id], right[link.new.id]
        start = before.x + before.width, before.y + before.height / 2
        end = after.x, after.y + after.height / 2
        sign = _free_place(start, end, signs, 2.0 * sizes.radius + 2)
        if link.kind != "same":
            signs.append(sign)
        yield Line(link.kind, start, end, sign)


def _free_place(
    start: tuple[float, float], end: tuple[float, float], taken: list[tuple[float, float]], distance: float
) -> tuple[float, float]:
    """A point of the curve where no other sign stands; the middle where there is none."""
    points = [_point(start, end, step) for step in STEPS]
    free = (p for p in points if all((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 >= distance**2 for q in taken))
    return next(free, points[0])


def _point(start: tuple[float, float], end: tuple[float, float], step: float) -> tuple[float, float]:
    """Point of the curve, whose handles stand in the middle between its ends."""
    middle = (start[0] + end[0]) / 2
    back = 1 - step
    x = back**3 * start[0] + 3 * back * step * middle + step**3 * end[0]
    y = (back**3 + 3 * back**2 * step) * start[1] + (3 * back * step**2 + step**3) * end[1]
    return x, y
