"""`shishin consult`: freeze the changes that people will comment on, or take the freezing back."""

import argparse
import hashlib
import sys
from dataclasses import replace
from datetime import date, datetime

from macros.comparison.frozen import freeze, frozen_file, read_frozen
from macros.comparison.pairs import edit_script
from macros.model.consultations import Consultation, Frozen, Proposed
from macros.model.findings import has_error
from macros.model.load import Loaded, fill
from macros.model.project import Project, load_data
from macros.model.tree import read_tree
from macros.model.yaml_file import parse_yaml
from macros.site.check import check
from macros.site.clock import now
from scripts.check import as_text
from scripts.consult_pages import closed_pages, opened_pages
from scripts.save import save_all
from scripts.streams import say
from scripts.undone import undo_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("action", choices=("open",), metavar="open", help="変更の一覧を固め、番号を決めます")
    parser.add_argument("consultation", metavar="意見募集", help="data/consultations/ のファイルの名前（例：r8-2026）")
    parser.add_argument("--day", metavar="日付", help="固めた日（例：2026-12-01。指定しなければ今日）")
    parser.add_argument("--undo", action="store_true", help="募集の初日より前に、固めた一覧を取りやめます")


def run(options: argparse.Namespace) -> int:
    """Freeze or take back; 1 where it cannot be done, and then nothing is changed."""
    try:
        return _undo(options) if options.undo else _open(options)
    except OSError as error:
        return _refuse(
            f"ファイルを書けません（{error.filename}）。書き込みの許可と、ディスクの空きを確かめてください。"
        )


def _refuse(*lines: str) -> int:
    for line in lines:
        say(line)
    return 1


def _open(options: argparse.Namespace) -> int:
    day = _day(options.day)
    if day is None:
        return _refuse(f"日付「{options.day}」を読めません。2026-12-01 の形で書いてください。")
    project, findings = check(options.root)
    if project is None or has_error(findings):
        print(as_text(findings), end="", file=sys.stderr)
        return _refuse("先に、上の直すところを直してください。一覧はまだ固めていません。")
    loaded = _find(project.data.consultations, options.consultation)
    if loaded is None:
        known = "、".join(one.record.id for one in project.data.consultations) or "まだありません"
        return _refuse(f"意見募集「{options.consultation}」の記録がありません。今あるのは {known} です。")
    if problem := _problem(project, loaded.record, day):
        return _refuse(problem)
    return _freeze(project, loaded, day)


def _day(given: str | None) -> date | None:
    """The day that was given, today without one; none where it is no day."""
    if given is None:
        return now().date()
    try:
        return datetime.strptime(given, "%Y-%m-%d").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return None


def _find(consultations: tuple[Loaded[Consultation], ...], asked: str) -> Loaded[Consultation] | None:
    return next((one for one in consultations if one.value and one.value.id == asked), None)


def _problem(project: Project, record: Consultation, day: date) -> str | None:
    """Why the changes cannot be frozen, none where they can."""
    if record.frozen:
        return (
            f"「{record.id}」の変更の一覧は、{record.frozen.opened} に固めてあります。番号を付け直すことはできません。"
        )
    if (project.root / frozen_file(record.id)).exists():
        return f"{frozen_file(record.id)} がもうあります。内容を確かめて、先に移すか消してください。"
    if day > record.period.end:
        return f"固める日（{day}）が、募集の最終日（{record.period.end}）より後です。日付を確かめてください。"
    return _pair_problem(project, record.proposed)


def _pair_problem(project: Project, proposed: Proposed) -> str | None:
    """Why the two texts cannot be compared, none where they can."""
    usable = "、".join(project.texts)
    if proposed.compared_with is None:
        return f"比べる版がありません。proposedに compared_with を書いてください（本文があるのは {usable}）。"
    for asked in (proposed.compared_with, proposed.revision):
        if asked not in project.texts:
            return f"版「{asked}」は、本文が手元にないので比べられません。本文があるのは {usable} です。"
    if proposed.compared_with == proposed.revision:
        return "同じ版どうしを比べることになっています。proposedの compared_with を直してください。"
    if not any(edit_script(project, proposed.compared_with, proposed.revision).changes()):
        return "2つの版は同じ文です。意見を募る変更がありません。"
    return None


def _freeze(project: Project, loaded: Loaded[Consultation], day: date) -> int:
    """Write the set, the record and the pages, all or none."""
    record = loaded.record
    script = edit_script(project, record.proposed.compared_with or "", record.proposed.revision)
    data = freeze(record.id, day, script).encode("utf-8")
    frozen = Frozen(opened=day, sha256=hashlib.sha256(data).hexdigest())
    path, target = project.root / loaded.source.file, project.root / frozen_file(record.id)
    before = path.read_bytes()
    after = before + (b"" if before.endswith(b"\n") else b"\n") + _entry(frozen).encode("utf-8")
    if _read(loaded.source.file, after) != replace(record, frozen=frozen):
        return _refuse(f"{loaded.source.file} の終わりに行を足せません。1行に1項目の書き方に直してください。")
    read_frozen(data.decode("utf-8"))  # what is written can be read for good
    save_all({target: data, path: after, **opened_pages(project.root, record.id)})
    print(_next_steps(record, day, sum(1 for _ in script.changes())))
    return 0


def _entry(frozen: Frozen) -> str:
    return f"frozen:\n  opened: {frozen.opened}\n  sha256: {frozen.sha256}\n"


def _read(file: str, data: bytes) -> Consultation | None:
    """The record that the bytes make, none where they make none."""
    return fill(parse_yaml(file, data.decode("utf-8-sig")), Consultation).value


def _next_steps(record: Consultation, day: date, count: int) -> str:
    late = "注意：募集の初日を過ぎています。初日からの間に案を直していないか、確かめてください。"
    return "\n".join(
        (
            f"{day}の変更の一覧を固めました（変更1から変更{count}まで）。",
            *([late] if day > record.period.start else []),
            "",
            "次にすること：",
            f"  1. {frozen_file(record.id)}、data/consultations/{record.id}.yml、data/nav.yml と、",
            f"     docs/consultations/{record.id}/ の2つのページ（意見書と窓口用）を、いっしょに出します。",
            "  2. make serve で、意見募集のページと意見書を確かめます。",
            f"  3. {record.announced or '公表日'}を待って、公開の場に出します。公表日の前には出しません。",
            "",
            "固めた一覧は、直しません。案を直しても番号は動かず、その後どうなったかをページが示します。",
            f"募集の初日より前なら、.venv/bin/shishin consult open {record.id} --undo で取りやめられます。",
        )
    )


def _undo(options: argparse.Namespace) -> int:
    loaded = _find(load_data(read_tree(options.root)).consultations, options.consultation)
    if loaded is None:
        return _refuse(f"意見募集「{options.consultation}」の記録がないか、読めません。何も取りやめていません。")
    record = loaded.record
    if record.frozen is None:
        return _refuse(f"「{record.id}」の変更の一覧は、固めてありません。何も取りやめていません。")
    if now().date() >= record.period.start:
        return _refuse(
            f"募集は {record.period.start} に始まっています。番号を使った意見があるかもしれないので、取りやめません。"
        )
    if record.result.answers or record.result.own_changes:
        return _refuse("一覧の番号を使う意見や変更が、結果に書いてあります。取りやめません。")
    path = options.root / loaded.source.file
    before = path.read_bytes()
    after = _without(before.decode("utf-8"), record.frozen).encode("utf-8")
    if _read(loaded.source.file, after) != replace(record, frozen=None):
        return _refuse(f"{loaded.source.file} のfrozenの行を消せません。1行に1項目の書き方に直してください。")
    target = options.root / frozen_file(record.id)
    files = {path: after, target: None, **closed_pages(options.root, record.id)}
    way_back = undo_files(options.root, f"consult-open-{record.id}", files)
    print(f"{record.id} の変更の一覧を取りやめ、元に戻しました。")
    print(way_back)
    return 0


def _without(text: str, frozen: Frozen) -> str:
    """The file without its frozen block: the added text itself, or the key with the lines indented under it."""
    if (entry := _entry(frozen)) in text:
        return text.replace(entry, "", 1)
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        inside = line.startswith("frozen:") or (inside and line.startswith(" "))
        kept += [] if inside else [line]
    return "".join(kept)
