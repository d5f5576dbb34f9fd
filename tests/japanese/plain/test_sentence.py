"""Sentences of easy Japanese and the explanations in them."""

import pytest

from macros.japanese.plain.sentence import EasySentence, easy_sentences


def test_an_explanation_is_a_sentence_of_its_own_behind_the_one_it_stands_in() -> None:
    found = easy_sentences("市は方針〈＝進め方。みんなの約束〉を話します。次です。", "sentence")

    assert found == (
        EasySentence("市は方針を話します。", "sentence", ("方針",)),
        EasySentence("進め方。", "explanation"),
        EasySentence("みんなの約束", "explanation"),
        EasySentence("次です。", "sentence"),
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("市の方針〈＝説明〉です。", "方針"),
        ("中間支援〈＝説明〉です。", "中間支援"),
        ("これを「市民の 声」〈＝説明〉といいます。", "市民の 声"),
        ("みんなで話し合う〈＝説明〉ことです。", "話し合う"),
        ("市と協働する〈＝説明〉人です。", "協働する"),
        ("〈＝説明〉です。", ""),
    ],
)
def test_the_word_that_is_explained(text: str, term: str) -> None:
    assert easy_sentences(text, "sentence")[0].explains == (term,)


def test_two_explanations_in_a_sentence() -> None:
    (first, *inner) = easy_sentences("方針〈＝進め方〉と趣旨〈＝わけ〉です。", "sentence")

    assert first == EasySentence("方針と趣旨です。", "sentence", ("方針", "趣旨"))
    assert [one.text for one in inner] == ["進め方", "わけ"]


def test_an_explanation_that_is_never_closed_is_text() -> None:
    assert easy_sentences("方針〈＝進め方です。", "sentence") == (EasySentence("方針〈＝進め方です。", "sentence"),)


def test_no_sentence_in_an_empty_text() -> None:
    assert easy_sentences(" \n", "sentence") == ()
