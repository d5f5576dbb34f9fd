"""Lines for sentences that have no approved reading yet, as comments that a person turns into approved lines.

What is added to a file, with its meaning on the right:

    #? 今日《きょう》、町《まち》は変《か》わりました。      to be read; right, once 「#? 」 is deleted
    # 別の読み：今日（こんにち）                         where the two readers disagree
"""

from collections.abc import Iterable, Iterator, Sequence

from macros.japanese.reading_rules import Rule
from macros.japanese.readings import disagreements, propose
from macros.japanese.ruby import unread
from macros.model.allowed_readings import MARK
from macros.model.readings import Approved, parse_line, write_line

PROPOSED = "#? "
"""Begins a proposed line: a comment until a person has read it."""

HEAD = """\
# 読みを確かめた人：（名前）　確かめた日：（日付）　市は、この読みを確かめていません。
# 行の初めの「#? 」は、機械が出した読みです。文を読んで確かめ、直してから、「#? 」を消してください。
# 同じ字で読みの違う言葉（今日、下、人、方など）を2回確かめた行は、「!」で始めます。
"""


def with_proposals(text: str | None, sentences: Iterable[str], rules: Sequence[Rule], page: str) -> str:
    """The text of a file of readings with proposals for the sentences that it does not have.

    Args:
        text: the file as it is, none where there is none; it is kept byte for byte.
        sentences: sentences of the page, in order.
        rules: rules of this city.
        page: path of the page, for rules with a scope.
    """
    before = HEAD if text is None else text
    known = set(_known(before))
    new = [one for one in dict.fromkeys(sentences) if one not in known]
    if not new:
        return before
    lines = [line for sentence in new for line in _lines(sentence, rules, page)]
    end = "" if before.endswith("\n") or not before else "\n"
    return before + end + "".join(f"{line}\n" for line in lines)


def _known(text: str) -> Iterator[str]:
    """Sentences of a file, approved or proposed."""
    for line in text.split("\n"):
        content = line.removeprefix(PROPOSED)
        if content.strip() and not content.startswith(("#", MARK)):
            yield parse_line("", 1, content.rstrip())[0].sentence


def _lines(sentence: str, rules: Sequence[Rule], page: str) -> Iterator[str]:
    ruby = propose(sentence, rules, page)
    yield PROPOSED + write_line(Approved(ruby))
    for words, _, second in disagreements(ruby):
        yield f"# 別の読み：{words}（{second}）"
    for run in unread(ruby):
        yield f"# 読みが分からない：{run}"
