"""Without ids the body tells which sections belong together, over the title."""

from macros.comparison.relate_by_body import relate_by_body
from tests.comparison.texts import Parts, heading, paragraph, text_of

TAITO = "市民と市は、互いの立場を理解し、対等な関係で話し合いを重ねます。"
KOKAI = "市は、協働の事業についての情報を、広報やホームページで公開します。"
HYOKA = "事業が終わったあとは、目的に照らして成果を振り返り、次の取組に生かします。"


def primary(old: Parts, new: Parts) -> dict[str, str]:
    """Older section → the newer one that continues it."""
    return relate_by_body(text_of("h25", old), text_of("r5", new)).primary


def test_the_body_decides_over_the_title() -> None:
    old = [heading("a", "対等の原則"), paragraph(TAITO), heading("b", "情報公開の原則"), paragraph(KOKAI)]
    new = [heading("x", "対等の原則"), paragraph(KOKAI), heading("y", "情報公開の原則"), paragraph(TAITO)]

    assert primary(old, new) == {"a": "y", "b": "x"}


def test_where_the_body_is_rewritten_the_title_tells() -> None:
    old = [heading("a", "対等の原則"), paragraph(TAITO), heading("b", "目的と評価の原則"), paragraph(HYOKA)]
    new = [heading("x", "目的と評価の原則"), paragraph("成果を見ます。"), heading("y", "対等の原則"), paragraph(TAITO)]

    assert primary(old, new) == {"a": "y", "b": "x"}


def test_an_id_proves_nothing_here() -> None:
    old = [heading("a", "はじめに"), paragraph(TAITO), heading("b", "おわりに"), paragraph(KOKAI)]
    new = [heading("b", "はじめに"), paragraph(TAITO), heading("a", "おわりに"), paragraph(KOKAI)]

    assert primary(old, new) == {"a": "b", "b": "a"}


def test_sections_with_nothing_in_common_are_not_taken_for_each_other() -> None:
    assert primary([heading("a", "沿革"), paragraph(TAITO)], [heading("x", "財源"), paragraph(KOKAI)]) == {}


def test_a_section_whose_text_went_to_two_is_related_to_both() -> None:
    old = [heading("a", "原則"), paragraph(TAITO), paragraph(KOKAI), paragraph(HYOKA)]
    new = [heading("x", "原則"), paragraph(TAITO), paragraph(KOKAI), heading("y", "評価"), paragraph(HYOKA)]

    found = relate_by_body(text_of("h25", old), text_of("r5", new))

    assert found.primary == {"a": "x"}
    assert found.others == (("a", "y"),)


def test_a_chapter_is_found_by_the_sections_in_it() -> None:
    chapter = [heading("a1", "対等", 2), paragraph(TAITO), heading("a2", "公開", 2), paragraph(KOKAI)]
    old = [heading("a", "第Ⅰ章 考え方"), *chapter]
    new = [heading("z", "第Ⅰ章 沿革"), paragraph(HYOKA), heading("x", "第Ⅱ章 基本"), *chapter]

    assert primary(old, new) == {"a": "x", "a1": "a1", "a2": "a2"}


def test_empty_texts_are_related_to_nothing() -> None:
    assert primary([], [heading("a", "課題")]) == {}
