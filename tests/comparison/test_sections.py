"""What became of the sections: the largest unit is told, and a place is judged against the parent's counterpart."""

from macros.comparison.section_pairs import Relations
from macros.comparison.sections import moved_edges, section_changes
from macros.model.text import RevisionText
from tests.comparison.texts import Parts, heading, paragraph, text_of

LONG = "市民と市は、それぞれの特性を生かして、対等な立場で協働の事業を進めます。"


def text(*names: str) -> RevisionText:
    """Chapters; a name with a dot is a section of the chapter before it."""
    parts: Parts = []
    for name in names:
        parts += [heading(name.strip("."), name, 2 if name.startswith(".") else 1), paragraph(f"{name}の文です。")]
    return text_of("r5", parts)


def carried(old: RevisionText, new: RevisionText) -> Relations:
    """Relations by ids alone."""
    ids = {one.id for one in new.sections}
    return Relations({one.id: one.id for one in old.sections if one.id in ids}, ())


def told(old: RevisionText, new: RevisionText, relations: Relations) -> list[tuple[str, str]]:
    """Kind and ids of each entry."""
    found = section_changes(old, new, relations, moved_edges(old, new, relations), set())
    return [(one.kind, "+".join(s.id for s in one.old) + ">" + "+".join(s.id for s in one.new)) for one in found]


def test_a_chapter_that_moved_takes_its_sections_along() -> None:
    old, new = text("a", "b", ".b1", ".b2", "c"), text("b", ".b1", ".b2", "a", "c")

    assert moved_edges(old, new, carried(old, new)) == {("a", "a")}


def test_a_section_in_another_chapter_moved() -> None:
    old, new = text("a", ".x", "b"), text("a", "b", ".x")

    assert moved_edges(old, new, carried(old, new)) == {("x", "x")}


def test_a_new_level_around_a_section_is_a_move_of_it_alone() -> None:
    old, new = text("a", "x", "b"), text("a", ".x", "b")

    assert moved_edges(old, new, carried(old, new)) == {("x", "x")}


def test_of_two_chapters_the_heavier_one_stays() -> None:
    light, heavy = [heading("a", "前")], [heading("b", "後"), paragraph(LONG), paragraph(LONG)]
    old, new = text_of("h25", [*light, *heavy]), text_of("r5", [*heavy, *light])

    assert moved_edges(old, new, carried(old, new)) == {("a", "a")}


def test_sections_come_and_go() -> None:
    old, new = text("a", "b", "c"), text("a", "d", "c")

    assert told(old, new, carried(old, new)) == [
        ("unchanged", "a>a"),
        ("deleted", "b>"),
        ("new", ">d"),
        ("unchanged", "c>c"),
    ]


def test_a_section_whose_text_went_to_two_is_split_and_one_that_took_two_is_merged() -> None:
    old, new = text("a", "b", "c"), text("a", "x", "c")

    assert told(old, new, Relations({"a": "a", "c": "c"}, (("a", "x"),))) == [
        ("split", "a>a+x"),
        ("deleted", "b>"),
        ("unchanged", "c>c"),
    ]
    assert told(old, new, Relations({"a": "a", "c": "c"}, (("b", "c"),))) == [
        ("unchanged", "a>a"),
        ("new", ">x"),
        ("merged", "b+c>c"),
    ]


def test_every_section_stands_in_an_entry() -> None:
    old, new = text("a", "b", ".b1", "c"), text("c", "x", ".b1")
    found = section_changes(old, new, carried(old, new), set(), {"c"})

    assert {one.id for entry in found for one in entry.old} == {"a", "b", "b1", "c"}
    assert {one.id for entry in found for one in entry.new} == {"c", "x", "b1"}
    assert [entry.kind for entry in found if entry.new and entry.new[0].id == "c"] == ["modified"]
