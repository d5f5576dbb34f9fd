"""Ruby in a page: over words, never across a tag, and the page stays the same without it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.readings import propose
from macros.model.look_up import Found, PlacedReading
from macros.site.ruby import apply_ruby, without_ruby
from tests.site.test_article_text import article


def by_machine(text: str) -> Found:
    """Any readings serve to test where they are put."""
    found, at = [], 0
    for segment in propose(text):
        end = at + len(segment.surface)
        if segment.reading:
            found.append(PlacedReading(at, end, segment.reading))
        at = end
    return Found(tuple(found), ())


def ruby(base: str, reading: str) -> str:
    """The markup of one word."""
    return f"<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<p>協働の町</p>", f"<p>{ruby('協働', 'きょうどう')}の{ruby('町', 'まち')}</p>"),
        ("<p>取り組む</p>", f"<p>{ruby('取', 'と')}り{ruby('組', 'く')}む</p>"),
        (
            "<p><del>協働</del><ins>町</ins></p>",
            f"<p><del>{ruby('協働', 'きょうどう')}</del><ins>{ruby('町', 'まち')}</ins></p>",
        ),
        ("<p title='協働'><!-- 協働 --><code>協働</code></p>", None),
        ("<p>協<b>働</b></p>", None),
        ("<svg><text>協働</text></svg><script>'協働'</script>", None),
    ],
)
def test_words_get_ruby_and_nothing_else_does(inner: str, expected: str | None) -> None:
    assert apply_ruby(article(inner), by_machine).text == article(expected or inner)


def test_a_word_that_a_mark_tears_is_left_and_told() -> None:
    page = apply_ruby(article("<p>協<b>働</b>です</p>"), by_machine)

    assert page.torn == ("協働（きょうどう）",)
    assert page.count == 0


def test_a_word_written_by_its_number_gets_ruby_too() -> None:
    assert apply_ruby(article("<p>&#24066;</p>"), by_machine).text == article(f"<p>{ruby('&#24066;', 'し')}</p>")


WORDS = ["協働", "市民", "取り組む", "4日", "一人ひとり", "🙂", "𠮷", "。", "\n", "&amp;", "&#24066;", "<", "&"]
TAGS = ["<del>", "</del>", "<ins>", "</ins>", "<a href='#'>", "</a>", "<p>", "</p>", "<br>", "<code>", "</code>"]
NOTES = ["<span data-note>", "</span>"]


@given(st.lists(st.sampled_from(WORDS + TAGS + NOTES), max_size=25))
def test_without_ruby_the_page_is_byte_for_byte_what_it_was(pieces: list[str]) -> None:
    page = article("".join(pieces))

    found = apply_ruby(page, by_machine)

    assert without_ruby(found.text) == page
    assert re.sub("<rp>.</rp>|<rt>[^<]*</rt>|</?ruby>", "", found.text) == page
    assert found.text.count("<ruby>") == found.count
    assert apply_ruby(found.text, by_machine).text == found.text
