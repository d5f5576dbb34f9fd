"""What findings say of originals: their titles, what happened to them, what is wrong with one that names nothing."""

from macros.model.easy_marks import is_known, mark_of, other_text, own_blocks
from macros.model.nearest import nearest
from macros.model.original import Original
from macros.model.project import Project

_BESIDE = "前の版のことを書いた段落には、新しい版の節の名も並べて書きます。"
_FORMS = ("「r5/節のid」", "「r5/節のid/行のid」", "「source/出典のid」", "「consultation/意見募集のid」", "「site」")


def described(project: Project, original: Original) -> str:
    """Title of the section, head of the row; empty where it is none."""
    text = project.texts.get(original.revision)
    blocks = own_blocks(text, original) if text else ()
    return blocks[0].first_cell if blocks else ""


def why_stale(project: Project, original: Original) -> tuple[str, str]:
    """What happened to the original of a stale block, and the name of what to read now."""
    if original.mark and original.mark != mark_of(project, original):
        return "", original.name
    other = other_text(project, original)
    if other is None:
        return "", original.name
    revision, found = other
    if len(found) != 1:
        return f"新しい版（{revision}）では、なくなったか、分かれました。{_BESIDE}", f"版 {revision} の本文"
    return f"新しい版（{revision}）では、文が違います。{_BESIDE}", found[0].name


def originals_problem(project: Project, given: str) -> dict[str, str] | None:
    """What is wrong with an original as it is written, and how to mend it; none where it exists."""
    original = Original.parse(given)
    if original is None:
        problem = "書き方が違います。"
        fix = f"{'、'.join(_FORMS)}のどれかで書いてください。"
        return {"problem": problem, "fix": fix}
    if is_known(project, original):
        return None
    what, known = _choices(project, original)
    near = nearest(original.name, known)
    fix = f"「{near}」に直してください。" if near else f"{what}を確かめて、ある名札に直してください。"
    return {"problem": f"{what}がありません。", "fix": fix}


def _choices(project: Project, original: Original) -> tuple[str, list[str]]:
    """What is missing, in words, and what may be meant."""
    match original.kind:
        case "source":
            return "その出典", [f"source/{one.id}" for one in project.data.sources.record.sources]
        case "consultation":
            return "その意見募集", [f"consultation/{one.record.id}" for one in project.data.consultations]
    text = project.texts.get(original.revision)
    if text is None:
        return f"版「{original.revision}」の本文", [f"{one}/{original.id}" for one in project.texts]
    rows = [block for block in text.blocks_of(original.id) if block.kind == "row" and block.name]
    if original.row and text.section(original.id):
        names = [f"{original.revision}/{original.id}/{block.name}" for block in rows]
        return f"節「{original.id}」の表に、行「{original.row}」", names
    sections = [f"{text.revision}/{one.id}" for one in text.sections]
    return f"版「{original.revision}」の本文に、節「{original.id}」", sections
