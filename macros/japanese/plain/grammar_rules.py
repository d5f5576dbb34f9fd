"""Rules of easy Japanese on grammar: negation, passive, duty, endings."""

import re
from collections.abc import Iterator

from macros.japanese.plain.length_rules import start_of
from macros.japanese.plain.registry import Slip, rule
from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary
from macros.japanese.words import Word

MOST_JOINTS = 2
"""Conjunctive particles in a sentence."""

_SHOWN_END = 8
"""So many characters of the end of a sentence are shown."""

_NO = r"(?:ない|なかった|ありません|ありえ|あり得|ございません|いえません|言えません|できません)"
_DOUBLE = re.compile(
    rf"ない(?:こと|わけ|もの|の|と)?(?:は|では|でも|も|が)(?:{_NO}|限[りら]|かぎ[りら])"
    rf"|なく(?:は|も){_NO}|[ぁ-ん]ず(?:には?|とも)(?:い[らな]れ|す[まみ])|ざるを[得え]"
    r"|(?:ない(?:と|ば)|なければ|なくては|なくちゃ)、?(?!(?:なら|なり|いけ|だめ))[^。]*?(?:ません|ない|できず)"
)
_DUTY = re.compile(
    r"(?:なけれ|ね)ば(?:なら|なり|いけ)\w{0,4}|なくては(?:なら|なり|いけ)\w{0,4}|ないと(?:いけ|だめ)\w{0,4}"
    r"|べき(?:です|だ|で|もの)?"
)
_ONLY = re.compile(r"しか[^。、]*?(?:ません|ない)")
_VOICE = {"れる": "受け身", "られる": "受け身", "せる": "使役", "させる": "使役"}
_LEXICAL = {("知ら", "せる"), ("聞か", "せる"), ("済ま", "せる")}
"""Verbs of their own that look like causatives: 知らせる."""
_POLITE = re.compile(r"(?:です|ます|ません|でした|ました|ください|ましょう|でしょう)(?:か|ね|よ)?[。！？」』）)]*$")
_ENDS = re.compile(r"[。！？][」』）)]*$")
_HONORIFIC = re.compile(
    r"お(?:[一-鿿]{1,2}(?:(?!を)[ぁ-ん]){0,2}|(?:(?!を)[ぁ-ん]){2,3})(?:ください|いただ[きくけい]|いたし|します|する(?!と))"
    r"|お(?:[一-鿿]{1,2}[ぁ-ん]?|[ぁ-ん]{1,3})[いきぎしちにびみりえけげせてねべめれ]にな[りるっら]"
    r"|ご[一-鿿]{1,4}(?:になり|になる|ください|いただ[きくけい]|いたし|します|する)"
    r"|いただ[きくけい]\w{0,2}|頂[きくけい]|くださ(?!い[。、よねとがけ」]|い$)[いるっりら]\w?|下さ[いるっり]"
    r"|申し?上げ|申し(?:ます|ました)|いたし(?:ます|ました)|ございま[すし]|いらっしゃ|なさ[いるっり]\w?|おり(?:ます|ました)"
    r"|参り(?:ます|ました)|存じ|うかが[いうっ]|伺[いうっ]|拝見|差し上げ|召し上が"
)


@rule("E016")
def many_joints(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """More than two conjunctive particles; て before ください, いる … joins nothing."""
    found = sentence.words
    befores = ("", *(word.surface for word in found[:-1]))
    placed = zip(befores, found, (*found[1:], None), strict=True)
    joints = [word for before, word, after in placed if _joins(before, word, after)]
    if len(joints) > MOST_JOINTS:
        shown = "、".join(f"〜{word.surface}" for word in joints)
        yield Slip(start_of(sentence), {"count": str(len(joints)), "joints": shown})


def _joins(before: str, word: Word, after: Word | None) -> bool:
    if word.base == "だ" and word.surface == "で":
        return before == "の" and not (after and after.surface in ("は", "も"))  # ので is two words here
    if word.part != "助詞-接続助詞":
        return False
    return not (word.surface in ("て", "で") and after is not None and after.part == "動詞-非自立可能")


@rule("E017")
def double_negation(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Two negations of one thing: ないことはない, 〜ないと〜できません."""
    for match in _DOUBLE.finditer(sentence.text):
        yield Slip(match[0])


@rule("E018")
def passive_or_causative(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Passive, causative, and the potential that looks like the passive."""
    before = ""
    for word in sentence.words:
        if word.part.startswith("助動詞") and word.base in _VOICE and (before, word.base) not in _LEXICAL:
            yield Slip(before + word.surface, {"kind": _VOICE[word.base]})
        before = word.surface


@rule("E019")
def duty_or_only(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Negations that mean a duty (なければなりません) or a limit (しか…ない)."""
    for match in _DUTY.finditer(sentence.text):
        yield Slip(match[0], {"instead": "「〜してください」か「〜ことが必要です」"})
    for match in _ONLY.finditer(sentence.text):
        yield Slip(match[0], {"instead": "「〜だけです」「〜だけ〜ます」"})


@rule("E020")
def no_polite_ending(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """A full sentence that does not end in です or ます."""
    full = sentence.form in ("sentence", "item") and _ENDS.search(sentence.text)
    if full and not _POLITE.search(sentence.text):
        yield Slip(sentence.text[-_SHOWN_END:])


@rule("E021")
def honorific(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Honorific and humble words; 〜してください is right."""
    for match in _HONORIFIC.finditer(sentence.text):
        yield Slip(match[0])
