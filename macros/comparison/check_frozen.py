"""Checks of frozen sets: the file as it was frozen, what opinions name in it, and what became of it since."""

from collections.abc import Iterable, Iterator

from macros.comparison.frozen import FOLDER, frozen_file, read_frozen
from macros.comparison.frozen_sets import adopted_script, draft_trace, file_hash, frozen_set
from macros.comparison.script import BlockChange, EditScript
from macros.comparison.trace import same_words
from macros.model.consultations import Consultation
from macros.model.findings import Finding, Place, finding, has_error
from macros.model.load import Loaded
from macros.model.nearest import nearest
from macros.model.project import Project
from macros.model.tree import list_files
from macros.model.yaml_file import Path_

Found = Loaded[Consultation]
Named = Iterable[tuple[Path_, str]]

MOST = 5
"""Changes that are offered in the place of a lost one."""


def check_frozen(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _check_left_over(project)
    first: dict[str, str] = {}
    for loaded in project.data.consultations:
        found = list(_check_file(project, loaded, first))
        yield from found
        if not has_error(found):
            yield from _check_opinions(project, loaded)
            yield from _check_adopted(project, loaded)
            yield from _check_draft(project, loaded)


def _check_left_over(project: Project) -> Iterator[Finding]:
    """Every frozen file belongs to a consultation that says so."""
    known = {frozen_file(one.record.id) for one in project.data.consultations if one.record.frozen}
    for file in list_files(project.tree, FOLDER, "json"):
        if file not in known:
            yield finding("K013", Place(file))


def _check_file(project: Project, loaded: Found, first: dict[str, str]) -> Iterator[Finding]:
    """The file is there, is the one that was frozen, holds, and is of this consultation and its two texts."""
    record, frozen = loaded.record, loaded.record.frozen
    if frozen is None:
        return
    file, proposed = frozen_file(record.id), record.proposed
    if frozen.sha256 in first:
        yield finding("K014", loaded.place("frozen", "sha256"), other=first[frozen.sha256])
    first.setdefault(frozen.sha256, record.id)
    found = file_hash(project, record.id)
    if found is None:
        yield finding("K010", loaded.key_place("frozen"), file=file)
        return
    if found != frozen.sha256:
        yield finding("K011", loaded.place("frozen", "sha256"), file=file)
        return
    try:
        made = read_frozen(project.tree.files[file].decode("utf-8"))
    except ValueError as error:
        problem = "文字コードがUTF-8ではありません。" if isinstance(error, UnicodeDecodeError) else str(error)
        yield finding("K012", Place(file), problem=problem)
        return
    pair = made.script.old.revision, made.script.new.revision
    if (made.consultation, made.opened) != (record.id, frozen.opened):
        problem = f"中に書いてあるのは、{made.consultation} を {made.opened} に固めた一覧です。"
        yield finding("K012", Place(file), problem=problem)
    missing = [one for one in (proposed.compared_with, proposed.revision) if one not in project.texts]
    if proposed.compared_with is None or missing:
        lost = "比べる版（compared_with）" if proposed.compared_with is None else f"版「{missing[0]}」の本文"
        yield finding("K015", loaded.place("proposed"), lost=lost)
    elif pair != (proposed.compared_with, proposed.revision):
        problem = f"中にあるのは、{pair[0]} と {pair[1]} の比較です。"
        yield finding("K012", Place(file), problem=problem)


def _check_opinions(project: Project, loaded: Found) -> Iterator[Finding]:
    """Changes and sections that opinions name."""
    record = loaded.record
    frozen, trace = frozen_set(project, record.id), draft_trace(project, record.id)
    fates = {one.frozen.id: one for one in trace.changes} if trace else {}
    text = frozen.script.new if frozen else project.texts.get(record.proposed.revision)
    known = [*text.sections, *(frozen.script.old.sections if frozen else ())] if text else []
    for at, answer in enumerate(record.result.answers):
        if frozen and not (answer.changes or answer.sections or answer.whole):
            yield finding("K022", loaded.place("result", "answers", at), no=answer.no)
        for row, change in enumerate(answer.changes):
            place = loaded.place("result", "answers", at, "changes", row)
            if frozen is None or change not in frozen.by_id:
                fix = _nearest(change, frozen.script) if frozen else _NOT_FROZEN
                yield finding("K016", place, no=answer.no, change=change, fix=fix)
            elif (traced := fates.get(change)) and traced.fate == "withdrawn":
                yield finding("K017", place, no=answer.no, number=traced.frozen.number, change=change)
        for row, section in enumerate(answer.sections):
            if text and section not in [one.id for one in known]:
                near = nearest(section, [one.id for one in known])
                fix = f"「{near}」に直してください。" if near else "本文の見出しにある名札に直してください。"
                place = loaded.place("result", "answers", at, "sections", row)
                yield finding("K018", place, no=answer.no, section=section, fix=fix)


_NOT_FROZEN = "この意見募集には、固めた変更の一覧がありません。changesの行を消してください。"


def _check_adopted(project: Project, loaded: Found) -> Iterator[Finding]:
    """Changes of the adopted text that opinions, or the city itself, caused."""
    result = loaded.record.result
    script = adopted_script(project, loaded.record.id)
    by_opinion: Named = [
        (("result", "answers", at, "adopted", row), change)
        for at, answer in enumerate(result.answers)
        for row, change in enumerate(answer.adopted)
    ]
    own: Named = [(("result", "own_changes", at, "change"), one.change) for at, one in enumerate(result.own_changes)]
    caused = {change for _, change in by_opinion}
    known = {one.id for one in script.changes()} if script else set()
    for path, change in (*by_opinion, *own):
        if change not in known:
            fix = _nearest(change, script) if script else _NO_ADOPTED
            yield finding("K019", loaded.place(*path), change=change, fix=fix)
    for path, change in own:
        if change in caused:
            yield finding("K020", loaded.place(*path), change=change)


_NO_ADOPTED = "改定後の本文の版をadopted_revisionに書いてください。本文がまだないときは、この項目を消してください。"


def _check_draft(project: Project, loaded: Found) -> Iterator[Finding]:
    """Says where the texts are no longer what people commented on."""
    frozen, trace = frozen_set(project, loaded.record.id), draft_trace(project, loaded.record.id)
    if frozen is None or trace is None:
        return
    old, new = project.texts[frozen.script.old.revision], project.texts[frozen.script.new.revision]
    if same_words(frozen.script.old, old) and same_words(frozen.script.new, new):
        return
    counts = {fate: trace.count(fate) for fate in ("kept", "reworded", "withdrawn")}
    yield finding("K021", loaded.key_place("frozen"), **counts, added=len(trace.added))


def _nearest(change: str, script: EditScript) -> str:
    """Changes of the section that a lost id names."""
    home = change.rpartition("-")[0]
    near: list[BlockChange] = [one for one in script.changes() if one.id.rpartition("-")[0] == home]
    if not near:
        return "一覧にある変更の名札に直すか、この行を消してください。"
    shown = "、".join(f"{one.id}（変更{one.number}）" for one in near[:MOST])
    more = "など" if len(near) > MOST else ""
    return f"この節にある変更は、{shown}{more}です。合うものに直すか、この行を消してください。"
