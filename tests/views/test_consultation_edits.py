"""A draft that is edited after its numbers were frozen: every page is made, and each says what is true."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from macros.comparison.frozen_sets import draft_trace, frozen_set
from macros.comparison.script import BlockChange
from macros.model.project import Project
from macros.site.build import build
from macros.site.check import check
from macros.views.comparison import comparison
from macros.views.consultation_changes import FATE_WORDS
from macros.views.consultation_marks import NOT_ASKED
from macros.views.consultation_paper import consultation_counter, consultation_sheet
from macros.views.consultations import consultation
from macros.views.frame import PageView
from scripts.main import main
from tests.conftest import parse_once
from tests.consulted import ID, open_consultation, result_of, write
from tests.trees import copy_example, replace

TEXT = "docs/guideline/r8"
RINEN, SUSUMEKATA = f"{TEXT}/rinen.md", f"{TEXT}/susumekata.md"
OPEN, AFTER = date(2026, 12, 30), date(2027, 3, 2)
PAGE = PageView(f"docs/consultations/{ID}.md", site_url="https://example.jp/shishin/")
COMPARED = PageView("docs/compare/r5-r8.md")

GOAL = "### (1) 相互理解の原則 {: #sogo-rikai }\n\n市民と市は、互いの立場を十分に理解します。\n\n"
OPENNESS = "市は、協働の情報を公開します。これからの公共は、協働で成り立ちます。"
TABLE = "| 相談の窓口 | 役割 |\n| --- | --- |\n| 見本課 | 協働の相談を受けます。 |\n"
SHIMIN = "[^shimin]: 市民とは、見本市に住み、働き、学ぶ人をいいます。\n"

Edit = Callable[[Path], None]


def edit(*steps: tuple[str, str, str]) -> Edit:
    """Replacements: file, what stands there once, what shall stand there."""

    def change(tree: Path) -> None:
        for file, old, new in steps:
            replace(tree, file, old, new)

    return change


def replace_last(tree: Path, file: str, old: str, new: str) -> None:
    """Replace the last of several: r8 stands behind the text it was copied from."""
    head, found, tail = (tree / file).read_text(encoding="utf-8").rpartition(old)
    assert found
    (tree / file).write_text(head + new + tail, encoding="utf-8")


def add_chapter(tree: Path) -> None:
    """A third chapter."""
    head = "---\ntitle: 新しい章\nrevision: r8\n---\n\n"
    text = head + "# 第Ⅲ章 新しい章 {: #shin }\n\n市は、新しい広場を町の中に作ります。\n"
    (tree / f"{TEXT}/shin.md").write_text(text, encoding="utf-8")
    last = "          - 第Ⅱ章 協働の進め方: guideline/r8/susumekata.md\n"
    replace(tree, "data/nav.yml", last, last + "          - 第Ⅲ章 新しい章: guideline/r8/shin.md\n")
    replace_last(tree, "data/revisions.yml", "susumekata]", "susumekata, shin]")


def delete_chapter(tree: Path) -> None:
    """The second chapter goes with all that speaks of it."""
    (tree / SUSUMEKATA).unlink()
    replace(tree, "data/nav.yml", "          - 第Ⅱ章 協働の進め方: guideline/r8/susumekata.md\n", "")
    replace_last(tree, "data/revisions.yml", ", susumekata]", "]")
    contents = tree / "data/tables/r8/contents.yml"
    head, _, _ = contents.read_text(encoding="utf-8").partition("  - section: susumekata\n")
    contents.write_text(head, encoding="utf-8")


def swap_chapters(tree: Path) -> None:
    """Second chapter first."""
    replace_last(tree, "data/revisions.yml", "rinen, susumekata", "susumekata, rinen")


def take_all_back(tree: Path) -> None:
    """The draft reads as the text in force again."""
    replace(tree, RINEN, "力を出し合う", "力を合わせる")
    replace(tree, RINEN, "次の原則を必ず守ります。", "次の原則を守ります。")


def drop(file: str) -> Edit:
    """A page that the consultation had is taken away."""

    def change(tree: Path) -> None:
        (tree / f"docs/{file}").unlink()
        nav = tree / "data/nav.yml"
        lines = nav.read_text(encoding="utf-8").splitlines(keepends=True)
        nav.write_text("".join(line for line in lines if not line.endswith(f": {file}\n")), encoding="utf-8")

    return change


EDITS: dict[str, tuple[Edit, tuple[int, int, int, int]]] = {
    "nothing": (edit(), (2, 0, 0, 0)),
    "unchanged paragraph reworded": (edit((RINEN, OPENNESS, OPENNESS.replace("公開", "広く公開"))), (2, 0, 0, 1)),
    "unchanged paragraph replaced": (edit((RINEN, OPENNESS, "あしたは晴れるでしょう。")), (2, 0, 0, 2)),
    "unchanged paragraph deleted": (edit((RINEN, OPENNESS + "\n\n", "")), (2, 0, 0, 1)),
    "unchanged paragraph split": (edit((RINEN, "公開します。", "公開します。\n\n")), (2, 0, 0, 1)),
    "unchanged paragraph repeated": (edit((RINEN, OPENNESS, f"{OPENNESS}\n\n{OPENNESS}")), (2, 0, 0, 1)),
    "unchanged paragraph moved": (
        edit(
            (SUSUMEKATA, "○事業の数は、採択された数です。\n", ""),
            (RINEN, GOAL, f"○事業の数は、採択された数です。\n\n{GOAL}"),
        ),
        (2, 0, 0, 1),
    ),
    "changed paragraph reworded": (edit((RINEN, "力を出し合う", "力を寄せ合う")), (1, 1, 0, 0)),
    "changed paragraph deleted": (
        edit((RINEN, "協働とは、市民と市が力を出し合うことです。協働の輪を広げることが大切です。\n\n", "")),
        (1, 0, 1, 1),
    ),
    "everything taken back": (take_all_back, (0, 0, 2, 0)),
    "section added": (
        edit((RINEN, "## 2 協働の意義", "## 3 広場 {: #hiroba }\n\n市は、広場を作ります。\n\n## 2 協働の意義")),
        (2, 0, 0, 2),
    ),
    "section deleted": (edit((RINEN, GOAL, "")), (2, 0, 0, 2)),
    "section moved": (edit((RINEN, GOAL, ""), (SUSUMEKATA, "## コラム", GOAL + "## コラム")), (2, 0, 0, 1)),
    "section renamed": (edit((RINEN, "(2) 情報公開の原則", "(2) 情報を公開する原則")), (2, 0, 0, 1)),
    "section numbered otherwise": (edit((RINEN, "## 2 協働の意義", "## 3 協働の意義")), (2, 0, 0, 1)),
    "section with another id": (edit((RINEN, "{: #joho-kokai }", "{: #kokai }")), (2, 0, 0, 0)),
    "row added": (edit((SUSUMEKATA, TABLE, TABLE + "| 見本室 | 資料を貸し出します。 |\n")), (2, 0, 0, 1)),
    "rows deleted": (edit((SUSUMEKATA, TABLE, "")), (2, 0, 0, 2)),
    "cell rewritten": (edit(("data/tables/r8/actors.yml", "content: 見本市", "content: 見本町")), (2, 0, 0, 1)),
    "note added": (
        edit((RINEN, "協働の輪を", "協働の輪[^wa]を"), (RINEN, SHIMIN, SHIMIN + "[^wa]: 輪とは、人のつながりです。\n")),
        (2, 0, 0, 2),
    ),
    "note deleted": (edit((RINEN, "市民[^shimin]と", "市民と"), (RINEN, SHIMIN, "")), (2, 0, 0, 2)),
    "figure deleted": (edit((RINEN, "協働の輪\n{: .figure }\n\n", "")), (2, 0, 0, 1)),
    "cover reworded": (edit((f"{TEXT}/index.md", "見本県 見本市", "見本県 見本市 見本課")), (2, 0, 0, 1)),
    "chapter renamed": (
        edit(
            (RINEN, "# 第Ⅰ章 協働の理念", "# 第Ⅰ章 協働の考え方"),
            (RINEN, "title: 協働の理念", "title: 協働の考え方"),
            ("data/nav.yml", "第Ⅰ章 協働の理念: guideline/r8/", "第Ⅰ章 協働の考え方: guideline/r8/"),
        ),
        (2, 0, 0, 1),
    ),
    "chapter added": (add_chapter, (2, 0, 0, 2)),
    "chapter deleted": (delete_chapter, (2, 0, 0, 24)),
    "chapters swapped": (swap_chapters, (2, 0, 0, 1)),
    "counter's page taken away": (drop(f"consultations/{ID}/counter.md"), (2, 0, 0, 0)),
    "paper taken away": (drop(f"consultations/{ID}/sheet.md"), (2, 0, 0, 0)),
    "comparison taken away": (drop("compare/r5-r8.md"), (2, 0, 0, 0)),
}
"""What was done to the draft → how many frozen changes were kept, reworded, withdrawn, and how many were added."""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with two changes that was opened for comment."""
    tree = copy_example(tmp_path_factory.mktemp("frozen") / "tree")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", "2026-11-22T09:00")
        assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0
    replace(tree, RINEN, "力を合わせる", "力を出し合う")
    replace(tree, RINEN, "次の原則を守ります。", "次の原則を必ず守ります。")
    open_consultation(tree, pair=("r5", "r8"))
    return tree


@pytest.fixture
def draft(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may edit, while opinions are taken."""
    monkeypatch.setattr("macros.model.yaml_file.parse_yaml", parse_once)
    monkeypatch.setenv("SHISHIN_NOW", "2026-12-30T09:00")
    monkeypatch.delenv("REPOSITORY", raising=False)
    return Path(shutil.copytree(frozen, tmp_path / "tree", symlinks=True))


def sound(tree: Path) -> Project:
    """The project of a tree in which nothing stops the build: `check` makes every page."""
    project, findings = check(tree)
    assert project is not None
    assert [one for one in findings if one.severity == "error"] == []
    return project


def parsed(text: str) -> Any:
    """A macro's output."""
    return html.fragment_fromstring(text, create_parent="div")


@pytest.mark.parametrize("name", EDITS)
def test_every_page_is_made_and_tells_what_became_of_each_number(draft: Path, name: str) -> None:
    change, fates = EDITS[name]
    change(draft)
    project = sound(draft)

    trace, asked = draft_trace(project, ID), frozen_set(project, ID)
    assert trace is not None
    assert asked is not None
    counts = tuple(trace.count(fate) for fate in ("kept", "reworded", "withdrawn"))
    assert (*counts, len(trace.added)) == fates
    numbers = [str(one.number) for one in asked.script.changes()]
    _check_counter(project, numbers, [FATE_WORDS[one.fate] for one in trace.changes])
    _check_paper(project, numbers)
    _check_added(project, trace.added)


def _check_counter(project: Project, numbers: list[str], fates: list[str]) -> None:
    """The counter's page has every frozen number with the words of that day, and its fate where the text moved on."""
    page = parsed(consultation_counter(project, PAGE, ID, today=OPEN))
    sections = page.xpath("//section[@class='counter-change']")
    assert [one.get("id") for one in sections] == numbers
    assert "出し合う" in sections[-1].text_content()
    told = [one.text_content() for section in sections for one in section.xpath(".//*[@class='consult-fate']")]
    assert told == [] or [one.split("（")[0] for one in told] == [f"その後：{fate}" for fate in fates]
    if "意見を募ったあとに、案の文が変わりました" in consultation(project, PAGE, ID, today=OPEN):
        assert told != []


def _check_paper(project: Project, numbers: list[str]) -> None:
    page = parsed(consultation_sheet(project, PAGE, ID, today=OPEN))
    named = page.xpath("//ul[@class='sheet-changes']//strong")
    assert [one.text_content() for one in named] == [f"変更{number}" for number in numbers]
    assert [link for link in page.xpath("//ul[@class='sheet-changes']//a/@href") if link.endswith("../")] == []


def _check_added(project: Project, added: tuple[BlockChange, ...]) -> None:
    """A change that came later is told as such: on the page of the consultation and in the comparison."""
    page = parsed(consultation(project, PAGE, ID, today=OPEN))
    said = [one for one in page.xpath("//p") if one.text_content().startswith("意見を募った案にはなかった変更が")]
    assert [f"{len(added)}件あります" in one.text_content() for one in said] == [True] * bool(added)
    links = [link for one in said for link in one.xpath(".//a")]
    assert [one.text_content() for one in links] == [f"今の変更{one.number}" for one in added]
    rows = {
        row.get("id"): row for row in parsed(comparison(project, COMPARED, "r5", "r8", today=OPEN)).xpath("//tr[@id]")
    }
    assert [one.get("href").partition("#")[2] for one in links] == [one.id for one in added]
    assert {name for name, row in rows.items() if NOT_ASKED in row.text_content()} == {one.id for one in added}


RESULTS = (
    "nothing",
    "changed paragraph deleted",
    "everything taken back",
    "section deleted",
    "section with another id",
    "chapter deleted",
    "counter's page taken away",
)


@pytest.mark.parametrize("name", RESULTS)
def test_the_result_names_each_change_and_section_that_an_opinion_named(
    draft: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answer(draft)
    EDITS[name][0](draft)
    monkeypatch.setenv("SHISHIN_NOW", f"{AFTER}T09:00")
    project, findings = check(draft)

    # An opinion on what was withdrawn is told to the city, and is shown all the same.
    assert project is not None
    assert {one.code for one in findings if one.severity == "error"} <= {"K017"}
    page = parsed(consultation(project, PAGE, ID, today=AFTER))
    cells = {row.get("id"): row.xpath("./td")[-1].text_content() for row in page.xpath("//tr[@role='row'][@id]")}
    assert cells["answer-1"] == "変更：変更1"
    assert cells["answer-2"] == "変更：変更1、変更2"
    assert "節「" in cells["answer-4"]
    assert ("（今の案には、ありません）" in cells["answer-4"]) == (name == "section deleted")
    counted = page.xpath("//ul[@class='change-counts']/li")
    assert [one.get("id") for one in counted] == ["count-1", "count-2"]
    assert [link for one in counted for link in one.xpath(".//a/@href") if link.endswith("../")] == []


def answer(tree: Path) -> None:
    """Give the consultation a result: opinions on both changes, on the whole, and on a section without a change."""
    file = tree / f"data/consultations/{ID}.yml"
    record: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    result = result_of(tree, pair=("r5", "r8"))
    result["answers"].append(
        {
            "no": 4,
            "way": "fax",
            "sections": ["sogo-rikai"],
            "opinion": "よい。",
            "view": "進めます。",
            "action": "other",
        }
    )
    result["opinions"] = 4
    result["by_way"][-1]["count"] = 1
    write(tree, {**record, "result": result})


def test_edits_of_every_kind_together_are_built(draft: Path) -> None:
    for name in (
        "unchanged paragraph reworded",
        "changed paragraph deleted",
        "section deleted",
        "row added",
        "chapter added",
    ):
        EDITS[name][0](draft)

    findings = build(draft)

    assert [one for one in findings if one.severity == "error"] == []
    page = (draft / f"site/consultations/{ID}/index.html").read_text(encoding="utf-8")
    assert "意見を募った案にはなかった変更が、" in page
    assert NOT_ASKED in (draft / "site/compare/r5-r8/index.html").read_text(encoding="utf-8")


def test_the_numbers_are_not_frozen_again_for_an_edited_draft(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    EDITS["unchanged paragraph reworded"][0](draft)
    before = (draft / f"data/frozen/{ID}.json").read_bytes()

    assert main(["consult", "open", ID, "--root", str(draft)]) == 1

    assert "番号を付け直すことはできません" in capsys.readouterr().err
    assert (draft / f"data/frozen/{ID}.json").read_bytes() == before
