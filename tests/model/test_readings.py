"""Files of approved readings: their lines are written as they are read, and looked up by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.readings import propose
from macros.japanese.ruby import Ruby, Segment, joined, plain
from macros.model.allowed_readings import Allowed, write_allowed
from macros.model.approved import ApprovedReadings, approved_ruby, readings_file, sentences
from macros.model.propose_readings import HEAD, PROPOSED, with_proposals
from macros.model.readings import Approved, ReadingsFile, parse_line, parse_readings, write_line
from macros.model.text_file import TextFile

_RUBY = st.lists(
    st.one_of(
        st.builds(Segment, st.text("あ5｜《》、 !#@=\\", max_size=4)),
        st.builds(Segment, st.text("漢字々", min_size=1, max_size=3), st.text("あか", min_size=1, max_size=3)),
    ),
    min_size=1,
    max_size=5,
).map(joined)

_WORDS = st.builds(Segment, st.text("漢字々", min_size=1, max_size=3), st.text("あか", min_size=1, max_size=3)).map(
    lambda one: (one,)
)


def file_of(text: str, name: str = "data/readings/index.txt") -> ReadingsFile:
    return parse_readings(TextFile(name, HEAD + text))


@given(_RUBY, st.booleans(), st.integers(1, 99))
def test_a_line_is_read_as_it_was_written(ruby: Ruby, twice: bool, number: int) -> None:
    sentence = plain(ruby)
    if sentence and sentence == sentence.strip():
        approved = Approved(ruby, twice, number, 3)

        assert parse_line("a", 3, write_line(approved)) == (approved, ())


@given(st.text("!@2 =\\#《》｜漢あ\n"))
def test_any_line_can_be_read(line: str) -> None:
    parse_line("a", 1, line)
    file_of(line)


@given(_RUBY, st.lists(_WORDS, max_size=3))
def test_marks_above_a_sentence_are_read_as_they_were_written(ruby: Ruby, words: list[Ruby]) -> None:
    sentence = plain(ruby)
    if sentence and sentence == sentence.strip():
        allowed = tuple(Allowed(one, "町の名前 二つ目", number) for number, one in enumerate(words, start=4))
        approved = Approved(ruby, line=4 + len(words), allowed=allowed)

        assert file_of("\n".join((*map(write_allowed, allowed), write_line(approved)))).lines == (approved,)


@pytest.mark.parametrize(
    "line",
    [
        "=",
        "= 理由",
        "=市民《しみん》",
        "=市民《しみん》 ",
        "=市民《しみん》理由",
        "=市民 理由",
        "=市民《》 理由",
        "=市民《シミン》 理由",
        "=《しみん》 理由",
        "=市民《しみん》 ok",
    ],
)
def test_a_mark_without_words_reading_or_reason_allows_nothing(line: str) -> None:
    source = file_of(f"{line}\n市民《しみん》です。\n")

    assert [one.code for one in source.findings] == ["R018"]
    assert [one.allowed for one in source.lines] == [()]


def test_comments_and_empty_lines_may_stand_between_a_mark_and_its_sentence() -> None:
    source = file_of("=市民《しみん》 例\n\n# 注\n=市《し》 例\n市民《しみん》と市《し》です。\n市民《しみん》です。\n")

    assert [[one.line for one in line.allowed] for line in source.lines] == [[4, 7], []]


def test_the_column_of_a_reading_is_that_of_its_words() -> None:
    approved, _ = parse_line("a", 1, "!@2 あ｜市民《しみん》間《かん》の｜4日《よっか》")

    assert [approved.column(start) for start in (0, 1, 3, 4, 5, 99)] == [7, 7, 14, 21, 21, 1]


@pytest.mark.parametrize("line", ["#ではじまる", "!ではじまる", "@2 ではじまる", "=ではじまる", "\\ではじまる"])
def test_a_sentence_that_begins_like_a_mark_is_still_a_sentence(line: str) -> None:
    approved = Approved((Segment(line),), line=1)

    assert write_line(approved) == "\\" + line
    assert parse_line("a", 1, "\\" + line) == (approved, ())


def test_the_second_time_has_the_second_reading() -> None:
    approved = ApprovedReadings((file_of("市場《しじょう》です。\n@2 市場《いちば》です。\n"),))

    readings = [approved.of("市場です。", nth=nth) for nth in (1, 2, 3)]
    assert [ruby[0].reading for ruby in readings if ruby] == ["しじょう", "いちば", "いちば"]


def test_the_page_s_own_file_goes_before_others() -> None:
    files = (
        file_of("市場《しじょう》\n", "data/readings/a.txt"),
        file_of("@2 市場《いちば》\n", "data/readings/b.txt"),
    )
    approved = ApprovedReadings(files)

    assert approved.of("市場", file="data/readings/b.txt") == (Segment("市場", "いちば"),)
    assert approved.of("市場", file="data/readings/c.txt") == (Segment("市場", "しじょう"),)
    assert approved.of("市") is None


def test_a_text_is_looked_up_whole_and_then_by_sentence() -> None:
    approved = ApprovedReadings((file_of("市《し》です。\n協働《きょうどう》です。\n"),))

    ruby, missing = approved_ruby("　市です。 協働です。指針です。かなです。\n", approved, propose)

    assert plain(ruby) == "　市です。 協働です。指針です。かなです。\n"
    assert [one.reading for one in ruby if one.reading] == ["し", "きょうどう", "ししん"]
    assert missing == ["指針です。"]


def test_an_approved_reading_holds_against_every_rule() -> None:
    approved = ApprovedReadings((file_of("協働《かわりのよみ》です。\n"),))

    assert approved_ruby("協働です。", approved, propose)[0][0].reading == "かわりのよみ"


@given(st.text("協働です。「」 \t\n市"))
def test_no_text_is_changed_by_looking_it_up(text: str) -> None:
    approved = ApprovedReadings((file_of("市《し》です。\n「市《し》」\n"),))

    assert plain(approved_ruby(text, approved, propose)[0]) == text


def test_where_readings_of_a_page_stand() -> None:
    assert readings_file("docs/guideline/r5/index.md") == "data/readings/guideline/r5/index.txt"
    assert readings_file("data/tables/r5/forms.yml") == "data/readings/data/tables/r5/forms.txt"


def test_sentences_without_kanji_need_no_line() -> None:
    assert sentences(" 市です。かなです。\t協働 \n") == ["市です。", "協働"]


def test_proposals_are_comments_and_what_is_there_stays() -> None:
    before = HEAD + "市《し》です。\n\n=町《ちょう》 地名\n  # 残すもの \n"

    after = with_proposals(before, ["市です。", "図書館へ行く人です。", "市です。"], (), "docs/index.md")

    assert after == before + ("#? 図書館《としょかん》へ行《い》く人《ひと》です。\n# 別の読み：人（にん）\n")
    assert with_proposals(after, ["市です。", "図書館へ行く人です。"], (), "docs/index.md") == after
    assert [one.sentence for one in parse_readings(TextFile("a", after)).lines] == ["市です。"]


def test_a_new_file_says_that_nobody_approved_it_yet() -> None:
    after = with_proposals(None, ["葛\U000e0100の町です。"], (), "docs/index.md")

    assert after.startswith(HEAD)
    assert PROPOSED in after
    assert after.endswith("# 読みが分からない：葛\n")


def test_a_file_without_an_end_of_line_gets_one() -> None:
    assert with_proposals(HEAD + "市《し》", ["町"], (), "").split("\n")[-3:] == ["市《し》", "#? 町《まち》", ""]
