"""Source + errata = page: read from the rendered pages, letter by letter."""

import hashlib
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement

from macros.model.check_source import expected_text
from macros.model.html_blocks import HtmlBlock, read_element
from macros.model.project import Project, load_project
from macros.model.read_revision import page_files
from macros.model.tree import read_tree
from macros.site.ruby import without_ruby
from macros.views.registry import MACROS
from tests.paths import REAL, SHARED

SECTIONS = {"h25": 43, "r5": 46}
"""Sections with cover, 沿革 and 目次, counted by hand in the sources."""

OURS = (
    ".//*[@data-note] | .//rt | .//rp | .//a[contains(@class, 'headerlink')]"
    " | .//a[contains(@class, 'footnote-backref')] | .//a[contains(@class, 'footnote-ref')]"
)
"""The site's own words inside the text, and the links that the converter adds."""


@pytest.fixture(scope="module")
def project() -> Project:
    """The real data and texts."""
    loaded, findings = load_project(read_tree(REAL), MACROS)
    assert findings == ()
    assert loaded is not None
    return loaded


def text_elements(site: Path, project: Project, revision: str) -> list[HtmlElement]:
    """The `<div data-text>` of each page of a revision, in printed order."""
    found: list[HtmlElement] = []
    for _, address in page_files(project.revision(revision)):
        tree: Any = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))
        found += tree.xpath(f"//div[@data-text='{revision}']")
    return found


def letters(elements: list[HtmlElement]) -> str:
    """All the guideline's letters in some elements, without space."""
    said = []
    for element in elements:
        copy: Any = deepcopy(element)
        for ours in copy.xpath(OURS):
            ours.drop_tree()
        said.append(copy.text_content())
    return re.sub(r"\s+", "", "".join(said))


def source_letters(project: Project, revision: str) -> str:
    """All letters of the corrected source, without space and without the signs of notes."""
    record = project.revision(revision)
    assert record.source_text is not None
    text, findings = expected_text(project, record, record.source_text)
    assert findings == ()
    return re.sub(r"[\s¹²³⁴]+", "", text)


@pytest.mark.parametrize("revision", ["h25", "r5"])
def test_every_letter_of_the_corrected_source_stands_on_the_pages_in_order(
    real_site: Path, project: Project, revision: str
) -> None:
    assert letters(text_elements(real_site, project, revision)) == source_letters(project, revision)


@pytest.mark.parametrize("revision", ["h25", "r5"])
def test_the_model_holds_the_same_blocks_as_the_rendered_pages(
    real_site: Path, project: Project, revision: str
) -> None:
    rendered = [block for element in text_elements(real_site, project, revision) for block in read_element(element)]

    model = project.texts[revision].blocks

    assert [(one.kind, one.text) for one in rendered] == [(one.kind, one.printed) for one in model]


@pytest.mark.parametrize(("revision", "count"), SECTIONS.items())
def test_each_revision_has_all_its_sections(project: Project, revision: str, count: int) -> None:
    sections = project.texts[revision].sections

    assert len(sections) == count
    assert len({one.id for one in sections}) == count


@pytest.mark.parametrize(
    ("revision", "file"), [("r5", "000_be17f430c0a300f3.txt"), ("h25", "002_cb5202d003b294c2.txt")]
)
def test_the_source_texts_are_those_that_were_handed_over(project: Project, revision: str, file: str) -> None:
    record = project.revision(revision).source_text
    assert record is not None
    kept = (REAL / record.file).read_bytes()

    assert hashlib.sha256(kept).hexdigest() == record.sha256
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this clone: the copies in data/sources are checked by their hashes only")
    assert kept == (SHARED / "seeds" / file).read_bytes()


def bare(element: HtmlElement) -> HtmlElement:
    """The element without furigana, so that a letter can be taken out of its text."""
    parsed: Any = html.fragment_fromstring(without_ruby(html.tostring(element, encoding="unicode")))
    return parsed


def first(elements: list[HtmlElement], xpath: str) -> HtmlElement:
    """The first element that the path finds."""
    return next(found for element in elements for found in element.xpath(xpath))


@pytest.mark.parametrize(
    ("kind", "revision", "xpath"),
    [
        ("heading", "r5", ".//h2[@id='genjo-shi']"),
        ("paragraph", "r5", ".//h1[@id='shushi']/following-sibling::p[1]"),
        ("row", "r5", ".//tr[@data-row='jumin']/td[1]"),
        ("row of domains", "h25", ".//tr[@data-row='kizoku']/td[2]"),
        ("row of proposals", "r5", ".//tr[@data-row='h26-2']/td[4]"),
        ("row of contents", "r5", ".//tr[@data-row='igi']//a"),
        ("footnote", "r5", ".//li[@id='fn:shi']/p"),
        ("printed note", "h25", ".//p[@data-name='shimin']"),
        ("figure", "r5", ".//p[@class='figure']"),
        ("column", "r5", ".//div[@class='column']/p[1]"),
    ],
)
@pytest.mark.parametrize("mutation", ["lose a letter", "add a letter", "lose all", "say twice"])
def test_one_changed_block_of_any_kind_is_noticed(
    real_site: Path, project: Project, kind: str, revision: str, xpath: str, mutation: str
) -> None:
    elements = [bare(element) for element in text_elements(real_site, project, revision)]
    block = first(elements, xpath)
    text = block.text or ""

    if mutation == "lose a letter":
        block.text = text[1:]
    elif mutation == "add a letter":
        block.text = text + "等"
    elif mutation == "lose all":
        block.drop_tree()
    else:
        block.addnext(deepcopy(block))

    assert letters(elements) != source_letters(project, revision), kind


def test_words_of_our_own_inside_the_text_are_not_taken_for_the_citys(real_site: Path, project: Project) -> None:
    elements = text_elements(real_site, project, "r5")
    before = list(blocks(elements))

    note = first(elements, ".//aside[@data-note]")
    note.text = "市の言葉ではありません"

    assert list(blocks(elements)) == before


def blocks(elements: list[HtmlElement]) -> list[HtmlBlock]:
    """Blocks of several elements."""
    return [block for element in elements for block in read_element(element)]
