"""Another city replaces `docs/` and `data/` and has its site: the invented 見本市, in the frame of this repository."""

from pathlib import Path

import pytest

from macros.model.directory import Site
from macros.model.load import load
from macros.model.tree import read_tree
from macros.site.build import build
from macros.site.built_pages import BuiltPage, read_built
from macros.site.check import check
from tests.paths import REAL
from tests.trees import EXAMPLE, copy_example


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of 見本市."""
    tree = copy_example(tmp_path_factory.mktemp("mihon") / "tree")
    assert build(tree) == ()
    return tree / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Its pages by path."""
    return {page.path: page for page in read_built(site)}


def test_the_example_has_nothing_to_mend(tree: Path) -> None:
    project, findings = check(tree)

    assert findings == ()
    assert project is not None
    assert list(project.texts) == ["h25", "r5"]


def test_the_example_is_only_text_and_data() -> None:
    assert {path.relative_to(EXAMPLE).parts[0] for path in EXAMPLE.rglob("*") if path.is_file()} == {"data", "docs"}
    assert {path.suffix for path in EXAMPLE.rglob("*") if path.is_file()} == {".md", ".yml", ".txt"}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("index.html", "令和5年（2023年）の案"),
        ("guideline/index.html", "平成25年（2013年）の案"),
        ("guideline/enkaku/index.html", "市民の調査"),
        ("guideline/h25/index.html", "(平成24年 月改定)"),
        ("guideline/h25/rinen/index.html", "注 市民 この指針でいう市民とは"),
        ("guideline/h25/kongo/index.html", "この指針は、5年ごとに見直します。"),
        ("guideline/r5/rinen/index.html", "市とは、見本市をいいます。"),
        ("guideline/r5/susumekata/index.html", "例の花壇の手入れ★"),
        ("consultations/index.html", "見本市協働指針の改定の案への意見募集"),
        ("consultations/r5-2023/index.html", "意見はありませんでした。"),
        ("directory/groups/index.html", "見本の会"),
        ("directory/proposals/index.html", "例の通学路の見守り"),
        ("directory/forms/index.html", "市が費用を補う方法"),
        ("directory/domains/index.html", "協働の領域"),
        ("directory/actors/index.html", "市に住み、働き、学ぶ人"),
        ("about/index.html", "見本部 見本課"),
        ("about/sources/index.html", "見本市のページ"),
        ("about/errata/index.html", "中公"),
        ("about/data/index.html", "団体のCSV"),
        ("about/findings/index.html", "見出しにidがない"),
        ("404.html", "ページが見つかりません"),
    ],
)
def test_every_page_says_what_the_example_says(pages: dict[str, BuiltPage], page: str, words: str) -> None:
    tree = pages[page].tree

    assert words in tree.text_content()
    assert load(read_tree(EXAMPLE), "data/site.yml", Site).record.notice in tree.text_content()
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_nothing_of_the_first_city_is_left_on_any_page(site: Path) -> None:
    record = load(read_tree(REAL), "data/site.yml", Site).record
    words = [record.municipality, record.prefecture, record.centre.nickname, record.centre.name, record.contact.name]
    words += [record.contact.telephone, record.code, record.city_url]

    for path in site.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml"):
            text = path.read_text(encoding="utf-8")
            assert [word for word in words if word in text] == [], path


@pytest.mark.parametrize("path", ["guideline/r5/rinen/index.html", "guideline/h25/rinen/index.html"])
def test_the_notes_lead_to_the_records_of_the_example(pages: dict[str, BuiltPage], path: str) -> None:
    links = pages[path].tree.xpath("//*[@data-note]//a[contains(@href, 'about/errata/')]/@href")

    assert links
    assert {link.split("#")[1] for link in links} <= set(pages["about/errata/index.html"].tree.xpath("//@id"))
