"""Spans as marked HTML: each side for itself, and both as one text (見え消し).

A mark is `<del>` or `<ins>` with words before and after it for those who listen; these words bear `data-note`, so
that an element's text less `data-note` is the guideline's text. A line end in a text is `<br>`; a TAB, which parts
the cells of a row, is the border between two elements with `data-cell`, or an element with `data-tab`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Literal

from markupsafe import Markup

from macros.comparison.script import BlockChange, Span
from macros.japanese.sentences import split_sentences
from macros.model.text import Block

PieceKind = Literal["equal", "delete", "insert", "unseen", "joint"]
"""`unseen`: the older side of a pair that differs in width only. `joint`: the older text began a paragraph here."""

REWRITTEN = 0.67
"""A sentence that changed beyond this is shown whole."""

NEWLINE = "\n"
JOINT = '<span class="joint" data-note>［前は、ここで段落などが分かれていました］</span>'
TAB = '<span class="joint" data-tab data-note>｜</span>'
SAID = {"delete": ("del", "削除", "削除ここまで"), "insert": ("ins", "追加", "追加ここまで")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it is drawn."""

    kind: PieceKind
    """How."""
    text: str
    """Its code points, empty for a joint."""


def side_pieces(spans: Iterable[Span], mark: Literal["delete", "insert"]) -> list[Piece]:
    """The text of the older (`delete`) or newer (`insert`) side."""
    shown = (span for span in spans if span.kind in ("equal", mark))
    return [Piece("equal" if span.kind == "equal" or span.variant else mark, span.text) for span in shown]


def cut(pieces: Iterable[Piece], lengths: Sequence[int]) -> list[list[Piece]]:
    """The pieces of each of several texts that stand one after another; what is over goes to the last."""
    parts: list[list[Piece]] = [[] for _ in lengths]
    at, room = 0, lengths[0]
    for piece in pieces:
        text = piece.text
        while text:
            while room <= 0 and at + 1 < len(lengths):
                at += 1
                room = lengths[at]
            taken = text[:room] if at + 1 < len(lengths) else text
            parts[at].append(Piece(piece.kind, taken))
            text, room = text[len(taken) :], room - len(taken)
    return parts


def split_cells(pieces: Iterable[Piece], borders: Sequence[PieceKind]) -> list[list[Piece]]:
    """The pieces of each cell of a row; TABs of the kinds `borders` part them."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        parts = piece.text.split("\t") if piece.kind in borders else [piece.text]
        for number, part in enumerate(parts):
            if number:
                cells.append([])
            if part or piece.kind == "joint":
                cells[-1].append(Piece(piece.kind, part))
    return cells


def redline(change: BlockChange) -> list[list[Piece]]:
    """Both texts of a change as one, paragraph by paragraph as in the newer text."""
    old_ends, new_ends = _ends(change.old), _ends(change.new)
    paragraphs: list[list[Piece]] = [[]]
    old_at = new_at = 0
    for piece in _both(change.spans):
        text = piece.text
        while text:
            steps = [len(text)]
            if piece.kind != "insert":
                steps += [end - old_at for end in old_ends if end > old_at]
            if piece.kind in ("equal", "insert"):
                steps += [end - new_at for end in new_ends if end > new_at]
            step = min(steps)
            paragraphs[-1].append(Piece(piece.kind, text[:step]))
            text = text[step:]
            in_old, in_new = piece.kind != "insert", piece.kind in ("equal", "insert")
            old_at += step * in_old
            new_at += step * in_new
            if (in_new and new_at in new_ends) or (not change.new and old_at in old_ends):
                paragraphs.append([])
            elif change.new and in_old and old_at in old_ends:
                paragraphs[-1].append(Piece("joint", ""))
    return paragraphs


def _ends(blocks: Sequence[Block]) -> set[int]:
    """Where the texts but the last end."""
    lengths = [len(block.text) for block in blocks]
    return set(list(accumulate(lengths))[:-1])


def _both(spans: Iterable[Span]) -> Iterator[Piece]:
    for span in spans:
        if not span.variant:
            yield Piece(span.kind, span.text)
        else:
            yield Piece("unseen" if span.kind == "delete" else "equal", span.text)


def whole_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each mostly rewritten sentence as one deletion and one insertion."""
    olds = _sentence_ends(pieces, "delete")
    news = _sentence_ends(pieces, "insert")
    chunks: list[list[Piece]] = [[]]
    old_at = new_at = 0
    for piece in pieces:
        start = 0
        for at in range(1, len(piece.text) + 1):
            old_at += piece.kind in ("equal", "delete")
            new_at += piece.kind in ("equal", "insert")
            if old_at in olds and new_at in news:
                chunks[-1].append(Piece(piece.kind, piece.text[start:at]))
                chunks.append([])
                start = at
        if start < len(piece.text) or piece.kind == "joint":
            chunks[-1].append(Piece(piece.kind, piece.text[start:]))
    return [piece for chunk in chunks for piece in _whole(chunk)]


def _sentence_ends(pieces: Iterable[Piece], mark: str) -> set[int]:
    text = "".join(piece.text for piece in pieces if piece.kind in ("equal", mark))
    return {0, *accumulate(len(one) for one in split_sentences(text))}


def _whole(chunk: list[Piece]) -> list[Piece]:
    texts = {kind: "".join(p.text for p in chunk if p.kind in ("equal", kind)) for kind in ("delete", "insert")}
    equal = sum(len(piece.text) for piece in chunk if piece.kind == "equal")
    total = sum(len(text) for text in texts.values())
    if equal == 0 or any(piece.kind in ("joint", "unseen") for piece in chunk) or 1 - 2 * equal / total <= REWRITTEN:
        return chunk
    end = "\n" if all(text.endswith("\n") for text in texts.values()) else ""
    pieces = [Piece("delete", texts["delete"].removesuffix(end)), Piece("insert", texts["insert"].removesuffix(end))]
    return [*pieces, *([Piece("equal", end)] if end else [])]


def draw(pieces: Iterable[Piece]) -> str:
    """Pieces as HTML."""
    return "".join(_draw(piece) for piece in _joined(pieces))


def drawn(pieces: Iterable[Piece]) -> Markup:
    """Pieces as HTML that a template takes as it is."""
    return Markup(draw(pieces))  # noqa: S704 (every piece is escaped)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last and last.kind == piece.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _draw(piece: Piece) -> str:
    if piece.kind == "joint":
        return JOINT
    if piece.kind == "unseen":
        return ""
    text = escape(piece.text, quote=False).replace("\n", "<br>").replace("\t", TAB)
    if piece.kind == "equal":
        return text
    tag, start, end = SAID[piece.kind]
    if not piece.text.strip():
        text = f'<span class="joint" data-note>［{"改行" if NEWLINE in piece.text else "字間"}］</span>{text}'
    said = '<span class="said" data-note>［{}］</span>'
    return f"<{tag}>{said.format(start)}{text}{said.format(end)}</{tag}>"
