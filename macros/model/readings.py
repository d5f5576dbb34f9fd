r"""Approved readings: `data/readings/<page>.txt`, one sentence a line, in the notation of 青空文庫.

A file, with the meaning of its marks on the right:

    # 読みを確かめた人：…　確かめた日：2026-11-22　市は確かめていません。
    協働《きょうどう》とは、異《こと》なる主体《しゅたい》が力《ちから》を合《あ》わせることです。
    !今日《こんにち》、町《まち》は変《か》わりました。     ! its homographs were read twice
    @2 今日《きょう》、町《まち》は変《か》わりました。     @2 the second reading of the same sentence
    =生《い》… 引用が「生かす」の途中で切れている        = allows a reading that no reader proposes, with its reason,
    強《つよ》みを生《い》…                              in the sentence below; several may stand above one
    \#から始《はじ》まる文《ぶん》                        \ before a sentence that begins with # ! @ = \
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from macros.japanese.notation import Slip, base_offsets, parse, write
from macros.japanese.placed import spans
from macros.japanese.ruby import KANJI, Ruby, hiragana, plain, unread
from macros.model.allowed_readings import MARK, Allowed, mark_finding, parse_allowed, write_allowed
from macros.model.findings import Finding, Place, finding
from macros.model.text_file import TextFile, read_text
from macros.model.tree import Tree, list_files

FOLDER = "data/readings"

_LINE = re.compile(r"(?P<twice>!?)(?P<number>@\S*[ 　]|@\S*\Z)?(?P<escape>\\?)(?P<text>.*)", re.DOTALL)
_ESCAPED = ("#", "!", "@", MARK, "\\")
_CODES = {"unclosed": "R001", "unopened": "R001", "reading": "R002", "no base": "R003", "base": "R003", "bar": "R004"}
_UNREAD = re.compile(f"(?<![{KANJI}])[{KANJI}]+(?![{KANJI}《])")
_HEAD = re.compile(r"#.*確かめた人")


@dataclass(frozen=True, slots=True)
class Approved:
    """A sentence with the readings that a person approved."""

    ruby: Ruby
    """Text and readings."""
    twice: bool = False
    """Whether its homographs were read twice."""
    number: int = 1
    """1, or which of several readings of the same sentence this is."""
    line: int = 0
    """Line of the file."""
    allowed: tuple[Allowed, ...] = ()
    """Readings that the marks above it allow."""
    written: str = field(default="", repr=False, compare=False)
    """Its line as it stands in the file."""

    @property
    def sentence(self) -> str:
        """The sentence as it stands on the page, without spaces around it."""
        return plain(self.ruby)

    def column(self, start: int) -> int:
        """Column of the line where the first reading stands from this offset of the sentence on."""
        match = _LINE.fullmatch(self.written)
        places = zip(spans(self.ruby), base_offsets(match["text"]) if match else (), strict=False)
        return next((match.start("text") + at + 1 for (begin, _, _), at in places if match and begin >= start), 1)


@dataclass(frozen=True, slots=True)
class ReadingsFile:
    """A file of approved readings."""

    file: str
    """Path from the root."""
    lines: tuple[Approved, ...] = ()
    """Its sentences, in order."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with it."""


def write_line(approved: Approved) -> str:
    """A sentence as a line of the file, without the marks above it; `parse_line` reads it back."""
    mark = "!" if approved.twice else ""
    number = f"@{approved.number} " if approved.number > 1 else ""
    text = write(approved.ruby)
    return f"{mark}{number}{_escape(text)}{text}"


def _escape(text: str) -> str:
    """What keeps the first sign of a sentence from being taken for a mark."""
    return "\\" if text.startswith(_ESCAPED) else ""


def list_readings(tree: Tree) -> list[str]:
    """Files of approved readings, as paths from the root, sorted."""
    return list_files(tree, FOLDER, "txt")


def read_readings(tree: Tree, file: str) -> ReadingsFile:
    """Read the file of readings `file` (path from the root); each file of a tree is parsed once."""
    return tree.once(_read, file)


def _read(tree: Tree, file: str) -> ReadingsFile:
    return parse_readings(read_text(tree, file))


def parse_readings(source: TextFile) -> ReadingsFile:
    """Parse a file that was read."""
    if source.text is None:
        return ReadingsFile(source.file, (), source.findings)
    approved: list[Approved] = []
    findings: list[Finding] = []
    waiting: list[Allowed] = []
    if not any(_HEAD.match(line) for line in _comments_at_the_head(source.text)):
        findings.append(finding("R008", Place(source.file)))
    for number, line in enumerate(source.text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(MARK):
            allowed = parse_allowed(line.rstrip(), number)
            waiting += [allowed] if allowed else []
            findings += [] if allowed else [mark_finding(Place(source.file, number), line.rstrip(), "form")]
            continue
        found, wrong = parse_line(source.file, number, line.rstrip())
        findings += wrong
        if not wrong:
            approved.append(replace(found, allowed=tuple(waiting)))
        waiting = []
    findings += [mark_finding(Place(source.file, one.line), write_allowed(one), "alone") for one in waiting]
    return ReadingsFile(source.file, tuple(approved), tuple(findings))


def _comments_at_the_head(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            return
        yield line


def parse_line(file: str, number: int, line: str) -> tuple[Approved, tuple[Finding, ...]]:
    """One sentence with its marks, and what is wrong with it."""
    match = _LINE.fullmatch(line)
    if match is None:  # The pattern takes any line; this is for the type checker.
        raise ValueError(line)
    ruby, slips = parse(match["text"])
    offset = match.start("text")
    findings = [slip_finding(slip, Place(file, number, offset + slip.at + 1)) for slip in slips]
    marked = match["number"]
    nth = _number(marked)
    if nth is None or not match["text"]:
        findings.append(finding("R007", Place(file, number), given=line[:20]))
    if not findings:
        findings = list(_unread(Place(file, number, offset + 1), match["text"], ruby))
    return Approved(ruby, bool(match["twice"]), nth or 1, number, written=line), tuple(findings)


def slip_finding(slip: Slip, place: Place) -> Finding:
    """What is told of a slip of the notation."""
    return finding(_CODES[slip.kind], place, given=slip.given, fix=_fix(slip.given))


def _number(marked: str | None) -> int | None:
    """Number behind @, 1 where there is none; none where it is no number from 2 on."""
    if marked is None:
        return 1
    digits = marked[1:].strip()
    return int(digits) if re.fullmatch(r"[2-9]|[1-9][0-9]", digits) else None


def _fix(given: str) -> str:
    """What to write instead of a reading in katakana."""
    proposed = hiragana(given)
    if given and re.fullmatch("[ぁ-ゖー]+", proposed):
        return f"「{proposed}」に直してください。"
    return "読みを、ひらがなだけで書いてください。"


def _unread(start: Place, text: str, ruby: Ruby) -> Iterator[Finding]:
    """Kanji without a reading, each run once."""
    places: dict[str, int] = {}
    for match in _UNREAD.finditer(text):
        places.setdefault(match[0], match.start())
    for run in dict.fromkeys(unread(ruby)):
        yield finding("R005", replace(start, column=start.column + places.get(run, 0)), given=run)


def twofold(files: Iterable[ReadingsFile]) -> Iterator[Finding]:
    """The same sentence twice: with two readings an error, with the same ones in one file a needless line."""
    first: dict[tuple[str, int], tuple[str, Approved]] = {}
    for source in files:
        for one in source.lines:
            file, before = first.setdefault((one.sentence, one.number), (source.file, one))
            if before is one or (file != source.file and before.ruby == one.ruby):
                continue
            code = "R009" if before.ruby == one.ruby else "R006"
            where = f"{before.line}行" if file == source.file else f"{file} {before.line}行"
            yield finding(code, Place(source.file, one.line), given=one.sentence[:20], first=where)
