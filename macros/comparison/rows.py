"""Rows of tables: by id, then by their key, then by their body; a row may be dissolved into another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.comparison.alignment import NEVER, Pair, align
from macros.comparison.passages import best_matches, unique_matches
from macros.comparison.rules import Rules
from macros.japanese.numbering import split_heading
from macros.japanese.width import fold_width
from macros.model.text import Block, RevisionText

BODY_FLOOR = 0.5
"""Similarity of the cells after the key from which a row with another key is the same row."""

SHORTEST_BODY = 6
"""Cells after the key that are shorter than this in characters, such as a page number, do not tell a row."""

DISSOLVED = 12
"""Least length in characters of a cell that proves that its row went into another row."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The rows of one table as they follow each other."""

    name: str
    """Name of the table of data; empty for a table of the page itself."""
    rows: tuple[Block, ...]
    """Its rows."""


@dataclass(slots=True)
class Group:
    """Positions (`at`) of rows that belong together."""

    old: list[int]
    """Rows of the older table."""
    new: list[int]
    """Rows of the newer table."""


def link_rows(old: RevisionText, new: RevisionText, rules: Rules) -> Iterator[Pair]:
    """Links between the rows of all tables that belong together."""
    for one, other in _related(tables(old), tables(new), by_name=not rules.ignore_ids):
        groups: list[Group] = []
        if not rules.ignore_ids:
            _link_by_id(groups, one, other, rules)
        _link_by_text(groups, one, other)
        _dissolve(groups, one, other)
        for group in groups:
            yield Pair(tuple(sorted(group.old)), tuple(sorted(group.new)))


def tables(text: RevisionText) -> list[PrintedTable]:
    """Rows of one table of data in one section; of a table of the page itself, rows that follow each other."""
    found: dict[tuple[str, str, int], list[Block]] = {}
    run = last = -1
    for block in text.blocks:
        if block.kind == "row":
            run += block.at != last + 1
            last = block.at
            found.setdefault((block.section, block.table, -1 if block.table else run), []).append(block)
    return [PrintedTable(name, tuple(rows)) for (_, name, _), rows in found.items()]


def _related(
    olds: Sequence[PrintedTable], news: Sequence[PrintedTable], *, by_name: bool
) -> Iterator[tuple[PrintedTable, PrintedTable]]:
    """Tables of one name; else those that share most cells."""
    left = list(news)
    for one in olds:
        named = [other for other in left if by_name and one.name and other.name == one.name]
        shared = max(left, key=lambda other: _shared(one, other), default=None)
        found = named[0] if named else shared if shared and _shared(one, shared) else None
        if found:
            left.remove(found)
            yield one, found


def _shared(one: PrintedTable, other: PrintedTable) -> int:
    """Cells that two tables have in common, weighted by their length."""
    cells = [Counter(fold_width(cell) for row in table.rows for cell in row.text.split("\t")) for table in (one, other)]
    return sum((len(cell) + 1) * count for cell, count in (cells[0] & cells[1]).items())


def _link_by_id(groups: list[Group], one: PrintedTable, other: PrintedTable, rules: Rules) -> None:
    """Relations that people confirmed, then rows that carry the same id."""
    olds, news = ({row.name: row.at for row in table.rows if row.name} for table in (one, other))
    for relation in rules.lineage.rows if rules.lineage else ():
        if relation.table == one.name:
            group = Group(
                [olds[name] for name in dict.fromkeys(relation.old) if name in olds],
                [news[name] for name in dict.fromkeys(relation.new) if name in news],
            )
            if group.old and group.new and min(len(group.old), len(group.new)) == 1:
                groups.append(group)
    used = _used(groups)
    for name, at in olds.items():
        if name in news and at not in used[0] and news[name] not in used[1]:
            groups.append(Group([at], [news[name]]))


def _used(groups: Sequence[Group]) -> tuple[set[int], set[int]]:
    return {at for group in groups for at in group.old}, {at for group in groups for at in group.new}


def _link_by_text(groups: list[Group], one: PrintedTable, other: PrintedTable) -> None:
    """What ids left alone: rows with the same key, then with a similar body, then what is alike in order."""
    for find in (_same_key, _similar_body, _in_order):
        used = _used(groups)
        olds = [row for row in one.rows if row.at not in used[0]]
        news = [row for row in other.rows if row.at not in used[1]]
        groups += [Group([olds[at].at], [news[to].at]) for at, to in find(olds, news)]


def _same_key(olds: Sequence[Block], news: Sequence[Block]) -> list[tuple[int, int]]:
    return unique_matches([_key(row) for row in olds], [_key(row) for row in news], least=1)


def _similar_body(olds: Sequence[Block], news: Sequence[Block]) -> list[tuple[int, int]]:
    found = best_matches([_body(row) for row in olds], [_body(row) for row in news], floor=BODY_FLOOR, least=1)
    return [(at, to) for at, to, _ in found]


def _in_order(olds: Sequence[Block], news: Sequence[Block]) -> list[tuple[int, int]]:
    """Rows that repeat, or say almost nothing, are known by their place alone."""
    texts = [row.text for row in olds], [row.text for row in news]
    pairs = align(*texts, floor=BODY_FLOOR, joining=NEVER)
    return [(pair.old[0], pair.new[0]) for pair in pairs if pair.old and pair.new]


def _key(row: Block) -> str:
    """First cell without a printed number."""
    return split_heading(row.text.split("\t")[0]).title


def _body(row: Block) -> str:
    """The cells after the key; the whole row where these say too little."""
    rest = row.text.partition("\t")[2]
    return rest if len(rest) >= SHORTEST_BODY else split_heading(row.text).title


def _dissolve(groups: list[Group], one: PrintedTable, other: PrintedTable) -> None:
    """A row without counterpart whose words went into another row, or came out of one."""
    olds, news = ({row.at: fold_width(row.text) for row in table.rows} for table in (one, other))
    used = _used(groups)
    for row in one.rows:
        if row.at not in used[0]:
            for group in groups:
                if len(group.new) == 1 and _holds(row, [news[at] for at in group.new], [olds[at] for at in group.old]):
                    group.old.append(row.at)
                    break
    for row in other.rows:
        if row.at not in used[1]:
            for group in groups:
                if len(group.old) == 1 and _holds(row, [olds[at] for at in group.old], [news[at] for at in group.new]):
                    group.new.append(row.at)
                    break


def _holds(row: Block, there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether a cell of `row` stands in the rows of the other side, and not in those beside it on its own side."""
    cells = [fold_width(cell) for cell in row.text.split("\t")]
    return any(
        len(cell) >= DISSOLVED and any(cell in text for text in there) and not any(cell in text for text in here)
        for cell in cells
    )
