"""The page of a comparison: both texts can be read back from it, its numbers agree, its words are those of the city."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.comparison.pairs import edit_script
from macros.comparison.script import BlockChange, EditScript, Span
from macros.model.findings import Place
from macros.model.project import Project, load_project
from macros.model.text import Block
from macros.model.tree import read_tree
from macros.site.read_comparison import read_redline, read_side
from macros.views.comparison import comparison, comparison_index, count_changes
from macros.views.comparison_cells import redline_cell, side_cell
from macros.views.comparison_list import sentence
from macros.views.comparison_marks import Piece, whole_sentences
from macros.views.comparison_parts import chapters
from macros.views.frame import PageView
from macros.views.registry import MACROS
from tests.comparison.texts import real_project

PAGE = PageView("docs/compare/h25-r5.md")


@pytest.fixture(scope="module")
def project() -> Project:
    """This repository's own texts and data."""
    return real_project()


@pytest.fixture(scope="module")
def script(project: Project) -> EditScript:
    """The two drafts compared."""
    return edit_script(project, "h25", "r5")


@pytest.fixture
def page(project: Project) -> Any:
    """The rendered comparison, parsed anew for each test."""
    return html.fragment_fromstring(comparison(project, PAGE, "h25", "r5"))


def wanted(project: Project, revision: str) -> list[tuple[int, str, str]]:
    return [(block.at, block.number, block.text) for block in project.texts[revision].blocks]


def test_both_texts_can_be_rebuilt_from_the_page(project: Project, page: Any) -> None:
    assert read_side(page, "old") == wanted(project, "h25")
    assert read_side(page, "new") == wanted(project, "r5")


@pytest.mark.parametrize(
    "breakage",
    [
        lambda page: page.xpath("//*[@data-new-at]")[9].drop_tree(),
        lambda page: page.xpath("//*[@data-new-at]")[9].attrib.update({"data-new-at": "3"}),
        lambda page: page.xpath("//*[@data-new-at]//ins")[4].drop_tree(),
        lambda page: page.xpath("//*[@data-new-at]//ins")[4].attrib.update({"data-note": ""}),
        lambda page: page.xpath("//*[@data-new-number]")[5].drop_tree(),
        lambda page: page.xpath("//*[@data-cell][preceding-sibling::*]")[5].attrib.pop("data-cell"),
        lambda page: page.xpath("//*[@data-new-at]//br")[0].drop_tree(),
    ],
    ids=[
        "block lost",
        "block twice",
        "insertion lost",
        "insertion hidden",
        "number lost",
        "cells joined",
        "line joined",
    ],
)
def test_a_broken_page_is_noticed(project: Project, page: Any, breakage: Any) -> None:
    breakage(page)

    assert (read_side(page, "old"), read_side(page, "new")) != (wanted(project, "h25"), wanted(project, "r5"))


def test_both_texts_stand_in_the_redline_of_each_change(script: EditScript, page: Any) -> None:
    """Borders of cells that only one side has are drawn once, for both."""
    for change in script.changes():
        cell = page.xpath(f"//tr[@id='{change.id}']/td[@class='redline']")[0]
        seen = [span for span in change.spans if not (span.variant and span.kind == "delete")]
        old = "".join(span.text for span in seen if span.kind == "equal" or span.variant or span.kind == "delete")
        new = "".join(span.text for span in seen if span.kind != "delete")

        found = [read_redline(cell, side)[1].replace("\t", "") for side in ("old", "new")]

        assert found == [old.replace("\t", ""), new.replace("\t", "")]


def test_every_change_has_one_row_with_its_id_and_number(script: EditScript, page: Any) -> None:
    rows = page.xpath("//tr[contains(concat(' ', @class, ' '), ' change ')]")
    numbers = [row.xpath("string(.//a[@class='change-number'])") for row in rows]
    ids = Counter(page.xpath("//@id"))

    assert [row.get("id") for row in rows] == [change.id for change in script.changes()]
    assert numbers == [f"変更{change.number}" for change in script.changes()]
    assert [name for name, times in ids.items() if times > 1] == []


def test_all_counts_of_the_page_agree(script: EditScript, page: Any) -> None:
    total = len(list(script.changes()))
    counts = count_changes(script)
    shown = Counter(row.get("data-group") for row in page.xpath("//tr[@data-group]"))
    listed = Counter(item.get("data-group") for item in page.xpath("//section[@class='compare-list']//li"))

    assert counts.total == total
    assert {group.id: count for group, count in counts.groups if count} == shown == listed
    assert sum(chapter.total for chapter in chapters(script)) == total
    assert f"全部で{total}件" in page.text_content()


def test_what_did_not_change_is_folded_with_its_count_and_bears_no_mark(script: EditScript, page: Any) -> None:
    folds = page.xpath("//tr[@class='fold']")
    said = [int(fold.xpath("string(.//summary)").split()[-1]) for fold in folds]
    quiet = [block for block in script.blocks if not block.changed and block.type != "heading"]

    assert sum(said) == len(quiet) == sum(len(fold.xpath(".//*[@data-new-at]")) for fold in folds)
    assert page.xpath("//tr[@class='fold']//ins | //tr[@class='fold']//del") == []


def test_every_mark_is_told_in_words(page: Any) -> None:
    for tag, word in (("del", "削除"), ("ins", "追加")):
        marks = [mark for mark in page.iter(tag) if mark.getparent().get("class") != "compare-legend legend-redline"]
        assert marks
        for mark in marks:
            said = [one.text for one in mark.xpath("span[@class='said'][@data-note]")]
            assert said == [f"［{word}］", f"［{word}ここまで］"]


def test_neighbours_lead_through_all_changes(script: EditScript, page: Any) -> None:
    ids = [change.id for change in script.changes()]
    following = page.xpath("//tr//a[@data-go='next']/@href")
    preceding = page.xpath("//tr//a[@data-go='previous']/@href")

    assert following == [f"#{one}" for one in ids[1:]]
    assert preceding == [f"#{one}" for one in ids[:-1]]


def test_a_comparison_over_a_revision_between_is_no_comparison_table(page: Any) -> None:
    said = page.text_content()

    assert "2つの版の間に、平成31年（2019年）の改定があります。" in said
    assert "どちらも案の本文です。" in said
    assert "備考" not in said
    assert not {"新旧対照表", "（新設）", "（削る）", "改定部分"} & set(page.xpath("//text()"))
    assert page.xpath("//table/thead//th[@class='side']/text()") == ["令和5年（2023年）の案", "平成25年（2013年）の案"]


def test_adjacent_revisions_are_compared_in_the_form_of_the_city(tree: Path) -> None:
    project, findings = load_project(read_tree(tree), MACROS)
    assert project is not None, findings

    page: Any = html.fragment_fromstring(comparison(project, PAGE, "h25", "r5"))
    said = page.text_content()

    assert page.xpath("string(//table/thead//th[@class='side'][1]/text()[1])") == "改定案"
    assert page.xpath("string(//table/thead//th[@class='side'][2]/text()[1])") == "現行"
    assert "新旧対照表" in said
    assert "下線の部分は、改定部分です。" in said
    assert "（略）" in said
    assert "（新設）" in said
    assert "備考" not in said


def test_a_reason_stands_beside_its_change_with_its_source(tree: Path) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    change = next(edit_script(project, "h25", "r5").changes()).id
    source = project.data.sources.record.sources[0].id
    entry = f"old: h25\nnew: r5\nreasons:\n  - change: {change}\n    text: 年度を改めたため。\n    source: {source}\n"
    (tree / "data/reasons").mkdir()
    (tree / "data/reasons/h25-r5.yml").write_text(entry, encoding="utf-8")

    project, findings = load_project(read_tree(tree), MACROS)
    assert project is not None, findings
    page: Any = html.fragment_fromstring(comparison(project, PAGE, "h25", "r5"))
    cells = {row.get("id"): row.xpath("string(td[@class='reason'])") for row in page.xpath("//tr[@data-group]")}

    assert page.xpath("//thead//th[@class='reason']/text()") == ["備考"]
    assert cells.pop(change).startswith("年度を改めたため。出典：")
    assert set(cells.values()) == {""}


def test_a_summary_leads_to_its_changes_and_refuses_one_that_does_not_exist(tree: Path) -> None:
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    change = next(edit_script(project, "h25", "r5").changes()).id
    (tree / "data/comparisons").mkdir(exist_ok=True)
    file = tree / "data/comparisons/h25-r5.yml"
    entry = f"old: h25\nnew: r5\nsummary:\n  - text: 年度が変わりました。\n    changes: [{change}]\n"

    file.write_text(entry, encoding="utf-8")
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    page: Any = html.fragment_fromstring(comparison(project, PAGE, "h25", "r5"))
    assert page.xpath("//ul[@class='compare-summary']//a/@href") == [f"#{change}"]

    file.write_text(entry.replace(change, "c-cover-00000000"), encoding="utf-8")
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    with pytest.raises(KeyError):
        comparison(project, PAGE, "h25", "r5")


def test_a_pair_without_text_says_which_text_is_missing(project: Project) -> None:
    page: Any = html.fragment_fromstring(comparison(project, PAGE, "h19", "h31"))
    said = page.text_content()

    assert "平成19年（2007年）の指針の本文は、手元の資料にありません。" in said
    assert "平成31年（2019年）の改定の本文は、手元の資料にありません。" in said
    assert "../../guideline/h31/" in page.xpath("//a/@href")
    assert page.xpath("//table") == []
    one_missing = comparison(project, PAGE, "h25", "h31")
    assert "平成25年（2013年）の案の本文は" not in one_missing
    assert "今回の見直しは、協働に対する考え方や進め方を見直すものではありません。" in one_missing


@pytest.mark.parametrize(("old", "new"), [("r5", "h25"), ("r5", "r5"), ("h25", "r9")])
def test_a_pair_that_is_none_is_refused(project: Project, old: str, new: str) -> None:
    with pytest.raises(KeyError):
        comparison(project, PAGE, old, new)


def test_the_index_leads_to_every_pair(project: Project) -> None:
    page: Any = html.fragment_fromstring(comparison_index(project, PageView("docs/compare/index.md")))
    links = page.xpath("//a/@href")

    revisions = project.data.revisions.record.revisions
    pairs = [(old, new) for at, new in enumerate(revisions) for old in revisions[:at]]
    newest = [one.id for one in revisions if one.text != "none"][-2:]
    assert len(links) == len(pairs)
    assert links[0] == f"../compare/{newest[0]}-{newest[1]}/"


def test_the_list_says_what_happened(script: EditScript) -> None:
    said = {change.id: sentence(change, script) for change in script.changes()}
    text = "\n".join(said.values())

    assert len(said) == len(list(script.changes()))
    assert "「設定する」が「広く共有する」に変わりました。" in text or "「設定」が「広く共有」に変わりました。" in text
    assert "節「協働についての現状と課題」が、第2章から第Ⅲ章に移りました。" in text
    assert "見出し「相互理解の原則」の番号が、「①」から「(1)」に変わりました。" in text
    assert "「活かし」の書き方が「生かし」に変わりました。" in text
    assert all(one.endswith("。") and "「」" not in one and "\t" not in one for one in said.values())


def test_a_mostly_rewritten_sentence_is_shown_whole() -> None:
    pieces = [
        Piece("equal", "一つ目は同じです。市は"),
        Piece("delete", "検討を進めていくことが必要"),
        Piece("insert", "新しい窓口を置き、相談に応じ"),
        Piece("equal", "ます。"),
        Piece("delete", "次に"),
        Piece("insert", "また"),
        Piece("equal", "三つ目の文はほとんど同じままです。"),
    ]

    assert whole_sentences(pieces) == [
        Piece("equal", "一つ目は同じです。"),
        Piece("delete", "市は検討を進めていくことが必要ます。"),
        Piece("insert", "市は新しい窓口を置き、相談に応じます。"),
        Piece("delete", "次に"),
        Piece("insert", "また"),
        Piece("equal", "三つ目の文はほとんど同じままです。"),
    ]


LETTERS = st.text(
    "市民協働のを、。「」（）①¹ \t\n<&>\"'{}\u2028\u3000髙葛\U000e0100👩\u200d👧か゚", min_size=1, max_size=8
)
SPANS = st.lists(st.builds(Span, st.sampled_from(["equal", "delete", "insert"]), LETTERS, st.booleans()), max_size=9)


def block(kind: Any, text: str, at: int) -> Block:
    return Block(at, kind, "x", text, "", text, "", "", Place("docs/x.md"))


def side(kind: Any, text: str, cuts: list[int]) -> tuple[Block, ...]:
    """A text as one block or several."""
    ends = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    return tuple(block(kind, text[a:b], at) for at, (a, b) in enumerate(pairwise(ends)))


@given(
    spans=SPANS,
    kind=st.sampled_from(["paragraph", "row"]),
    cuts=st.tuples(*[st.lists(st.integers(0, 90), max_size=2)] * 2),
)
def test_whatever_the_words_are_they_can_be_read_back(
    spans: list[Span], kind: Any, cuts: tuple[list[int], list[int]]
) -> None:
    old = "".join(span.text for span in spans if span.kind != "insert")
    new = "".join(span.text for span in spans if span.kind != "delete")
    blocks = (side(kind, old, cuts[0]), side(kind, new, cuts[1]))
    change = BlockChange("c-x-00000000", 1, "modified", blocks[0], blocks[1], tuple(spans))
    if not old or not new:
        return

    for name, texts in (("old", blocks[0]), ("new", blocks[1])):
        cell: Any = html.fragment_fromstring(str(side_cell(change, name, "r", {})), create_parent="td")  # type: ignore[arg-type]
        assert read_side(cell, name) == [(one.at, "", one.text) for one in texts]  # type: ignore[arg-type]

    both: Any = html.fragment_fromstring(str(redline_cell(change, ("r", "s"), {})), create_parent="td")
    letters = new.replace("\t", "")
    assert read_redline(both, "new")[1].replace("\t", "") == letters
