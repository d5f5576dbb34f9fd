"""Check of readings against what readers could read: those that nobody proposes, and the marks that allow them.

What the dictionary knows, but nobody proposes in the sentence, is held against the same word elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.japanese.notation import write
from macros.japanese.placed import part, spans
from macros.japanese.plausible import Heard, Judged, Use, judge, occurrences
from macros.japanese.reading_rules import Rule
from macros.japanese.readings import propose
from macros.japanese.ruby import plain
from macros.model.allowed_readings import MarkProblem, mark_finding, write_allowed
from macros.model.findings import Finding, Place, finding
from macros.model.project import Project
from macros.model.read_texts import ReadText, read_texts

_AGAIN = 2
"""Sentences in which a reading that fits none of them is no chance."""

_TOLD = 5
"""Findings of a kind that are told of one sentence."""

_SHOWN = 40
"""Code points of words that a finding tells."""


def check_plausible(project: Project) -> Iterator[Finding]:
    """All readings of the tree, each in its sentence."""
    rules = project.data.reading_rules.record.as_rules()
    read = [(one, _judged(one, rules)) for one in read_texts(project)]
    habits = _Habits(read)
    for one, judged in read:
        yield from _check_unproposed(one, judged, rules)
        yield from _check_unsure(one, judged, habits)
        yield from _check_marks(one, judged)


def _judged(one: ReadText, rules: tuple[Rule, ...]) -> Judged:
    allowed = one.approved.allowed if one.approved else ()
    return judge(one.ruby, rules, one.page, tuple(mark.words for mark in allowed))


class _Habits:
    """How words are read in the sentences of the tree."""

    def __init__(self, read: Sequence[tuple[ReadText, Judged]]) -> None:
        self.sure: dict[Use, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        """Readings that sentences ask for, and these sentences."""
        self.unsure: dict[tuple[Use, str], set[str]] = defaultdict(set)
        """Sentences in which a word has a reading that they do not ask for."""
        lines = [one.approved for one, _ in read if one.approved]
        later = {one.sentence for one in lines if one.number > 1}
        self.told_apart = later & {one.sentence for one in lines if one.number == 1}
        """Sentences that stand with several readings, which a person told apart."""
        for one, judged in read:
            sentence = plain(one.ruby)
            for use, reading in judged.sure:
                self.sure[use][reading].add(sentence)
            for heard in judged.unsure:
                self.unsure[heard.use, heard.reading].add(sentence)

    def against(self, heard: Heard, sentence: str) -> str | None:
        """What speaks against a reading in a sentence; none where it is as good as another."""
        sure = self.sure.get(heard.use, {})
        if heard.reading in sure or sentence in self.told_apart:
            return None
        if others := sorted(reading for reading, where in sure.items() if where - {sentence}):
            return f"ほかの文では「{'」「'.join(others)}」と読んでいます。"
        if heard.ground == "joint":
            return "前の言葉に続いて音が変わる読みは、辞書にありません。"
        is_again = len(self.unsure[heard.use, heard.reading]) >= _AGAIN
        return "同じ読みのどの文でも、前後の言葉に合いません。" if is_again else None


def _check_unproposed(one: ReadText, judged: Judged, rules: Sequence[Rule]) -> Iterator[Finding]:
    proposed = propose(plain(one.ruby), rules, one.page) if judged.unproposed else ()
    for start, end in judged.unproposed[:_TOLD]:
        given, better = write(part(one.ruby, start, end)), write(part(proposed, start, end))
        first = f"「{better}」なら、そう直してください。" if better != given and len(better) <= _SHOWN else ""
        yield finding("R017", one.at(start), given=given[:_SHOWN], fix=first + _allow(one, given))


def _check_unsure(one: ReadText, judged: Judged, habits: _Habits) -> Iterator[Finding]:
    """Readings of the dictionary that the sentence does not ask for; one given by hand on a page is meant so."""
    if one.approved is None:
        return
    told = [(heard, other) for heard in judged.unsure if (other := habits.against(heard, plain(one.ruby)))]
    for heard, other in told[:_TOLD]:
        given = write(part(one.ruby, heard.start, heard.end))
        fix = "前後の文を読んで確かめ、違うときは直してください。" + _allow(one, given)
        yield finding("R019", one.at(heard.start), given=given[:_SHOWN], other=other, fix=fix)


def _allow(one: ReadText, given: str) -> str:
    if one.approved:
        return f"この読みが正しいときは、文のすぐ上の行に「={given[:_SHOWN]} 理由」と書いてください。"
    return "この読みが正しいときは、data/reading_rules.ymlに、理由と一緒に書いてください。"


def _check_marks(one: ReadText, judged: Judged) -> Iterator[Finding]:
    """Marks above a sentence that does not hold their words so, or does not need them."""
    for mark in one.approved.allowed if one.approved else ():
        meant = [(found.start, found.end, found.reading) for found in occurrences(plain(one.ruby), mark.words)]
        if not any((start, end) in judged.allowed for start, end, _ in meant):
            problem: MarkProblem = "needless" if set(meant) & set(spans(one.ruby)) else "absent"
            yield mark_finding(Place(one.place.file, mark.line), write_allowed(mark), problem)
