"""The checks of the built folder pass on the real site, and each one fails when what it checks is broken."""

import shutil
from pathlib import Path

import pytest

from macros.model.findings import Finding
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.site.built_pages import read_built
from macros.site.check_compare import check_compare_pages
from macros.site.check_links import check_built_links, check_built_styles
from macros.site.check_notice import check_notices
from macros.site.policy import policy
from macros.site.ruby import without_ruby
from macros.views.registry import MACROS
from tests.site.pages import built

PAGE = "guideline/r5/shushi/index.html"


@pytest.fixture
def site(real_site: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may break: its pages only."""
    for path in real_site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".css", ".js", ".svg", ".csv", ".json"):
            target = tmp_path / path.relative_to(real_site)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return tmp_path


@pytest.fixture(scope="module")
def project(real_tree: Path) -> Project:
    """The real data."""
    loaded, _ = load_project(read_tree(real_tree), MACROS)
    assert loaded is not None
    return loaded


def found(site: Path, project: Project) -> list[Finding]:
    """All findings on a built folder."""
    pages = read_built(site)
    return [
        *check_built_links(site, pages),
        *check_built_styles(site),
        *check_notices(pages, project.data.site.record),
        *check_compare_pages(pages, project),
    ]


def test_the_real_site_has_no_dead_link_no_foreign_request_and_the_notice_everywhere(
    site: Path, project: Project
) -> None:
    assert len(read_built(site)) > 25
    assert found(site, project) == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("B001", "</head>", '<link rel="stylesheet" href="https://fonts.example.com/a.css"></head>'),
        ("B001", "</head>", '<script src="//cdn.example.com/a.js"></script></head>'),
        ("B001", "</article>", '<img src="https://example.com/a.png" alt=""></article>'),
        ("B002", "</article>", '<a href="../nowhere/">x</a></article>'),
        ("B002", "</article>", '<a href="#nowhere">x</a></article>'),
        ("B002", "</article>", '<a href="../kangaekata/#nowhere">x</a></article>'),
        ("B002", "</article>", '<a href="../../../../../outside.html">x</a></article>'),
        ("B003", "市の公式サイトではありません。", ""),
        ("B003", "noindex", "index"),
        ("B004", "</article>", "{{ actors() }}</article>"),
        ("B004", "</article>", "Macro Rendering Error</article>"),
        ("B006", "</article>", '<p id="shushi"></p></article>'),
    ],
)
def test_each_kind_of_damage_is_found(site: Path, project: Project, code: str, old: str, new: str) -> None:
    page = site / PAGE
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")

    assert {(one.code, one.place.file) for one in found(site, project)} == {(code, PAGE)}


def test_a_page_that_vanished_is_missed_by_those_that_link_to_it(site: Path, project: Project) -> None:
    (site / PAGE).unlink()

    assert {one.code for one in found(site, project)} == {"B002"}


def test_a_style_sheet_that_asks_elsewhere_is_found(site: Path, project: Project) -> None:
    sheet = next((site / "assets/stylesheets").glob("*.css"))
    sheet.write_text("@import 'x.css';", encoding="utf-8")

    assert {one.code for one in check_built_styles(site)} == {"B001"}


def test_an_official_site_needs_no_notice(site: Path, project: Project) -> None:
    page = site / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("noindex", "index"), encoding="utf-8")
    record = project.data.site.record
    official = type(record)(
        **{name: getattr(record, name) for name in record.__dataclass_fields__} | {"official": True}
    )

    assert list(check_notices(read_built(site), official)) == []


def test_every_page_has_a_policy_that_allows_its_own_inline_scripts_only(real_site: Path) -> None:
    for page in read_built(real_site):
        metas = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        without = page.text.replace(f'<meta http-equiv="Content-Security-Policy" content="{metas[0]}">', "")

        assert metas == [policy(built(page.path, without))]
        assert "unsafe" not in metas[0]
        assert page.tree.xpath("//body//*[@style]") == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("のある自立したまちづくり", "のある自立した街づくり", "ページでは違っています"),
        ('class="change', 'class="changed', "変更の数が"),
    ],
)
def test_a_comparison_that_shows_another_text_or_misses_a_change_is_found(
    site: Path, project: Project, before: str, after: str, says: str
) -> None:
    page = site / "compare/h25-r5/index.html"
    page.write_text(without_ruby(page.read_text(encoding="utf-8")).replace(before, after, 1), encoding="utf-8")

    findings = found(site, project)

    assert {one.code for one in findings} == {"B007"}
    assert says in findings[0].message
