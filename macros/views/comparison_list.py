"""変更一覧: every change as a sentence, for reading and for listening."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.comparison.script import BlockChange, EditScript, Span
from macros.model.text import Block, RevisionText
from macros.views.comparison_marks import REWRITTEN
from macros.views.comparison_words import cite, type_name, weightiest

TAB = "\t"
LONGEST = 40
"""Characters of a quotation."""

SHORT = 2
"""A changed text up to this long is quoted with some words before it."""

TOLD = 3
"""Places of a change that are told one by one."""

_BORDERS = re.compile(r"[、。「」（）\t\n]")
_QUOTES = str.maketrans("「」\n", "『』 ")


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where the words differ."""

    old: str
    """What stood there."""
    new: str
    """What stands there."""

    @property
    def verb(self) -> str:
        """What happened, in the form to which more can be added."""
        return "変わり" if self.old and self.new else "加わり" if self.new else "なくなり"


def sentence(change: BlockChange, script: EditScript) -> str:
    """What a change is, in a sentence or two."""
    name = type_name(change)
    if change.kind == "new":
        return f"{name}{quote(_text(change.new))}が加わりました。"
    if change.kind == "deleted":
        return f"{name}{quote(_text(change.old))}がなくなりました。"
    tell_all = _of_heading if change.type == "heading" else _of_block
    return "".join(tell_all(change, script, name))


def _of_heading(change: BlockChange, script: EditScript, name: str) -> Iterator[str]:
    old, new = change.old[0], change.new[0]
    if change.kind == "moved":
        yield f"節{quote(old.text)}が、{_numbers(script.old, old)}から{_numbers(script.new, new)}に移りました。"
    elif old.number != new.number:
        yield f"{name}{quote(new.text)}の番号が、{_number(old)}から{_number(new)}に変わりました。"
    if old.text != new.text and any(not span.variant for span in change.spans if span.kind != "equal"):
        yield f"{name}は、{quote(old.text)}から{quote(new.text)}に変わりました。"


def _of_block(change: BlockChange, script: EditScript, name: str) -> Iterator[str]:
    new = quote(_text(change.new))
    if change.kind == "moved":
        old_place, new_place = _place(script.old, change.old), _place(script.new, change.new)
        places = f"{old_place}から{new_place}に" if old_place != new_place else f"{new_place}の中で"
        yield f"{name}{new}が、{places}移りました。"
    if change.kind == "split":
        yield f"{name}{quote(_text(change.old))}が、{len(change.new)}つに分かれました。"
    if change.kind == "merged":
        yield f"{len(change.old)}つの{name}が、{name}{new}に合わさりました。"
    edits = list(find_edits(change.spans))
    if edits and _ratio(change.spans) > REWRITTEN:
        yield f"{name}{quote(_text(change.old))}が、{new}に書き換わりました。"
    elif edits:
        row = (
            f"{name}{quote(change.new[0].text.split(TAB)[0])}で、"
            if change.type == "row" and change.kind == "modified"
            else ""
        )
        yield row + tell(edits, "の書き方" if weightiest(change) == "notation" else "")


def _place(text: RevisionText, side: Sequence[Block]) -> str:
    section = text.section(side[0].section)
    return cite(text, section) if section else ""


def _number(heading: Block) -> str:
    return f"「{heading.number}」" if heading.number else "番号なし"


def _numbers(text: RevisionText, heading: Block) -> str:
    """Where a section stands, without its title."""
    return _place(text, [heading]).removesuffix(f"「{heading.text}」") or "番号なし"


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)


def quote(text: str) -> str:
    """A quotation, shortened where it is long."""
    cells = "／".join(cell for cell in text.split(TAB) if cell.strip())
    plain = cells.translate(_QUOTES).strip()
    return f"「{plain[:LONGEST]}…」" if len(plain) > LONGEST + 5 else f"「{plain}」"


def _ratio(spans: Sequence[Span]) -> float:
    equal = sum(len(span.text) for span in spans if span.kind == "equal" or span.variant)
    total = sum(len(span.text) * (2 if span.kind == "equal" else 1) for span in spans)
    return 1 - 2 * equal / total if total else 0


def find_edits(spans: Sequence[Span]) -> Iterator[Edit]:
    """The places where the words differ; short ones with some words around them, so that they can be understood."""
    runs = [(same, list(run)) for same, run in groupby(spans, lambda span: span.kind == "equal" or span.variant)]
    for at, (same, run) in enumerate(runs):
        if same:
            continue
        old = "".join(span.text for span in run if span.kind == "delete")
        new = "".join(span.text for span in run if span.kind == "insert")
        before, after = (_newer(runs[i][1]) if 0 <= i < len(runs) else "" for i in (at - 1, at + 1))
        if max(len(old.strip()), len(new.strip())) <= SHORT:
            start = _BORDERS.split(before)[-1][-8:]
            end = "" if start else _BORDERS.split(after)[0][:8]
            yield Edit(start + old + end, start + new + end) if start or end else Edit(old, new)
        else:
            yield Edit(old, new)


def _newer(run: Sequence[Span]) -> str:
    return "".join(span.text for span in run if span.kind != "delete")


def tell(edits: Sequence[Edit], way: str) -> str:
    """Some edits as one sentence."""
    clauses = []
    for verb, run in groupby(edits[:TOLD], lambda edit: edit.verb):
        places = list(run)
        if verb == "変わり":
            pairs = [f"{quote(one.old)}{way}が{quote(one.new)}に" for one in places]
            clauses.append("、".join(pairs) + verb)
        else:
            clauses.append("".join(quote(one.new or one.old) for one in places) + "が" + verb)
    if len(edits) > TOLD:
        clauses.append(f"ほかに{len(edits) - TOLD}か所が変わり")
    return "、".join(clauses) + "ました。"
