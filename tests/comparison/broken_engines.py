"""Engines that are wrong in one way each: every one must be caught."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from unicodedata import normalize

from macros.comparison.script import BlockChange, EditScript, Span

Damage = Callable[[EditScript], EditScript]

COUNTED = "これまでに、17件の事業を市民活動団体と行いました。"
"""A sentence of the older text; the newer one counts 18."""


def _index(script: EditScript, wanted: Callable[[BlockChange], bool]) -> int:
    return next(at for at, one in enumerate(script.blocks) if wanted(one))


def _with(script: EditScript, at: int, *changes: BlockChange) -> EditScript:
    return replace(script, blocks=(*script.blocks[:at], *changes, *script.blocks[at + 1 :]))


def _renumbered(script: EditScript) -> EditScript:
    """The same with numbers in order, so that these do not give the damage away."""
    numbers = iter(range(1, len(script.blocks) + 1))
    return replace(
        script, blocks=tuple(replace(one, number=next(numbers) if one.changed else None) for one in script.blocks)
    )


def _other_id(change: BlockChange) -> str:
    return f"{change.id[:-8]}{int(change.id[-8:], 16) ^ 1:08x}"


def _unchanged_paragraph(one: BlockChange) -> bool:
    return one.kind == "unchanged" and one.type == "paragraph" and len(one.spans) == 1 and len(one.new[0].text) > 20


def _modified_paragraph(one: BlockChange) -> bool:
    return one.kind == "modified" and one.type == "paragraph" and {s.kind for s in one.spans} >= {"delete", "insert"}


def _moved_text(one: BlockChange) -> bool:
    return one.kind == "moved" and one.type != "heading" and len(one.spans) == 1 and len(one.new[0].text) > 20


def drops_an_unchanged_block(script: EditScript) -> EditScript:
    """A block of both revisions is in no entry."""
    return _with(script, _index(script, _unchanged_paragraph))


def drops_a_new_block(script: EditScript) -> EditScript:
    """A block of the newer revision is in no entry."""
    return _renumbered(_with(script, _index(script, lambda one: one.kind == "new")))


def drops_a_figure(script: EditScript) -> EditScript:
    """A figure counts for nothing."""
    return _renumbered(_with(script, _index(script, lambda one: one.type == "figure")))


def tells_a_block_twice(script: EditScript) -> EditScript:
    """A block is in two entries."""
    at = _index(script, _unchanged_paragraph)
    one = script.blocks[at]
    return _with(script, at, one, replace(one, id=_other_id(one)))


def swaps_two_blocks(script: EditScript) -> EditScript:
    """Two neighbours of the newer text stand the wrong way round."""
    kinds = [_unchanged_paragraph(one) for one in script.blocks]
    at = next(n for n in range(1, len(kinds)) if kinds[n - 1] and kinds[n])
    blocks = list(script.blocks)
    blocks[at - 1], blocks[at] = blocks[at], blocks[at - 1]
    return replace(script, blocks=tuple(blocks))


def puts_deleted_blocks_last(script: EditScript) -> EditScript:
    """What was deleted stands at the end instead of after its predecessor."""
    kept = [one for one in script.blocks if one.kind != "deleted"]
    return _renumbered(replace(script, blocks=(*kept, *(one for one in script.blocks if one.kind == "deleted"))))


def loses_a_space(script: EditScript) -> EditScript:
    """A blank of the text is not in the spans."""
    at = _index(script, lambda one: one.kind == "unchanged" and len(one.spans) == 1 and " " in one.spans[0].text)
    one = script.blocks[at]
    return _with(script, at, replace(one, spans=(Span("equal", one.spans[0].text.replace(" ", "", 1)),)))


def normalises_the_text(script: EditScript) -> EditScript:
    """The spans show another form of the signs than the revisions."""
    return replace(script, blocks=tuple(replace(one, spans=tuple(_nfkc(one.spans))) for one in script.blocks))


def _nfkc(spans: Iterable[Span]) -> Iterable[Span]:
    return (replace(span, text=normalize("NFKC", span.text)) for span in spans)


def alters_an_equal_stretch(script: EditScript) -> EditScript:
    """A sign that both texts have in common is another one."""
    at = _index(script, _modified_paragraph)
    spans = script.blocks[at].spans
    place = next(n for n, span in enumerate(spans) if span.kind == "equal" and len(span.text) > 3)
    altered = replace(spans[place], text="※" + spans[place].text[1:])
    return _with(script, at, replace(script.blocks[at], spans=(*spans[:place], altered, *spans[place + 1 :])))


def forgets_what_was_deleted(script: EditScript) -> EditScript:
    """Where something was put in its place, the deleted words are lost."""
    at = _index(script, _modified_paragraph)
    one = script.blocks[at]
    return _with(script, at, replace(one, spans=tuple(span for span in one.spans if span.kind != "delete")))


def swaps_deleted_and_inserted(script: EditScript) -> EditScript:
    """Old words are shown as new and new ones as old."""
    at = _index(script, _modified_paragraph)
    one = script.blocks[at]
    kinds = {"delete": "insert", "insert": "delete", "equal": "equal"}
    return _with(script, at, replace(one, spans=tuple(replace(span, kind=kinds[span.kind]) for span in one.spans)))  # type: ignore[arg-type]


def tells_a_move_as_deleted_and_new(script: EditScript) -> EditScript:
    """A paragraph that only moved is shown as gone and new."""
    one = script.blocks[_index(script, _moved_text)]
    gone = replace(
        one, id=_other_id(one), kind="deleted", new=(), spans=(Span("delete", one.old[0].text),), classes=("content",)
    )
    new = replace(one, kind="new", old=(), spans=(Span("insert", one.new[0].text),), classes=("content",))
    rest = [new if other is one else other for other in script.blocks]
    before = next(n for n, other in enumerate(rest) if one.old[0].at - 1 in [block.at for block in other.old])
    return _renumbered(replace(script, blocks=(*rest[: before + 1], gone, *rest[before + 1 :])))


def repaints_an_unchanged_paragraph(script: EditScript) -> EditScript:
    """A paragraph that did not change is deleted and inserted again."""
    at = _index(script, _unchanged_paragraph)
    one = script.blocks[at]
    spans = (Span("delete", one.old[0].text), Span("insert", one.new[0].text))
    return _renumbered(_with(script, at, replace(one, kind="modified", spans=spans, classes=("wording",))))


def marks_an_unchanged_paragraph(script: EditScript) -> EditScript:
    """An unchanged paragraph bears a mark."""
    at = _index(script, _unchanged_paragraph)
    text = script.blocks[at].new[0].text
    spans = (Span("equal", text[:5]), Span("delete", text[5:8]), Span("insert", text[5:8]), Span("equal", text[8:]))
    return _with(script, at, replace(script.blocks[at], spans=spans))


def cuts_a_number(script: EditScript) -> EditScript:
    """Of 17 and 18 only the second digit is marked."""
    at = _index(script, lambda one: bool(one.old) and one.old[0].text == COUNTED)
    before, after = COUNTED.split("7")
    spans = (Span("equal", before), Span("delete", "7"), Span("insert", "8"), Span("equal", after))
    return _with(script, at, replace(script.blocks[at], spans=spans))


def miscounts(script: EditScript) -> EditScript:
    """A number is left out."""
    last = max(at for at, one in enumerate(script.blocks) if one.number)
    one = script.blocks[last]
    return _with(script, last, replace(one, number=(one.number or 0) + 1))


def numbers_unchanged_blocks(script: EditScript) -> EditScript:
    """What did not change has a number too."""
    return replace(script, blocks=tuple(replace(one, number=at + 1) for at, one in enumerate(script.blocks)))


def gives_one_id_twice(script: EditScript) -> EditScript:
    """Two changes have one address."""
    first, second = [at for at, one in enumerate(script.blocks) if one.changed][:2]
    return _with(script, second, replace(script.blocks[second], id=script.blocks[first].id))


def calls_a_move_a_change_in_place(script: EditScript) -> EditScript:
    """Blocks that changed places are told as if they had stayed."""
    kinds = [one.kind == "unchanged" and one.type == "paragraph" for one in script.blocks]
    at = next(
        n
        for n in range(1, len(kinds))
        if kinds[n - 1] and kinds[n] and script.blocks[n].old[0].section == script.blocks[n - 1].old[0].section
    )
    one, other = script.blocks[at - 1], script.blocks[at]
    crossed = (_rewritten(one, other), _rewritten(other, one))
    blocks = (*script.blocks[: at - 1], *crossed, *script.blocks[at + 1 :])
    return _renumbered(replace(script, blocks=blocks))


def _rewritten(change: BlockChange, partner: BlockChange) -> BlockChange:
    """The new block of one beside the old block of the other, all of it replaced."""
    spans = (Span("delete", partner.old[0].text), Span("insert", change.new[0].text))
    return replace(change, old=partner.old, kind="modified", spans=spans, classes=("content",))


def leaves_out_a_section(script: EditScript) -> EditScript:
    """A section of both revisions is in no entry."""
    at = next(n for n, one in enumerate(script.sections) if one.kind == "unchanged")
    return replace(script, sections=(*script.sections[:at], *script.sections[at + 1 :]))


def calls_a_changed_section_unchanged(script: EditScript) -> EditScript:
    """The list of sections hides what the list of blocks tells."""
    sections = tuple(replace(one, kind="unchanged") if one.kind == "modified" else one for one in script.sections)
    return replace(script, sections=sections)


def splits_into_one(script: EditScript) -> EditScript:
    """A block is called split though one block stands on each side."""
    at = _index(script, _modified_paragraph)
    return _with(script, at, replace(script.blocks[at], kind="split"))


def hides_another_number(script: EditScript) -> EditScript:
    """A heading whose printed number changed is called unchanged."""
    at = _index(script, lambda one: one.type == "heading" and one.kind == "modified" and one.classes == ("number",))
    return _renumbered(_with(script, at, replace(script.blocks[at], kind="unchanged", classes=())))


def weighs_nothing(script: EditScript) -> EditScript:
    """Changes have no class."""
    return replace(script, blocks=tuple(replace(one, classes=(), flags=()) for one in script.blocks))


def compares_another_text(script: EditScript) -> EditScript:
    """The block in the script is not the one of the revision."""
    at = _index(script, _unchanged_paragraph)
    one = script.blocks[at]
    old, new = (replace(block, text=block.text + "。") for block in (one.old[0], one.new[0]))
    return _with(script, at, replace(one, old=(old,), new=(new,), spans=(Span("equal", new.text),)))


def loses_a_cell(script: EditScript) -> EditScript:
    """The border between two cells of a row is not in the spans."""
    at = _index(script, lambda one: one.kind == "unchanged" and one.type == "row" and "\t" in one.new[0].text)
    one = script.blocks[at]
    return _with(script, at, replace(one, spans=(Span("equal", one.new[0].text.replace("\t", "", 1)),)))


DAMAGES: tuple[Damage, ...] = (
    drops_an_unchanged_block,
    drops_a_new_block,
    drops_a_figure,
    tells_a_block_twice,
    swaps_two_blocks,
    puts_deleted_blocks_last,
    loses_a_space,
    loses_a_cell,
    normalises_the_text,
    alters_an_equal_stretch,
    compares_another_text,
    forgets_what_was_deleted,
    swaps_deleted_and_inserted,
    tells_a_move_as_deleted_and_new,
    repaints_an_unchanged_paragraph,
    marks_an_unchanged_paragraph,
    cuts_a_number,
    miscounts,
    numbers_unchanged_blocks,
    gives_one_id_twice,
    calls_a_move_a_change_in_place,
    leaves_out_a_section,
    calls_a_changed_section_unchanged,
    splits_into_one,
    hides_another_number,
    weighs_nothing,
)
"""All of them."""
