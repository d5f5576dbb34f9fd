"""Checks of what a lineage names against the texts: asked only where the texts themselves are sound."""

from collections.abc import Iterator, Sequence

from macros.model.check_lineage import SIDES
from macros.model.comparisons import Lineage, RowRelation, SectionRelation
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.nearest import nearest
from macros.model.project import Project
from macros.model.text import RevisionText
from macros.model.yaml_file import Path_

Texts = tuple[RevisionText, RevisionText]
"""The older text and the newer one."""


def check_named(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    for lineage in project.data.lineage:
        old, new = (project.texts.get(one) for one in (lineage.record.old, lineage.record.new))
        if old and new:
            yield from _check_sections(lineage, (old, new))
            yield from _check_ends(lineage, (old, new))
            yield from _check_rows(lineage, (old, new))


def _check_sections(lineage: Loaded[Lineage], texts: Texts) -> Iterator[Finding]:
    known = [_sections(text) for text in texts]
    for at, relation in enumerate(lineage.record.sections):
        yield from _check_relation(lineage, ("sections", at), relation, texts, known)


def _check_rows(lineage: Loaded[Lineage], texts: Texts) -> Iterator[Finding]:
    for at, relation in enumerate(lineage.record.rows):
        known = [_rows(text, relation.table) for text in texts]
        without = [text.revision for text, rows in zip(texts, known, strict=True) if not rows]
        if without:
            problem = f"{'と'.join(without)}の本文に、表「{relation.table}」がありません。"
            tables = dict.fromkeys(block.table for block in texts[0].blocks if block.table)
            both = [table for table in tables if _rows(texts[1], table)]
            fix = f"次から選んでください：{'、'.join(both)}。" if both else "この項目を消してください。"
            yield finding("C003", lineage.place("rows", at, "table"), problem=problem, fix=fix)
        else:
            yield from _check_relation(lineage, ("rows", at), relation, texts, known)


def _check_relation(
    lineage: Loaded[Lineage],
    path: Path_,
    relation: SectionRelation | RowRelation,
    texts: Texts,
    known: Sequence[Sequence[str]],
) -> Iterator[Finding]:
    """Both sides stand in their texts, and what was renamed is no longer found under its old id."""
    for side, given, text, here in zip(SIDES, (relation.old, relation.new), texts, known, strict=True):
        what = "節" if path[0] == "sections" else "表の行"
        yield from _missing(lineage, (*path, side), given, here, f"{text.revision}の本文に、{what}")
    if relation.kind == "renamed" and relation.old != relation.new:
        both = set(known[0]) & set(known[1])
        for side, given, there in zip(SIDES, (relation.old, relation.new), texts[::-1], strict=True):
            for at, one in enumerate(given):
                if one in both:
                    problem = (
                        f"名札の変わったもの（renamed）に書いてある「{one}」が、{there.revision}の本文にもあります。"
                    )
                    fix = "同じ名札で続くときは、この項目を消してください。分かれたときは、kindをsplitにしてください。"
                    yield finding("C010", lineage.place(*path, side, at), problem=problem, fix=fix)


def _check_ends(lineage: Loaded[Lineage], texts: Texts) -> Iterator[Finding]:
    """What is gone stands in the older text only, what was born in the newer one only."""
    for key, word, here, there in (
        ("gone", "なくなった節", *texts),
        ("born", "新しくできた節", *texts[::-1]),
    ):
        named = getattr(lineage.record, key)
        yield from _missing(lineage, (key,), named, _sections(here), f"{here.revision}の本文に、節")
        for at, one in enumerate(named):
            if here.section(one) and there.section(one):
                problem = f"{word}（{key}）に書いてある「{one}」が、{there.revision}の本文にもあります。"
                fix = "この名札を消してください。別の節のときは、見出しの名札（#の後の文字）を直してください。"
                yield finding("C010", lineage.place(key, at), problem=problem, fix=fix)


def _sections(text: RevisionText) -> list[str]:
    return [one.id for one in text.sections]


def _rows(text: RevisionText, table: str) -> list[str]:
    return [block.name for block in text.blocks if block.kind == "row" and block.table == table]


def _missing(
    lineage: Loaded[Lineage], path: Path_, given: Sequence[str], known: Sequence[str], where: str
) -> Iterator[Finding]:
    for at, name in enumerate(given):
        if name not in known:
            near = nearest(name, known)
            instead = f"「{near}」に直すか" if near else "本文にある名札に直すか"
            problem = f"{where}「{name}」がありません。"
            fix = f"{instead}、この名札を消してください。"
            yield finding("C003", lineage.place(*path, at), problem=problem, fix=fix)
