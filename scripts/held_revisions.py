"""Revisions that people were asked about: the text, its numbers and the opinions need each other, so it stays."""

import json
from collections.abc import Iterator

from macros.comparison.frozen import FOLDER
from macros.model.consultations import Consultation
from macros.model.project import Data
from macros.model.tree import Tree
from macros.site.clock import now

_RECORDS = "data/consultations/"


def why_held(tree: Tree, data: Data, revision: str) -> str | None:
    """Why the revision may not be taken away, with the way out; none where nothing points at it."""
    return next(_reasons(tree, data, revision), None)


def _reasons(tree: Tree, data: Data, revision: str) -> Iterator[str]:
    for loaded in data.consultations:
        if loaded.value is None:
            yield _unreadable(loaded.source.file)
        elif revision in _named(loaded.value):
            yield _of_record(loaded.value, revision)
    for file, refused in tree.refused.items():
        if file.startswith((_RECORDS, f"{FOLDER}/")):
            yield f"{file}：{refused.message}意見募集に使われた版かどうかを確かめられないので、何も取りやめていません。"
    for file in tree.files:
        if file.startswith(f"{FOLDER}/"):
            yield from _of_set(tree, file, revision)


def _named(one: Consultation) -> tuple[str | None, ...]:
    """Revisions at which a record points."""
    return one.proposed.revision, one.proposed.compared_with, one.result.adopted_revision


def _of_record(one: Consultation, revision: str) -> str:
    """Why, and what to do instead: it depends on the day and on what is frozen."""
    start, end, today = one.period.start, one.period.end, now().date()
    record = f"{_RECORDS}{one.id}.yml"
    give_up = f"{record} のproposedを直すか、{record} と docs/consultations/ のそのページを移してください。"
    if today > end or one.result.adopted_revision == revision:
        why = f"意見募集「{one.id}」（{start}から{end}まで）の記録が、版「{revision}」を指しています。"
        way = "意見を募った文と結果は、記録として残します。別の案は、別の名前の版として作ってください。"
    elif today >= start:
        why = f"版「{revision}」は、意見募集「{one.id}」で意見を募っている最中です（{end}まで）。"
        way = (
            "募集が終わっても、意見と変更の番号がこの文を指します。"
            f"案を直すときは、取りやめずに docs/guideline/{revision}/ を直してください。"
        )
    elif one.frozen:
        why = f"意見募集「{one.id}」（{start}から）で使う変更の番号を、版「{revision}」で固めてあります。"
        way = f"募集をやめるときは、先に shishin consult open {one.id} --undo で番号を取りやめ、{give_up}"
    else:
        why = f"これから始まる意見募集「{one.id}」の記録が、版「{revision}」を指しています。"
        way = f"募集をやめるときは、先に {give_up}"
    return f"{why}何も取りやめていません。{way}"


def _of_set(tree: Tree, file: str, revision: str) -> Iterator[str]:
    """A frozen set tells its two texts; one whose record is gone holds them all the same."""
    try:
        script = json.loads(tree.files[file])["script"]
        named = script["old"], script["new"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield _unreadable(file)
        return
    if revision in named:
        yield (
            f"固めた変更の一覧 {file} が、版「{revision}」を指しています。何も取りやめていません。"
            f"使わない一覧なら、先に {file} をほかの場所に移してください。"
        )


def _unreadable(file: str) -> str:
    return (
        f"{file} を読めないので、意見募集に使われた版かどうかを確かめられません。何も取りやめていません。"
        "shishin check で直すところを調べて、先に直してください。"
    )
