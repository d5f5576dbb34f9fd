"""Every rule of easy Japanese: what it finds, and beside it what is right."""

import pytest

from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.lint import lint
from macros.japanese.plain.registry import RULES
from macros.japanese.plain.sentence import Form, easy_sentences
from macros.japanese.plain.vocabulary import Vocabulary

NAMES = frozenset({"見本市", "見本市役所会", "人をつなぐ 町（まち）"})
KNOWN = Vocabulary(NAMES | {"協働", "ページ", "市民活動団体"}, NAMES, load_levels())


def found(text: str, form: Form = "sentence", known: Vocabulary = KNOWN) -> list[tuple[str, str]]:
    """Codes and places of what breaks a rule in a text."""
    return [(code, slip.given) for one in easy_sentences(text, form) for code, slip in lint(one, known)]


SLIPS = [
    ("E006", "市民が 来ます。", "が 来"),
    ("E006", "市民が　来ます。", "が　来"),
    ("E006", "PDF を見ます。", "F を"),
    ("E007", "市民（しみん）が来ます。", "市民（しみん）"),
    ("E007", "話し(はなし)ます。", "話し(はなし)"),
    (
        "E020",
        "朝に来た人は、みんなで話して、みんなで考えて、みんなで町をよくして、話します。",
        "朝に来た人は、みんなで話",
    ),
    ("E021", "朝と夜と春と秋と山と川と海と空と町と店と車と駅と本と花を見ます。", "朝と夜と春と秋と山と川と"),
    ("E022", "市民活動会議に来ます。", "市民活動会議"),
    ("E023", "朝、昼、夜、春、町に来ます。", "朝、昼、夜、春、町に来ま"),
    ("E023", "朝・昼・夜・春・秋です。", "朝・昼・夜・春・秋です。"),
    ("E024", "寒いけれど、歩くと、人がいるので、話します。", "寒いけれど、歩くと、人が"),
    ("E025", "聞かないことはありません。", "ないことはありません"),
    ("E025", "聞かないわけではないです。", "ないわけではない"),
    ("E025", "なくはないです。", "なくはない"),
    ("E025", "見ざるを得ません。", "ざるを得"),
    ("E025", "紙に書かないと、出すことができません。", "ないと、出すことができません"),
    ("E025", "紙に書かなければ、出すことはできません。", "なければ、出すことはできません"),
    ("E026", "市民が町に呼ばれます。", "呼ばれ"),
    ("E026", "ここから見られます。", "見られ"),
    ("E026", "市民に書かせます。", "書かせ"),
    ("E027", "紙に書かなければなりません。", "なければなりません"),
    ("E027", "早く来ないといけません。", "ないといけません"),
    ("E027", "話を聞くべきです。", "べきです"),
    ("E027", "朝しか話すことができません。", "しか話すことができません"),
    ("E028", "市民が町に来る。", "市民が町に来る。"),
    ("E029", "市の人がお読みになります。", "お読みになり"),
    ("E029", "お知らせします。", "お知らせします"),
    ("E029", "ご説明いたします。", "ご説明いたし"),
    ("E029", "紙を読んでいただきます。", "いただきます"),
    ("E029", "市の人がくださいました。", "くださいま"),
    ("E029", "意見を申し上げます。", "申し上げ"),
    ("E030", "市は方針を話します。", "方針"),
    ("E031", "市民がシンポジウムに来ます。", "シンポジウム"),
    ("E032", "市民が話を行います。", "を行い"),
    ("E032", "計画を実施します。", "を実施"),
    ("E033", "令和5年に話しました。", "令和5年"),
    ("E033", "平成25年度に話しました。", "平成25年度"),
    ("E033", "平成二十五年に話しました。", "平成二十五年"),
    ("E033", "R5年に話しました。", "R5年"),
    ("E034", "朝〜夜に来ます。", "朝〜夜に来ます"),
    ("E034", "9月～10月です。", "9月～10月です"),
    ("E035", "14時に来ます。", "14時"),
    ("E035", "１４時に来ます。", "１４時"),
    ("E035", "9:30に来ます。", "9:30"),
    ("E035", "午後14時に来ます。", "午後14時"),
    ("E036", "花や木等を見ます。", "等"),
    ("E036", "市民がどんどん来ます。", "どんどん"),
    ("E036", "市民は速やかに話します。", "速やか"),
]


@pytest.mark.parametrize(("code", "text", "given"), SLIPS, ids=[f"{one[0]}-{one[2][:9]}" for one in SLIPS])
def test_a_rule_finds_its_slip(code: str, text: str, given: str) -> None:
    assert (code, given) in found(text)


RIGHT = [
    "協働は、みんなで力を合わせて、町をよくすることです。",
    "市民と市は、同じ立場です。上も下もありません。",
    "はじめに、相手をよく知ってください。",
    "市民が町を見ています。",
    "力を合わせます。市は、日を知らせます。",
    "お金を出してください。お茶を飲みます。",
    "令和5年（2023年）の話です。2013年（平成25年）の話です。",
    "午後2時に来ます。12時に来ます。24時間話します。",
    "朝から夜まで、町にいます。",
    "市民と市の平等な話です。",
    "雨かもしれません。",
    "見本市役所会に来ます。市民活動団体もいます。",
    "『人をつなぐ 町（まち）』を読みます。",
    "Aの場所に来ます。3件の話です。",
    "それぞれの考え方を話し合います。",
    "ページの大きさを見ます。多くの人が来ます。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_found(text: str) -> None:
    assert found(text) == []


def test_every_rule_is_tried() -> None:
    assert {code for code, _, _ in SLIPS} == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_without_a_rule_its_slips_are_missed(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, code)

    assert not any(code == one for _, text, _ in SLIPS for one, _ in found(text))


def test_a_sentence_of_35_characters_is_short_enough() -> None:
    text = "あ" * 32 + "です。"

    assert (len(text), "E020" in dict(found(text)), "E020" in dict(found("あ" + text))) == (35, False, True)


def test_of_more_than_50_characters_it_says_so_more_strongly() -> None:
    sentence = easy_sentences("あ" * 80, "sentence")[0]

    (slip,) = RULES["E020"](sentence, KNOWN)

    assert slip.values == {"length": "80", "much": "50字より長く、とても読みにくい"}


def test_titles_and_names_in_lists_need_not_end_politely() -> None:
    assert found("町に来る人", "title") == []
    assert found("町に来る人", "item") == []
    assert found("町に来る。", "item") == [("E028", "町に来る。")]


def test_a_space_behind_the_number_of_a_title_is_right() -> None:
    assert found("1 町", "title") == []
    assert found("(2) 町", "title") == []
    assert found("① 町", "title") == []
    assert found("1 町 人", "title") == [("E006", "町 人")]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("14時", "午後2時"),
        ("9:30", "午前9時30分"),
        ("13:00", "午後1時"),
        ("12:15", "午後12時15分"),
        ("0:10", "午前0時10分"),
    ],
)
def test_the_hour_that_is_suggested(text: str, instead: str) -> None:
    (slip,) = RULES["E035"](easy_sentences(text, "item")[0], KNOWN)

    assert slip.values["instead"] == instead


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("令和元年", "令和元年（2019年）"),
        ("平成25年度", "平成25年度（2013年度）"),
        ("昭和四十五年", "昭和四十五年（1970年）"),
        ("平成十年", "平成十年（1998年）"),
        ("平成５年", "平成５年（1993年）"),
    ],
)
def test_the_western_year_that_is_suggested(text: str, instead: str) -> None:
    (slip,) = RULES["E033"](easy_sentences(text, "item")[0], KNOWN)

    assert slip.values["instead"] == instead


def test_without_the_list_of_levels_no_word_is_too_hard() -> None:
    known = Vocabulary(KNOWN.spellings, KNOWN.names)

    assert found("市は方針を話します。", known=known) == []
    assert found("シンポジウムです。", known=known) == [("E031", "シンポジウム")]
