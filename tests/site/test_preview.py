"""The preview shows only what passed the check, says what did not, and never ends."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from macros.site import preview as module
from macros.site.preview import Preview, Shown
from macros.site.preview_server import make_server, with_bar
from tests.trees import replace


@pytest.fixture
def preview(tree: Path, tmp_path: Path) -> Preview:
    """A preview of the invented city whose builds do not wait for readers."""
    return Preview(tree, tmp_path / "preview", lambda _shown: None)


@pytest.fixture
def address(preview: Preview) -> Iterator[str]:
    """Where the preview is served."""
    server = make_server(lambda: preview.shown, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(address: str) -> tuple[int, str]:
    """Status and text of an answer."""
    try:
        with urlopen(address) as answer:  # noqa: S310 (our own server)
            return answer.status, answer.read().decode("utf-8")
    except HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8")


def test_slips_are_shown_over_the_last_good_pages_and_mending_takes_them_away(
    tree: Path, preview: Preview, address: str
) -> None:
    assert preview.look()
    good = get(f"{address}/guideline/r5/rinen/")[1]
    assert 'shishin-bar"' not in good
    replace(tree, "docs/guideline/r5/rinen.md", "{: #rinen }", "")
    assert preview.look()
    assert not preview.look()

    slip = get(f"{address}/guideline/r5/rinen/")[1]

    assert "docs/guideline/r5/rinen.md" in slip
    assert "T001" in slip
    assert slip.split("<main")[1] == good.split("<main")[1]
    replace(tree, "docs/guideline/r5/rinen.md", "# 第Ⅰ章 協働の理念", "# 第Ⅰ章 協働の理念 {: #rinen }")
    assert preview.look()
    mended = get(f"{address}/guideline/r5/rinen/")[1]
    assert mended.replace('data-version="3"', 'data-version="1"') == good


def test_nothing_of_an_unchecked_tree_runs(tree: Path, preview: Preview) -> None:
    with (tree / "docs/about/index.md").open("a", encoding="utf-8") as page:
        page.write(f'\n{{{{ cycler.__init__.__globals__.os.popen("touch {tree}/PWNED").read() }}}}\n')

    preview.look()

    assert preview.shown.site is None
    assert {one.code for one in preview.shown.findings} == {"M002"}
    assert not (tree / "PWNED").exists()


def test_an_error_of_the_program_becomes_a_finding(
    tree: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> tuple[()]:
        raise MemoryError("memory")

    preview.look()
    before = preview.shown.site
    monkeypatch.setattr(module, "build_into", fail)
    (tree / "docs/zu.png").write_bytes(b"x")

    preview.look()

    assert preview.shown.site == before
    assert [one.message for one in preview.shown.findings if "MemoryError" in one.message]


def test_before_the_first_good_build_the_slips_are_the_page(tree: Path, preview: Preview, address: str) -> None:
    assert "作っています" in get(f"{address}/")[1]
    (tree / "data/groups.yml").write_text("groups", encoding="utf-8")
    preview.look()

    status, page = get(f"{address}/guideline/")

    assert status == 503
    assert "data/groups.yml" in page


def test_the_bar_escapes_what_a_file_says(tree: Path, preview: Preview, address: str) -> None:
    replace(tree, "docs/index.md", "title: ", "title: <script>x</script>")

    preview.look()

    assert "<script>x" not in get(f"{address}/")[1]
    assert "&lt;script&gt;" in get(f"{address}/")[1]


def test_only_this_machine_is_answered(preview: Preview, address: str) -> None:
    preview.look()
    request = Request(f"{address}/", headers={"Host": "evil.example"})  # noqa: S310 (our own server)

    with pytest.raises(HTTPError) as refused:
        urlopen(request)  # noqa: S310 (our own server)

    refused.value.close()
    assert refused.value.code == 403


@pytest.mark.parametrize("path", ["/nai/", "/data/", "/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/__shishin/x"])
def test_what_is_not_there_is_the_page_of_the_site_for_that(preview: Preview, address: str, path: str) -> None:
    preview.look()

    status, page = get(address + path)

    assert status == 404
    assert "ページが見つかりません" in page


def test_an_open_page_asks_for_the_version_and_gets_the_rest_as_it_is(preview: Preview, address: str) -> None:
    preview.look()

    assert json.loads(get(f"{address}/__shishin/state")[1]) == {"version": 1}
    assert "location.reload" in get(f"{address}/__shishin/preview.js")[1]
    assert preview.shown.site
    assert get(f"{address}/data/forms.json")[1] == (preview.shown.site / "data/forms.json").read_text(encoding="utf-8")


def test_a_page_without_a_body_is_left_alone() -> None:
    assert with_bar("x", Shown(1, None, ())) == "x"
