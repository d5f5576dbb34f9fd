"""Checks of what people add to a comparison, by itself: revisions that it names, counts and sense of its relations."""

from collections import Counter
from collections.abc import Iterator

from macros.model.comparisons import ComparisonNotes, Lineage, Reasons, RowRelation, SectionRelation
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.project import Project
from macros.model.yaml_file import Path_

Pair = Loaded[Lineage] | Loaded[ComparisonNotes] | Loaded[Reasons]
"""A file that speaks of two revisions."""

COUNTS = {"split": (1, 2), "merged": (2, 1), "renamed": (1, 1)}
"""Least number of older and newer ids of a relation; exactly so where it is 1."""

KINDS = {"split": "分かれた", "merged": "合わさった", "renamed": "名前や名札が変わった"}
"""Kinds of relations, in words."""

SIDES = {"old": "前の版", "new": "後の版"}
"""Sides of a relation, in words."""


def check_lineage(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    files: list[Pair] = [*project.data.lineage, *project.data.comparisons, *project.data.reasons]
    for loaded in files:
        yield from _check_pair(project, loaded)
    for loaded in project.data.reasons:
        yield from _check_adjacent(project, loaded)
    for lineage in project.data.lineage:
        yield from _check_counts(lineage)
        yield from _check_sense(lineage)


def _check_pair(project: Project, loaded: Pair) -> Iterator[Finding]:
    """The file is named after two revisions whose texts are at hand, the older one first."""
    order = [one.id for one in project.data.revisions.record.revisions]
    old, new = loaded.record.old, loaded.record.new
    for key, asked in (("old", old), ("new", new)):
        if asked not in order:
            fix = f"次から選んでください：{'、'.join(order)}。"
            yield finding("C002", loaded.place(key), problem=f"版「{asked}」がありません。", fix=fix)
            return
    file = f"{loaded.source.file.split('/')[1]}/{old}-{new}.yml"
    without = [one.id for one in project.data.revisions.record.revisions if one.text == "none"]
    if order.index(old) >= order.index(new):
        problem = (
            f"前の版と後の版に、同じ「{old}」が書いてあります。"
            if old == new
            else f"前の版（old）の「{old}」は、後の版（new）の「{new}」より新しい版です。"
        )
        fix = "oldに前の版、newに後の版を書き、ファイルの名前も同じ順にしてください。"
        yield finding("C002", loaded.place("old"), problem=problem, fix=fix)
    elif loaded.source.file != f"data/{file}":
        problem = f"ファイルの名前や置き場所と、中に書いた版（{old}、{new}）が合いません。"
        fix = f"ファイルを data/{file} という名前にするか、中に書いた版を直してください。"
        yield finding("C002", loaded.place("old"), problem=problem, fix=fix)
    elif not isinstance(loaded.record, ComparisonNotes) and {old, new} & {*without}:
        missing = next(one for one in (old, new) if one in without)
        problem = f"版「{missing}」は本文が手元にないので、比べられません。"
        fix = "本文のある2つの版に直すか、このファイルを消してください。"
        yield finding("C002", loaded.place("old" if missing == old else "new"), problem=problem, fix=fix)


def _check_adjacent(project: Project, loaded: Loaded[Reasons]) -> Iterator[Finding]:
    """Reasons stand beside changes between adjacent revisions only: others mix several decisions."""
    order = [one.id for one in project.data.revisions.record.revisions]
    old, new = loaded.record.old, loaded.record.new
    if old in order and new in order and order.index(new) - order.index(old) > 1:
        between = "、".join(order[order.index(old) + 1 : order.index(new)])
        yield finding("C005", loaded.place("old"), old=old, new=new, between=between)


def relations_of(lineage: Lineage) -> Iterator[tuple[str, int, SectionRelation | RowRelation]]:
    """Every relation with the list it stands in and its position there."""
    for at, section in enumerate(lineage.sections):
        yield "sections", at, section
    for at, row in enumerate(lineage.rows):
        yield "rows", at, row


def _check_counts(lineage: Loaded[Lineage]) -> Iterator[Finding]:
    """A relation has as many ids on each side as its kind says."""
    for name, at, relation in relations_of(lineage.record):
        for key, given, count in zip(SIDES, (relation.old, relation.new), COUNTS[relation.kind], strict=True):
            if len(given) < count or (count == 1 and len(given) > 1):
                yield finding(
                    "C007",
                    lineage.place(name, at, key),
                    kind=relation.kind,
                    meaning=KINDS[relation.kind],
                    key=key,
                    side=SIDES[key],
                    wanted="1つだけ" if count == 1 else "2つ以上",
                    given=len(given),
                )


def _check_sense(lineage: Loaded[Lineage]) -> Iterator[Finding]:
    """Nothing is said twice, and nothing that went on is said to be gone or new."""
    lists: list[tuple[Path_, tuple[str, ...]]] = [(("gone",), lineage.record.gone), (("born",), lineage.record.born)]
    seen = set()
    for name, at, relation in relations_of(lineage.record):
        told = (relation.kind, getattr(relation, "table", ""), frozenset(relation.old), frozenset(relation.new))
        if told in seen:
            yield _odd(lineage, (name, at), "同じつながりが、2回書いてあります。", "どちらか一方を消してください。")
            continue
        seen.add(told)
        lists += [((name, at, "old"), relation.old), ((name, at, "new"), relation.new)]
    for path, names in lists:
        for at, one in enumerate(names):
            if one in names[:at]:
                yield _odd(lineage, (*path, at), f"名札「{one}」が、2回書いてあります。", "1つにしてください。")
    yield from _check_ends(lineage)


def _check_ends(lineage: Loaded[Lineage]) -> Iterator[Finding]:
    for key, side, word in (("gone", "old", "なくなった"), ("born", "new", "新しくできた")):
        told = Counter(one for relation in lineage.record.sections for one in getattr(relation, side))
        for at, one in enumerate(getattr(lineage.record, key)):
            if one in told:
                problem = f"節「{one}」は、{key}（{word}節）にも、sections（つながりのある節）にも書いてあります。"
                yield _odd(lineage, (key, at), problem, "どちらか一方を消してください。")


def _odd(lineage: Loaded[Lineage], path: Path_, problem: str, fix: str) -> Finding:
    return finding("C010", lineage.place(*path), problem=problem, fix=fix)
