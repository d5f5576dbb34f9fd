"""Read a text file that staff saved, or say in what way it cannot be read."""

from dataclasses import dataclass

from macros.japanese.unseen import Unseen, find_unseen
from macros.model.bounds import beyond
from macros.model.findings import Finding, Place, finding
from macros.model.tree import Tree


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text, or the findings that say why there is none."""

    file: str
    """Path from the root, with `/`."""
    text: str | None
    """The text with LF line ends and without a byte order mark; none where it cannot be read."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file."""


def read_text(tree: Tree, file: str) -> TextFile:
    """The text of `file` (path from the root) as UTF-8 with LF line ends."""
    data = tree.files.get(file)
    if data is None:
        return TextFile(file, None, (tree.refused.get(file) or finding("F001", Place(file)),))
    if not data.strip():
        return _refused(file, "F004")
    return _decode(file, data)


def unseen_finding(unseen: Unseen, place: Place) -> Finding:
    """What to say of a sign that may not stand at a place."""
    return finding("F020" if unseen.is_torn else "F007", place, sign=unseen.name)


def _refused(file: str, code: str) -> TextFile:
    return TextFile(file, None, (finding(code, Place(file)),))


def _decode(file: str, data: bytes) -> TextFile:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(file, "F003")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file, data[: error.start].count(b"\n") + 1)
        guess = "Shift_JIS（CP932）" if _is_cp932(data) else "UTF-8ではない文字コード"
        return TextFile(file, None, (finding("F002", place, guess=guess),))
    return _line_ends(file, text)


def _is_cp932(data: bytes) -> bool:
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return False
    return True


def _line_ends(file: str, text: str) -> TextFile:
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        return TextFile(file, None, (finding("F006", Place(file, line)),))
    if unseen := find_unseen(text):
        line = text[: unseen.at].count("\n") + 1
        place = Place(file, line, unseen.at - text.rfind("\n", 0, unseen.at))
        return TextFile(file, None, (unseen_finding(unseen, place),))
    if refused := beyond(file, text):
        return TextFile(file, None, (refused,))
    return TextFile(file, text)
