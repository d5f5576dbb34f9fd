"""Hard words: at the first place below each heading, whole words only, explained behind the paragraph."""

import re

import pytest

from macros.model.easy_words import EasyWord, EasyWords
from macros.site.article_text import flows, text_of
from macros.site.block_places import find_places
from macros.site.easy_popups import find_words, with_popups
from macros.views.frame import PageView


def word(name: str, *also: str) -> EasyWord:
    """A word of the glossary."""
    return EasyWord(id=f"w{len(name)}", word=name, also=also, reading="よみ", meaning="説明です。")


GLOSSARY = EasyWords(
    words=(word("市"), word("市民"), word("市民活動"), word("協働する団体", "協働"), word("つながり")),
    names=("みほらぼ",),
)
VIEW = PageView("docs/easy/kimari.md")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市民と市がします。", ["市民", "市"]),
        ("市民活動をする市民", ["市民活動", "市民"]),
        ("市役所の市", ["市"]),
        ("市民団体の市民", ["市民"]),
        ("見本市の市民", ["市民"]),
        ("協働します。", ["協働"]),
        ("「市民」（市）", ["市民", "市"]),
        ("案〈＝市の計画〉を市が作る", ["市"]),
        ("市〈＝市役所〉", ["市"]),
        ("人がつながります。つながりが続く", ["つながり"]),
        ("つながりを作る", ["つながり"]),
        ("", []),
    ],
)
def test_only_words_that_stand_by_themselves_are_found(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_words(text, GLOSSARY)] == found


def test_what_belongs_to_the_word_is_kept_on_its_line() -> None:
    text = "これは「市民」が、します。市民からのとても長い話"

    assert [text[one.first : one.last] for one in find_words(text, GLOSSARY)] == ["「市民」", "市民からの"]


def page(html: str) -> str:
    """A page with this in its box."""
    return f"<article><div data-easy>{html}</div></article>"


def buttons(html: str) -> list[str]:
    """The words that are buttons."""
    return re.findall('class="easy-word"[^>]*>([^<]*)</button>', html)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>市民と市民と市民</p>", ["市民"]),
        ("<h2>一</h2><p>市民</p><h2>二</h2><p>市民</p><p>市民</p>", ["市民", "市民"]),
        ("<h2>市民</h2><p>市民</p>", ["市民"]),
        ("<p><a href=x>市民</a>と市民</p>", ["市民"]),
        ("<p>市民〈＝住む人〉と市民</p>", []),
        ("<p>市<b>民</b>と市民</p>", ["市民"]),
        ("<div data-note><p>市民</p></div><p>市民</p>", ["市民"]),
        ("<ul><li>市民</li><li>市</li></ul>", ["市民", "市"]),
        ("<table><tr><td>市民</td><td>市</td></tr></table>", ["市民", "市"]),
    ],
)
def test_a_word_is_a_button_at_its_first_place_below_each_heading(html: str, found: list[str]) -> None:
    assert buttons(with_popups(page(html), GLOSSARY, VIEW)) == found


@pytest.mark.parametrize(
    ("html", "around"),
    [
        ("<p>市民です</p><p>次</p>", ("</p><div", "</div><p>次")),
        ("<ul><li>市民です<ul><li>内</li></ul></li></ul>", ("です</span><div", "</div><ul>")),
        ("<table><tr><td>市民です</td><td>右</td></tr></table>", ("です</span><div", "</div></td><td>右")),
    ],
)
def test_the_explanation_stands_behind_the_paragraph_item_or_cell(html: str, around: tuple[str, str]) -> None:
    found = with_popups(page(html), GLOSSARY, VIEW)

    assert all(one in found for one in around)
    assert found.count("popovertarget=") == 2
    ids = re.findall(' id="(kotoba-[0-9]+)"', found)
    assert re.findall('popovertarget="([^"]*)"', found) == ids * 2


def test_the_text_outside_notes_stays_and_each_sentence_stays_one() -> None:
    html = page("<p>市民と<b>市</b>がします。</p>")
    found = with_popups(html, GLOSSARY, VIEW)
    bare = re.sub("<div class=.easy-popup.*?</div>|</?button[^>]*>|<span class=.easy-term.>|</span>", "", found)

    assert bare == html
    assert "市民と市がします。" in [text_of(one) for one in flows(found)]
    assert find_places(found) is not None


def test_without_a_page_of_words_nothing_leads_there() -> None:
    html = page("<p>市民</p>")

    assert "easy/words/#w2" in with_popups(html, GLOSSARY, VIEW)
    assert "href" not in with_popups(html, GLOSSARY, VIEW, listed=False)


def test_neither_the_page_of_words_nor_an_empty_glossary_has_buttons() -> None:
    html = page("<p>市民</p>")

    assert with_popups(html, GLOSSARY, PageView("docs/easy/words.md")) == html
    assert with_popups(html, EasyWords(), VIEW) == html


def test_words_without_a_particle_are_never_torn() -> None:
    glossary = EasyWords(words=(word("わこらぼ"), word("成果の帰属")), names=("まちの駅",))

    assert glossary.whole == ("まちの駅", "わこらぼ")
    assert [one.word.word for one in find_words("わこらぼで聞きます。", glossary)] == ["わこらぼ"]
