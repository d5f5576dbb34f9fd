"""The cells of the two-column table: blocks of a side, or both sides as one text.

From the page both texts can be rebuilt. Every block of a text stands in exactly one element with `data-old-at` or
`data-new-at`, its position in the revision (an unchanged block in one element that bears both). The element's text
less everything with `data-note` is the block's text: `<br>` is LF, between two elements with `data-cell` stands a TAB.
The printed number of a heading stands beside it, in an element with `data-old-number` or `data-new-number`.
"""

from collections.abc import Sequence
from html import escape
from typing import Literal

from markupsafe import Markup

from macros.comparison.script import BlockChange
from macros.model.text import Block, RevisionText
from macros.views.comparison_marks import (
    Piece,
    PieceKind,
    cut,
    draw,
    redline,
    side_pieces,
    split_cells,
    whole_sentences,
)

Side = Literal["old", "new"]
Heads = dict[tuple[str, str], list[str]]
"""Revision and table → heads of its columns."""


def column_heads(*texts: RevisionText) -> Heads:
    """Heads of the columns of each table: the first of its two upper rows that is full and as wide as the table."""
    found: Heads = {}
    for text in texts:
        tables: dict[str, list[list[str]]] = {}
        for block in text.blocks:
            if block.table and block.table != "contents":
                tables.setdefault(block.table, []).append(block.text.split("\t"))
        for table, rows in tables.items():
            widest = max(map(len, rows))
            found[text.revision, table] = next((row for row in rows[:2] if len(row) == widest and all(row)), [])
    return found


def side_cell(change: BlockChange, side: Side, revision: str, heads: Heads) -> Markup:
    """The blocks of one side with their marks."""
    blocks = change.old if side == "old" else change.new
    if not blocks:
        return Markup("")
    pieces = side_pieces(change.spans, "delete" if side == "old" else "insert")
    parts = cut(pieces, [len(block.text) for block in blocks])
    other = change.new if side == "old" else change.old
    drawn = (
        _block(
            block,
            part,
            {side: block.at},
            number=_number(block, side, other),
            heads=heads.get((revision, block.table), []),
        )
        for block, part in zip(blocks, parts, strict=True)
    )
    return _safe("".join(drawn))


def _safe(html: str) -> Markup:
    """HTML that this module made: every word of a text in it was escaped when it was drawn."""
    return Markup(html)  # noqa: S704


def _number(block: Block, side: Side, other: Sequence[Block]) -> list[Piece]:
    """The printed number of a heading, marked where it changed."""
    if not block.number:
        return []
    same = any(one.number == block.number for one in other)
    return [Piece("equal" if same else "delete" if side == "old" else "insert", block.number)]


def both_cells(old: Block, new: Block, heads: Heads, revision: str) -> Markup:
    """An unchanged block, once for both sides where its text is the same to the letter."""
    if (old.text, old.number) == (new.text, new.number):
        labels = heads.get((revision, new.table), [])
        at: dict[Side, int] = {"old": old.at, "new": new.at}
        return _safe(_block(new, _plain(new.text), at, number=_plain(new.number), heads=labels))
    newer = _block(new, _plain(new.text), {"new": new.at}, number=_plain(new.number), heads=[])
    older = _block(old, _plain(old.text), {"old": old.at}, number=_plain(old.number), heads=[])
    said = '<p class="said-note" data-note>前（字の幅や字間だけが違います）：</p>'
    return _safe(f'<div class="variants">{newer}{said}{older}</div>')


def _plain(text: str) -> list[Piece]:
    return [Piece("equal", text)] if text else []


def _block(block: Block, pieces: list[Piece], at: dict[Side, int], *, number: list[Piece], heads: list[str]) -> str:
    """A block of one side or, where both have the same words, of both; `at` says where it stands."""
    places = " ".join(f'data-{side}-at="{position}"' for side, position in at.items())
    if block.kind == "row":
        is_head = block.text.split("\t") == heads
        cells = split_cells(pieces, ("equal", "delete", "insert"))
        return f'<div class="row" {places}>{_cells(cells, [] if is_head else heads)}</div>'
    if block.kind == "heading":
        numbers = places.replace("-at=", "-number=")
        printed = f'<span class="number" {numbers}>{draw(number)}</span> ' if number else ""
        return f'<p class="title">{printed}<span {places}>{draw(pieces)}</span></p>'
    return f'<p class="{block.kind}" {places}>{draw(pieces)}</p>'


def _cells(cells: list[list[Piece]], heads: list[str]) -> str:
    """The cells of a row, with the heads of their columns where the row has the columns of the head."""
    if len(heads) != len(cells):
        return "".join(f"<div data-cell>{draw(cell)}</div>" for cell in cells)
    return "".join(_headed_cell(cell, head) for cell, head in zip(cells, heads, strict=True))


def _headed_cell(cell: list[Piece], head: str) -> str:
    said = f'<span class="cell-head" data-note>{escape(head, quote=False)}</span>' if cell else ""
    return f"<div data-cell>{said}{draw(cell)}</div>"


def redline_cell(change: BlockChange, revisions: tuple[str, str], heads: Heads) -> Markup:
    """Both sides as one text: what is gone struck, what is new underlined."""
    block = (change.new or change.old)[0]
    labels = heads.get((revisions[1] if change.new else revisions[0], block.table), [])
    text = "".join(_redline_block(block, paragraph, labels) for paragraph in redline(change))
    if block.kind != "heading":
        return _safe(f'<div class="redline-text" data-redline="{change.id}">{text}</div>')
    number = draw(_redline_number(change))
    printed = f'<span class="number" data-redline-number>{number}</span> ' if number else ""
    return _safe(f'<p class="title">{printed}<span data-redline="{change.id}">{text}</span></p>')


def _redline_number(change: BlockChange) -> list[Piece]:
    old, new = (side[0].number if side else "" for side in (change.old, change.new))
    if old == new:
        return _plain(new)
    return [*([Piece("delete", old)] if old else []), *([Piece("insert", new)] if new else [])]


def _redline_block(block: Block, pieces: list[Piece], heads: list[str]) -> str:
    if block.kind != "row":
        inner = draw(whole_sentences(pieces))
        return inner if block.kind == "heading" else f'<p class="{block.kind}">{inner}</p>'
    has_several = len({piece.kind for piece in pieces if "\t" in piece.text}) > 1
    borders: tuple[PieceKind, ...] = ("equal", "insert") if has_several else ("equal", "insert", "delete")
    cells = [whole_sentences(cell) for cell in split_cells(pieces, borders)]
    return f'<div class="row">{_cells(cells, heads)}</div>'
