"""The edit script as a redline for the terminal: colours, and signs for those who see none."""

from macros.comparison.script import BlockChange, EditScript, Span
from macros.model.one_line import one_line

_DELETE = ("\x1b[31;9m[-", "-]\x1b[0m")
_INSERT = ("\x1b[32;4m{+", "+}\x1b[0m")
_BOLD = ("\x1b[1m", "\x1b[0m")

KINDS = {
    "modified": "変更",
    "moved": "移動",
    "split": "分割",
    "merged": "統合",
    "new": "追加",
    "deleted": "削除",
}
"""Kind of a change → what readers are told."""

CLASSES = {"number": "番号", "move": "移動", "notation": "表記", "wording": "言い換え", "content": "内容"}
"""Class of a change → what readers are told."""


def script_text(script: EditScript) -> str:
    """Every change with its number, section and marks, and a line with their count."""
    titles = {section.id: _titled(section.number, section.title) for section in script.old.sections}
    titles |= {section.id: _titled(section.number, section.title) for section in script.new.sections}
    lines = []
    here = ""
    for change in script.changes():
        section = (change.new or change.old)[0].section
        if section != here:
            lines.append(f"\n{_BOLD[0]}■ {titles.get(section, '（見出しの前）')}{_BOLD[1]}\n")
            here = section
        lines.append(_change(change))
    count = sum(1 for _ in script.changes())
    return f"{script.old.revision} → {script.new.revision}：変更は{count}件です。\n{''.join(lines)}"


def _titled(number: str, title: str) -> str:
    return one_line(f"{number} {title}" if number else title)


def _change(change: BlockChange) -> str:
    classes = "・".join(CLASSES[one] for one in change.classes)
    head = f"変更{change.number} {KINDS[change.kind]}（{classes}）"
    numbers = _numbers(change)
    body = "".join(_span(span) for span in change.spans)
    return f"  {head}\n  ・ {numbers}{body}\n"


def _numbers(change: BlockChange) -> str:
    """The printed number of a heading, marked where it changed."""
    sides = [one_line("".join(block.number for block in side)) for side in (change.old, change.new)]
    if change.type != "heading" or not any(sides):
        return ""
    if sides[0] == sides[1]:
        return f"{sides[0]} "
    old, new = (
        f"{marks[0]}{number}{marks[1]}" if number else ""
        for number, marks in zip(sides, (_DELETE, _INSERT), strict=True)
    )
    return f"{old}{new} "


def _span(span: Span) -> str:
    text = one_line(span.text.replace("\t", " ｜ ").replace("\n", " ／ "))
    if span.kind == "equal" or (span.variant and span.kind == "insert"):
        return text
    if span.variant:
        return ""
    marks = _DELETE if span.kind == "delete" else _INSERT
    return f"{marks[0]}{text}{marks[1]}"
