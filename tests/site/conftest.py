"""The real site, built once and served, and a browser to look at it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.model.findings import has_error
from macros.model.tree_places import FOLDERS
from macros.site.build import build
from tests.paths import REAL, ROOT

PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml")
"""What a build needs."""

MOMENT = "2026-11-22T09:00:00+09:00"
"""When the site that tests look at was built."""


@pytest.fixture(scope="session")
def real_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's tree, so that tests leave the working tree alone."""
    tree = tmp_path_factory.mktemp("real")
    for part in PARTS:
        source = (REAL if part in FOLDERS else ROOT) / part
        if source.is_dir():
            shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / part)
    return tree


@pytest.fixture(scope="session")
def real_site(real_tree: Path) -> Path:
    """The built site of this repository; a finding of the build fails every test that asks for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISHIN_NOW", MOMENT)
        for name in ("SITE_URL", "REPOSITORY"):
            patch.delenv(name, raising=False)
        assert not has_error(build(real_tree))
    return real_tree / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Address of a built folder, served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Address of the built site, served on this machine."""
    with served(real_site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser of this machine: never one that a tool downloads."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, "ブラウザー（Chromium）がありません。make test が入れ方を知らせます。"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",  # pages of its own behind each window
            ],
        )
        yield started
        started.close()
