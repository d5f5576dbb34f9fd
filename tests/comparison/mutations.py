"""Ways in which people rework a text; each takes the parts of a text and a number that says where."""

import re
from collections.abc import Callable
from dataclasses import replace

from tests.comparison.texts import Parts, chapters_of, heading, paragraph, with_text

Mutation = Callable[[Parts, int], Parts]

NEW = "わたしたちは、この土地の水と緑を次の世代へ手渡すため、年に一度の集いをひらきます。"
"""A sentence that stands in no text."""

_SENTENCE_END = re.compile(r"(?<=。)(?=.)", re.DOTALL)
_CLAUSE_END = re.compile(r"(?<=、)")


def joined(pieces: list[Parts]) -> Parts:
    """The pieces in a row."""
    return [part for piece in pieces for part in piece]


def _chosen(parts: Parts, at: int, wanted: Callable[[int], bool]) -> int | None:
    """One of the places that are wanted, none where there is none."""
    places = [place for place in range(len(parts)) if wanted(place)]
    return places[at % len(places)] if places else None


def _paragraph(parts: Parts, at: int, signs: str = "", long: int = 0) -> int | None:
    def wanted(place: int) -> bool:
        part = parts[place]
        return part.kind == "paragraph" and signs in part.text and len(part.text) > long

    return _chosen(parts, at, wanted)


def swap_chapters(parts: Parts, at: int) -> Parts:
    """Two neighbouring chapters change places."""
    pieces = chapters_of(parts)
    if len(pieces) < 3:
        return parts
    first = 1 + at % (len(pieces) - 2)
    pieces[first], pieces[first + 1] = pieces[first + 1], pieces[first]
    return joined(pieces)


def swap_sections(parts: Parts, at: int) -> Parts:
    """Two neighbouring sections below a chapter change places."""
    pieces = chapters_of(parts, level=2)
    places = [n for n in range(1, len(pieces)) if pieces[n][0].level == pieces[n - 1][0].level == 2]
    if places:
        second = places[at % len(places)]
        pieces[second - 1], pieces[second] = pieces[second], pieces[second - 1]
    return joined(pieces)


def split_paragraph(parts: Parts, at: int) -> Parts:
    """A paragraph becomes two, cut at the end of its first sentence."""
    place = _chosen(parts, at, lambda n: parts[n].kind == "paragraph" and bool(_SENTENCE_END.search(parts[n].text)))
    if place is None:
        return parts
    first, rest = _SENTENCE_END.split(parts[place].text, maxsplit=1)
    return [*parts[:place], paragraph(first), paragraph(rest), *parts[place + 1 :]]


def merge_paragraphs(parts: Parts, at: int) -> Parts:
    """Two neighbouring paragraphs become one."""
    place = _chosen(parts, at, lambda n: [one.kind for one in parts[n : n + 2]] == ["paragraph", "paragraph"])
    if place is None:
        return parts
    whole = paragraph(parts[place].text + parts[place + 1].text)
    return [*parts[:place], whole, *parts[place + 2 :]]


def renumber(parts: Parts, at: int) -> Parts:
    """Every section gets another printed number, its title stays."""
    numbers = (f"({at % 7 + n})" for n in range(1, 90))
    return [replace(one, text=f"{next(numbers)} {_title(one.text)}") if one.kind == "heading" else one for one in parts]


def _title(printed: str) -> str:
    return re.sub(r"^(?:第.章|\(\d\)|[①-⑳]|\d|○|コラム[：:])[ 　]*", "", printed)


def insert_paragraph(parts: Parts, at: int) -> Parts:
    """A paragraph of new words after a block that is no row."""
    place = _chosen(parts, at, lambda n: parts[n].kind in ("heading", "paragraph"))
    if place is None:
        return parts
    return [*parts[: place + 1], paragraph(NEW), *parts[place + 1 :]]


def delete_block(parts: Parts, at: int) -> Parts:
    """A block that is no heading goes."""
    place = _chosen(parts, at, lambda n: parts[n].kind != "heading")
    return parts if place is None else [*parts[:place], *parts[place + 1 :]]


def delete_section(parts: Parts, at: int) -> Parts:
    """A chapter goes with all that stands in it."""
    pieces = chapters_of(parts)
    return parts if len(pieces) < 2 else joined(pieces[: at % len(pieces)] + pieces[at % len(pieces) + 1 :])


def swap_clauses(parts: Parts, at: int) -> Parts:
    """The first two clauses of a paragraph change places."""
    place = _chosen(parts, at, lambda n: parts[n].kind == "paragraph" and parts[n].text.count("、") > 1)
    if place is None:
        return parts
    clauses = _CLAUSE_END.split(parts[place].text)
    clauses[:2] = clauses[1::-1]
    return [*parts[:place], paragraph("".join(clauses)), *parts[place + 1 :]]


def duplicate_paragraph(parts: Parts, at: int) -> Parts:
    """A paragraph stands twice."""
    place = _paragraph(parts, at)
    return parts if place is None else [*parts[: place + 1], parts[place], *parts[place + 1 :]]


def paste_chapter_twice(parts: Parts, at: int) -> Parts:
    """A chapter stands twice, the second time under new ids."""
    pieces = chapters_of(parts)
    piece = pieces[at % len(pieces)]
    copy = [replace(one, id=f"{one.id}-b" if one.id else "", name=f"{one.name}-b" if one.name else "") for one in piece]
    names = {one.id for one in parts}
    return parts if any(one.id and one.id in names for one in copy) else joined([*pieces, copy])


def empty_section(parts: Parts, at: int) -> Parts:
    """A section loses everything but its heading."""
    pieces = chapters_of(parts, level=6)
    pieces[at % len(pieces)] = pieces[at % len(pieces)][:1]
    return joined(pieces)


def add_empty_section(parts: Parts, at: int) -> Parts:
    """A heading without a word below it."""
    name = "kara"
    if name in {one.id for one in parts}:
        return parts
    pieces = chapters_of(parts)
    return joined(
        [*pieces[: at % len(pieces) + 1], [heading(name, "第Ⅹ章 これから書く章")], *pieces[at % len(pieces) + 1 :]]
    )


def add_column(parts: Parts, at: int) -> Parts:
    """Each row of a table gets one more cell."""
    tables = sorted({one.table for one in parts if one.table})
    if not tables:
        return parts
    table = tables[at % len(tables)]
    return [with_text(one, f"{one.text}\t備考") if one.table == table else one for one in parts]


def drop_column(parts: Parts, at: int) -> Parts:
    """Each row of a table loses its second cell."""
    tables = sorted({one.table for one in parts if one.table})
    if not tables:
        return parts
    table = tables[at % len(tables)]
    cells = [one.text.split("\t") for one in parts]
    return [
        with_text(one, "\t".join(cell[:1] + cell[2:])) if one.table == table else one
        for one, cell in zip(parts, cells, strict=True)
    ]


def swap_ids(parts: Parts, at: int) -> Parts:
    """Two sections bear each other's id by mistake."""
    places = [place for place, one in enumerate(parts) if one.kind == "heading"]
    if len(places) < 2:
        return parts
    one, other = places[at % len(places)], places[(at * 7 + 1) % len(places)]
    found = list(parts)
    found[one], found[other] = replace(parts[one], id=parts[other].id), replace(parts[other], id=parts[one].id)
    return found


def rename_ids(parts: Parts, at: int) -> Parts:
    """Nobody carried the ids: every section, row and note has another name."""
    return [
        replace(one, id=f"{one.id}-{at}" if one.id else "", name=f"{one.name}-{at}" if one.name else "")
        for one in parts
    ]


def edit_words(parts: Parts, at: int) -> Parts:
    """A paragraph says something else in one place."""
    place = _paragraph(parts, at, signs="市民")
    return (
        parts
        if place is None
        else [
            *parts[:place],
            with_text(parts[place], parts[place].text.replace("市民", "住民と子どもたち", 1)),
            *parts[place + 1 :],
        ]
    )


def widen_spelling(parts: Parts, at: int) -> Parts:
    """Signs of half width become full, a blank is put in: nothing changed."""
    wide = str.maketrans("0123456789()~", "０１２３４５６７８９（）～")
    return [
        with_text(one, one.text.translate(wide)) if n % 3 == at % 3 and one.kind == "paragraph" else one
        for n, one in enumerate(parts)
    ]


def move_paragraph(parts: Parts, at: int) -> Parts:
    """A long paragraph goes to the end of the text."""
    place = _paragraph(parts, at, long=60)
    return parts if place is None else [*parts[:place], *parts[place + 1 :], parts[place]]


MUTATIONS: tuple[Mutation, ...] = (
    swap_chapters,
    swap_sections,
    split_paragraph,
    merge_paragraphs,
    renumber,
    insert_paragraph,
    delete_block,
    delete_section,
    swap_clauses,
    duplicate_paragraph,
    paste_chapter_twice,
    empty_section,
    add_empty_section,
    add_column,
    drop_column,
    swap_ids,
    rename_ids,
    edit_words,
    widen_spelling,
    move_paragraph,
)
"""All of them."""
