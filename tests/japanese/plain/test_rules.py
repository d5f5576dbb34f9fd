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
        "E012",
        "朝に来た人は、みんなで話して、みんなで考えて、みんなで町をよくして、話します。",
        "朝に来た人は、みんなで話",
    ),
    ("E013", "朝と夜と春と秋と山と川と海と空と町と店と車と駅と本と花を見ます。", "朝と夜と春と秋と山と川と"),
    ("E014", "市民活動会議に来ます。", "市民活動会議"),
    ("E015", "朝、昼、夜、春、町に来ます。", "朝、昼、夜、春、町に来ま"),
    ("E015", "朝・昼・夜・春・秋です。", "朝・昼・夜・春・秋です。"),
    ("E016", "寒いけれど、歩くと、人がいるので、話します。", "寒いけれど、歩くと、人が"),
    ("E017", "聞かないことはありません。", "ないことはありません"),
    ("E017", "聞かないわけではないです。", "ないわけではない"),
    ("E017", "なくはないです。", "なくはない"),
    ("E017", "見ざるを得ません。", "ざるを得"),
    ("E017", "紙に書かないと、出すことができません。", "ないと、出すことができません"),
    ("E017", "紙に書かなければ、出すことはできません。", "なければ、出すことはできません"),
    ("E018", "市民が町に呼ばれます。", "呼ばれ"),
    ("E018", "ここから見られます。", "見られ"),
    ("E018", "市民に書かせます。", "書かせ"),
    ("E019", "紙に書かなければなりません。", "なければなりません"),
    ("E019", "早く来ないといけません。", "ないといけません"),
    ("E019", "話を聞くべきです。", "べきです"),
    ("E019", "朝しか話すことができません。", "しか話すことができません"),
    ("E020", "市民が町に来る。", "市民が町に来る。"),
    ("E021", "市の人がお読みになります。", "お読みになり"),
    ("E021", "お知らせします。", "お知らせします"),
    ("E021", "ご説明いたします。", "ご説明いたし"),
    ("E021", "紙を読んでいただきます。", "いただきます"),
    ("E021", "市の人がくださいました。", "くださいま"),
    ("E021", "意見を申し上げます。", "申し上げ"),
    ("E022", "市は方針を話します。", "方針"),
    ("E023", "市民がシンポジウムに来ます。", "シンポジウム"),
    ("E024", "市民が話を行います。", "を行い"),
    ("E024", "計画を実施します。", "を実施"),
    ("E025", "令和5年に話しました。", "令和5年"),
    ("E025", "平成25年度に話しました。", "平成25年度"),
    ("E025", "平成二十五年に話しました。", "平成二十五年"),
    ("E025", "R5年に話しました。", "R5年"),
    ("E026", "朝〜夜に来ます。", "朝〜夜に来ます"),
    ("E026", "9月～10月です。", "9月～10月です"),
    ("E027", "14時に来ます。", "14時"),
    ("E027", "１４時に来ます。", "１４時"),
    ("E027", "9:30に来ます。", "9:30"),
    ("E027", "午後14時に来ます。", "午後14時"),
    ("E028", "花や木等を見ます。", "等"),
    ("E028", "市民がどんどん来ます。", "どんどん"),
    ("E028", "市民は速やかに話します。", "速やか"),
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

    assert (len(text), "E012" in dict(found(text)), "E012" in dict(found("あ" + text))) == (35, False, True)


def test_of_more_than_50_characters_it_says_so_more_strongly() -> None:
    sentence = easy_sentences("あ" * 80, "sentence")[0]

    (slip,) = RULES["E012"](sentence, KNOWN)

    assert slip.values == {"length": "80", "much": "50字より長く、とても読みにくい"}


def test_titles_and_names_in_lists_need_not_end_politely() -> None:
    assert found("町に来る人", "title") == []
    assert found("町に来る人", "item") == []
    assert found("町に来る。", "item") == [("E020", "町に来る。")]


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
    (slip,) = RULES["E027"](easy_sentences(text, "item")[0], KNOWN)

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
    (slip,) = RULES["E025"](easy_sentences(text, "item")[0], KNOWN)

    assert slip.values["instead"] == instead


def test_without_the_list_of_levels_no_word_is_too_hard() -> None:
    known = Vocabulary(KNOWN.spellings, KNOWN.names)

    assert found("市は方針を話します。", known=known) == []
    assert found("シンポジウムです。", known=known) == [("E023", "シンポジウム")]
