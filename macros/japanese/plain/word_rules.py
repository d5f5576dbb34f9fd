"""Rules of easy Japanese on words: their level, katakana, vague and imitative words."""

import re
from collections.abc import Iterator

from macros.japanese.plain.registry import Slip, rule
from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary

_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
_NOMINAL = re.compile(r"を(?:行[いうえおっわ]|おこな[いうえおっわ]|実施)")
_VAGUE = {
    "適宜": "いつ、だれがするか",
    "随時": "いつするか",
    "適切": "どうすることか",
    "適当": "どうすることか",
    "速やか": "「すぐに」",
    "当該": "「その」",
    "遅滞なく": "「すぐに」",
    "及び": "「と」",
    "および": "「と」",
    "並びに": "「と」",
    "又は": "「または」「か」",
    "もしくは": "「または」「か」",
    "若しくは": "「または」「か」",
    "しっかり": "どうすることか",
    "きちんと": "どうすることか",
    "ちゃんと": "どうすることか",
    "なるべく": "「できれば」",
    "いきいき": "どんなようすか",
    "生き生き": "どんなようすか",
    "どんどん": "どのくらいか",
    "わくわく": "どんな気持ちか",
    "どきどき": "どんな気持ちか",
    "にこにこ": "どんなようすか",
    "のびのび": "どんなようすか",
    "じっくり": "「時間をかけて」",
    "ばらばら": "どんなようすか",
    "ぎりぎり": "「〜のすぐ前」",
    "ワクワク": "どんな気持ちか",
    "ドキドキ": "どんな気持ちか",
}
"""Vague or imitative word → what to say instead."""
_AND_SO_ON = re.compile(r"(?<![対平均同])等(?!し|分|級|身)")


@rule("E022")
def hard_word(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """A word beyond N3 that no list of the site has and that the page has not explained."""
    if known.levels is None:
        return
    for word in known.hard(sentence.text):
        if not _KATAKANA.fullmatch(word.surface):
            level = known.level(word)
            about = "言葉の一覧にない" if level is None else f"むずかしい（N{level}の）"
            yield Slip(word.surface, {"about": about, "base": word.base or word.surface})


@rule("E023")
def katakana_word(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """A word in katakana that no list of the site has."""
    for word in known.unlisted(sentence.text):
        if word.surface not in _VAGUE and (match := _KATAKANA.search(word.surface)):
            yield Slip(match[0] if word.part.startswith("助") else word.surface)


@rule("E024")
def nominal_verb(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """〜を行う, 〜を実施する: the noun is the verb."""
    for match in _NOMINAL.finditer(sentence.text):
        yield Slip(match[0])


@rule("E028")
def vague_word(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """Words that leave open what is meant, and words that imitate sounds or looks; names are what they are."""
    text = known.without(known.names, sentence.text)
    for word, instead in _VAGUE.items():
        if word in text:
            yield Slip(word, {"instead": f"{instead}を書いてください。"})
    if match := _AND_SO_ON.search(text):
        yield Slip(match[0], {"instead": "「など」と書いてください。"})
