"""Furigana on the published pages: complete, approved, and nothing lost; what a person should look at is told."""

import re
import shutil
from pathlib import Path

import pytest

from macros.japanese.readings import propose
from macros.japanese.ruby import READING, has_kanji
from macros.model.approved import ApprovedReadings, load_approved
from macros.model.findings import Finding, has_error
from macros.model.look_up import look_up
from macros.model.project import load_data, load_project
from macros.model.tree import read_tree
from macros.site.article_text import flows, text_of
from macros.site.build import build
from macros.site.furigana import add_furigana
from macros.site.gaps import TIE
from macros.site.label_readings import without_label_readings
from macros.site.page_sentences import page_of
from macros.site.ruby import apply_ruby, without_ruby
from macros.site.verify_published import verify_published
from macros.views.frame import PageView
from macros.views.furigana import furigana
from macros.views.registry import MACROS
from tests.trees import replace

HEAD = "# 読みを確かめた人：試験\n"


@pytest.fixture(scope="module")
def plain_site(real_tree: Path, real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same tree without approved readings: its pages have no furigana."""
    assert real_site.is_dir()
    tree = tmp_path_factory.mktemp("plain") / "tree"
    shutil.copytree(real_tree, tree)
    shutil.rmtree(tree / "site")
    shutil.rmtree(tree / "data/readings")
    findings = build(tree)
    assert not has_error(findings)
    assert "R016" in {one.code for one in findings}  # the reading that a page asks for by a macro
    return tree / "site"


def pages(site: Path) -> dict[str, str]:
    """HTML of every page by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


def test_without_readings_every_page_is_byte_for_byte_the_page_without_furigana(
    real_site: Path, plain_site: Path
) -> None:
    with_ruby, plain = pages(real_site), pages(plain_site)

    assert {path: _bare(text).replace(TIE, "") for path, text in with_ruby.items()} == {
        path: without_ruby(text) for path, text in plain.items()
    }
    assert sum(text.count("<ruby>") for text in with_ruby.values()) > 50_000
    assert {path: text.count("<ruby>") for path, text in plain.items() if "<ruby>" in text} == {
        "about/accessibility/index.html": 1  # what a page's author asks for
    }


def test_search_index_and_open_data_are_the_same_without_furigana(real_site: Path, plain_site: Path) -> None:
    for folder in ("search", "data"):
        for path in sorted((real_site / folder).rglob("*.*")):
            if path.name != "readings.json":  # what the search worker alone reads
                assert path.read_bytes() == (plain_site / path.relative_to(real_site)).read_bytes()


def test_every_kanji_of_every_page_has_a_reading_but_in_sentences_that_the_check_tells_of(
    real_tree: Path, real_site: Path
) -> None:
    approved = load_approved(read_tree(real_tree))
    unread = [
        (path, text_of(flow))
        for path, text in pages(real_site).items()
        for flow in flows(text)
        if any(has_kanji(sign.text) and sign.end > sign.start for sign in flow)
    ]

    assert [one for one in unread if not look_up(one[1].strip(), approved).missing] == []


def is_approved(page: str, approved: ApprovedReadings) -> bool:
    """Whether the page bears exactly the approved readings, each in hiragana."""
    bare = re.sub("<rp>.</rp>|<rt>[^<]*</rt>|</?ruby>", "", page)
    written = all(READING.fullmatch(reading) for reading in re.findall("<rt>(.*?)</rt>", page))
    return written and apply_ruby(bare, lambda one: look_up(one, approved)).text == page


def test_every_reading_is_one_that_was_approved(real_tree: Path, real_site: Path) -> None:
    approved = load_approved(read_tree(real_tree))

    assert [path for path, text in pages(real_site).items() if not is_approved(text, approved)] == []


def test_ruby_stands_in_articles_only(real_site: Path) -> None:
    for text in pages(real_site).values():
        start, end = text.index("<article"), text.index("</article>")
        assert "<ruby>" not in text[:start] + text[end:]


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("index.html", "docs/index.md"),
        ("404.html", "docs/404.md"),
        ("guideline/r5/index.html", "docs/guideline/r5/index.md"),
        ("guideline/r5/shushi/index.html", "docs/guideline/r5/shushi.md"),
    ],
)
def test_a_built_page_knows_its_source(real_tree: Path, address: str, page: str) -> None:
    assert page_of(address, read_tree(real_tree)) == page


def add_tree(site: Path, root: Path) -> list[Finding]:
    """Put the approved readings of the tree `root` over the pages of `site`."""
    tree = read_tree(root)
    return add_furigana(site, tree, load_approved(tree))


def tell(root: Path, page: str, readings: str | None) -> tuple[str, list[tuple[str, str, int]]]:
    """Furigana on one page: its HTML, and codes with file and line of the findings."""
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text(page, encoding="utf-8")
    if readings is not None:
        (root / "data/readings").mkdir(parents=True)
        (root / "data/readings/index.txt").write_text(HEAD + readings, encoding="utf-8")
    found = add_tree(site, root)
    told = [(one.code, one.place.file, one.place.line) for one in found]
    assert all(one.severity == "warning" for one in found)
    return (site / "index.html").read_text(encoding="utf-8"), told


FILE = "data/readings/index.txt"
PAGE = "docs/index.md"


@pytest.mark.parametrize(
    ("page", "readings", "told"),
    [
        ("<article><p>協働</p></article>", "協働《きょうどう》\n", []),
        ("<article><p>協働</p></article>", None, []),
        ("<article><p>協働です</p></article>", "", [("R011", PAGE, 1)]),
        ("<article><p>ですます</p></article>", "協働《きょうどう》\n", [("R012", FILE, 2)]),
        ("<article><p>協<b>働</b></p></article>", "協働《きょうどう》\n", [("R013", PAGE, 1)]),
        ("<article><p>協働</p></article>", "市民《しみん》\n", [("R011", PAGE, 1), ("R012", FILE, 2)]),
    ],
)
def test_what_a_person_should_look_at_is_told(
    tmp_path: Path, page: str, readings: str | None, told: list[tuple[str, str, int]]
) -> None:
    assert tell(tmp_path, page, readings)[1] == told


def test_the_second_reading_stands_where_the_sentence_stands_for_the_second_time(tmp_path: Path) -> None:
    page, told = tell(
        tmp_path, "<article><p>今日は</p><p>今日は</p></article>", "今日《こんにち》は\n@2 今日《きょう》は\n"
    )

    assert told == []
    assert re.findall("<rt>(.*?)</rt>", page) == ["こんにち", "きょう"]


@pytest.mark.parametrize("mutation", ["another reading", "no reading", "a lost letter", "a reading in katakana"])
def test_a_damaged_page_is_noticed(real_tree: Path, real_site: Path, mutation: str) -> None:
    approved = load_approved(read_tree(real_tree))
    text = (real_site / "guideline/r5/shushi/index.html").read_text(encoding="utf-8")
    word = "<ruby>今日<rp>（</rp><rt>こんにち</rt><rp>）</rp></ruby>"
    damaged = {
        "another reading": word.replace("こんにち", "きょう"),
        "no reading": "今日",
        "a lost letter": word.replace("今日", "今"),
        "a reading in katakana": word.replace("こんにち", "コンニチ"),
    }[mutation]
    assert word in text

    page = text.replace(word, damaged, 1)

    assert is_approved(text, approved)
    assert not is_approved(page, approved)


def refuse(*_: object, **__: object) -> None:
    """Stands for an analyser that must not be asked."""
    raise AssertionError


def test_a_build_asks_no_analyser_for_readings(
    real_tree: Path, real_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "site"
    for name, text in pages(real_site).items():
        (bare / name).parent.mkdir(parents=True, exist_ok=True)
        (bare / name).write_text(_bare(text), encoding="utf-8")
    for name in ("macros.japanese.readings.words", "macros.japanese.readings.second_ruby"):
        monkeypatch.setattr(name, refuse)
    project, _ = load_project(read_tree(real_tree), MACROS)
    assert project
    page = PageView("docs/about/accessibility.md")

    add_tree(bare, real_tree)

    assert pages(bare) == pages(real_site)
    assert furigana(project, page, "協働") == "協働《きょうどう》"
    with pytest.raises(AssertionError):
        furigana(project, page, "まだ確かめていない一文")


def test_a_changed_rule_changes_no_published_reading(real_tree: Path, real_site: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(real_tree / "data", tree / "data")
    rule = "  - {text: 協働, reading: こらぼ, scope: everywhere, reason: 試験, example: 協働《こらぼ》}\n"
    with (tree / "data/reading_rules.yml").open("a", encoding="utf-8") as file:
        file.write(rule)
    name = "guideline/r5/shushi/index.html"
    text = (real_site / name).read_text(encoding="utf-8")
    (tree / "site/guideline/r5/shushi").mkdir(parents=True)
    (tree / "site" / name).write_text(_bare(text), encoding="utf-8")

    add_tree(tree / "site", tree)

    assert (tree / "site" / name).read_text(encoding="utf-8") == text
    changed = load_data(read_tree(tree)).reading_rules.record.as_rules()
    assert propose("協働", changed)[0].reading == "こらぼ"


def test_the_comparison_is_whole_with_furigana_in_its_marks(real_tree: Path, real_site: Path) -> None:
    text = (real_site / "compare/h25-r5/index.html").read_text(encoding="utf-8")
    project, _ = load_project(read_tree(real_tree), MACROS)
    assert project

    for mark in ("ins", "del", "td"):
        assert re.search(f"<{mark}[^>]*>[^/]*<ruby>", text), mark
    assert verify_published(real_site, project, "h25", "r5") == []


def test_an_urgent_correction_is_told_at_its_line_and_published_without_ruby(real_tree: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(real_tree, tree)
    replace(tree, "docs/guideline/r5/shushi.md", "社会情勢がますます進む中、地方", "社会情勢がさらに進む中、地方")
    source = (tree / "data/sources/r5-draft.txt").read_text(encoding="utf-8").split("\n")
    line = next(number for number, one in enumerate(source, start=1) if "ますます" in one)
    entry = f"""  - id: d99
    verdict: W
    revision: r5
    section: shushi
    quote: 社会情勢がさらに進む中
    edits:
      - {{line: {line}, source: "ますます", reading: "さらに"}}
    note: 試験のための訂正です。
"""
    with (tree / "data/errata.yml").open("a", encoding="utf-8") as file:
        file.write(entry)

    found = build(tree)

    assert [one for one in found if one.severity == "error"] == []
    told = [(one.code, one.place.file, one.place.line) for one in found if "/shushi." in one.place.file]
    assert {file for code, file, _ in told if code == "E003"} == {"docs/easy/shushi.md"}
    assert [one for one in told if one[0] != "E003"] == [
        ("R012", "data/readings/guideline/r5/shushi.txt", 4),
        ("R011", "docs/guideline/r5/shushi.md", 9),
    ]
    page = (tree / "site/guideline/r5/shushi/index.html").read_text(encoding="utf-8")
    assert "今日、急激な少子高齢化、高度情報化、国際化などの社会情勢がさらに進む中、地方自治体は" in page
    assert "<ruby>地方" in page


def _bare(page: str) -> str:
    """The page without any reading: of its words and of the labels of its cells."""
    return without_ruby(without_label_readings(page))
