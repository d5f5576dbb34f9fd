"""Which scripts a built page may hold itself: the theme's, known from its own templates, and no others."""

import re
import shutil
from pathlib import Path

import pytest

from macros.model.findings import has_error
from macros.site import known_scripts
from macros.site.build import build
from macros.site.built_pages import read_built
from macros.site.check_scripts import check_scripts
from macros.site.frame_templates import THEME, as_html
from macros.site.known_scripts import inline_scripts, is_known
from macros.site.policy import add_policies, policy
from tests.paths import ROOT
from tests.site.pages import built
from tests.trees import copy_example, replace


def codes(path: str, text: str) -> list[str]:
    """Codes of the findings on a page."""
    return [one.code for one in check_scripts([built(path, text)])]


def theme_script(way: str) -> str:
    """The script of the theme that holds the way to the top of the site."""
    source = (THEME / "partials/javascripts/base.html").read_text(encoding="utf-8")
    found = re.search("<script>.*</script>", as_html(source))
    assert found
    return found[0].replace("\ue000", way)


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("index.html", "."),
        ("compare/index.html", ".."),
        ("a/b/c/index.html", "../../.."),
        ("404.html", "/"),
        ("404.html", "/name/"),
        ("404.html", "/name"),
    ],
)
def test_the_themes_script_may_hold_the_way_to_the_top(path: str, way: str) -> None:
    page = built(path, f"<head>{theme_script(way)}</head>")

    assert list(check_scripts([page])) == []
    assert policy(page).count("sha256-") == 1


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("index.html", ".."),
        ("a/index.html", "../.."),
        ("a/index.html", "/"),
        ("index.html", "https://evil.example"),
        ("404.html", "//evil.example"),
        ("404.html", 'x",location),alert(1),new URL("'),
        ("404.html", "/\\evil"),
        ("index.html", "data:,"),
        ("index.html", ""),
    ],
)
def test_nothing_else_may_be_filled_in(path: str, way: str) -> None:
    page = built(path, f"<head>{theme_script(way)}</head>")

    assert [one.code for one in check_scripts([page])] == ["B030"]
    assert "sha256-" not in policy(page)


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<script\n>alert(1)</script >",
        "<script type=text/plain>alert(1)</script>",
        "<script type=module>alert(1)</script>",
        "<script type=importmap>{}</script>",
        "<script type='application/json'>{}</script>",
        "<script type='application/json ' id='__config'>{}</script>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><script href='a.js'></script></svg>",
        "<script>alert(1)",
        "<script></script>",
        "<script data-src='a.js'>alert(1)</script>",
        "<p><script nonce=a>alert(1)</script></p>",
        "<template><script>alert(1)</script></template>",
        "<noscript><script>alert(1)</script></noscript>",
    ],
)
def test_a_script_that_the_theme_does_not_have_is_an_error_and_gets_no_hash(script: str) -> None:
    page = built("index.html", f"<body>{script}</body>")

    assert [one.code for one in check_scripts([page])] == ["B030"]
    assert "sha256-" not in policy(page)


def test_a_script_of_the_theme_with_an_attribute_is_another_script() -> None:
    assert codes("index.html", theme_script(".").replace("<script>", "<script type=module>")) == ["B030"]


@pytest.mark.parametrize(
    "given",
    [
        "<p onclick='a()'>あ</p>",
        "<p ONCLICK=a()>あ</p>",
        "<svg onload=a()></svg>",
        "<a href='javascript:a()'>あ</a>",
        "<a href=' JavaScript:a()'>あ</a>",
        "<a href='java\tscript:a()'>あ</a>",
        "<a href='&#106;avascript&colon;a()'>あ</a>",
        "<a href='vbscript:a'>あ</a>",
        "<a href='data:text/html,a'>あ</a>",
        "<svg><a xlink:href='javascript:a()'></a></svg>",
        "<form action='javascript:a()'></form>",
        "<button formaction='javascript:a()'>あ</button>",
        "<p style='color:red'>あ</p>",
        "<style>p{}</style>",
        "<base href='/a/'>",
        "<meta http-equiv=refresh content='0;url=/a/'>",
        "<meta http-equiv='Content-Security-Policy' content=\"default-src *\">",
        "<iframe src='/a/'></iframe>",
        "<iframe srcdoc='a'></iframe>",
        "<object data='/a/'></object>",
        "<embed src='/a/'>",
    ],
)
def test_what_the_policy_forbids_is_an_error(given: str) -> None:
    assert set(codes("index.html", f"<head></head><body>{given}</body>")) == {"B031"}


@pytest.mark.parametrize("given", ["<a href='a/'>javascript: のこと</a>", "<img alt='on' src='a.png'>", "<p>style</p>"])
def test_words_are_no_programs(given: str) -> None:
    assert codes("index.html", given) == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of 見本市."""
    tree = copy_example(tmp_path_factory.mktemp("scripts") / "tree")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", "2026-11-22T09:00:00+09:00")
        patch.setenv("SITE_URL", "https://example.org/shishin/")
        assert not has_error(build(tree))
    return tree / "site"


def test_every_page_of_the_site_holds_only_known_scripts_each_with_its_hash(site: Path) -> None:
    pages = read_built(site)

    assert len(pages) > 20
    assert list(check_scripts(pages)) == []
    for page in pages:
        scripts = list(inline_scripts(page.tree))
        assert scripts
        assert all(is_known(page, one) for one in scripts)
        assert policy(page).count("sha256-") == len({one.text for one in scripts})
        assert page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [policy(page)]


def test_without_the_themes_templates_its_own_scripts_are_unknown(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_scripts, "_patterns", lambda _way: ())

    assert {one.code for one in check_scripts(read_built(site))} >= {"B030"}


def test_a_template_with_one_more_inline_script_stops_the_build(tree: Path) -> None:
    (tree / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tree / "overrides")
    replace(tree, "overrides/partials/copyright.html", '<div class="md-copyright">', "<script>a()</script><div>")

    findings = build(tree)

    assert {one.code for one in findings if one.severity == "error"} == {"B030"}
    assert not (tree / "site").exists()


def test_a_page_that_has_its_policy_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><head></head><body></body></html>", encoding="utf-8")

    add_policies(tmp_path, read_built(tmp_path))
    once = (tmp_path / "index.html").read_bytes()
    add_policies(tmp_path, read_built(tmp_path))

    assert once.count(b"Content-Security-Policy") == 1
    assert (tmp_path / "index.html").read_bytes() == once
    assert list(check_scripts(read_built(tmp_path))) == []
