"""Serve the preview on this machine only: the last good pages, with a bar where the newest text has slips."""

import json
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.site.preview import Shown, errors
from macros.views.frame import render

HOST = "127.0.0.1"
"""Never another: a draft is not shown in public before its day."""

OWN = "/__shishin/"
"""Addresses of the preview itself; a page cannot take them (names in `docs/` begin with a letter or digit)."""

_ASSETS = {"preview.js": "text/javascript", "preview.css": "text/css"}
_HTML = "text/html; charset=utf-8"
_NAMES = {HOST, "localhost"}


class _Handler(SimpleHTTPRequestHandler):
    """Answers from what is shown at the moment of the question."""

    def __init__(self, *args: object, shown: Callable[[], Shown], **settings: object) -> None:
        self._shown = shown()
        super().__init__(*args, directory=str(self._shown.site or "/nonexistent"), **settings)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page with the preview's own parts, or a file as it is."""
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in _NAMES:  # another site's name led here
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path.startswith(OWN):
            self._own(urlsplit(self.path).path.removeprefix(OWN))
        elif self._shown.site is None:
            self._send(_first(self._shown), _HTML, HTTPStatus.SERVICE_UNAVAILABLE)
        elif (page := _page(self._shown.site, self.path)) is not None:
            self._send(with_bar(page, self._shown), _HTML)
        else:
            super().do_GET()

    do_HEAD = do_GET  # noqa: N815 (name given by http.server)

    def _own(self, name: str) -> None:
        if name == "state":
            self._send(json.dumps({"version": self._shown.version}), "application/json")
        elif name in _ASSETS:
            file = Path(__file__).with_name("assets") / name
            self._send(file.read_text(encoding="utf-8"), f"{_ASSETS[name]}; charset=utf-8")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        """No file of a preview is kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        page = self._shown.site / "404.html" if self._shown.site else None
        if code == HTTPStatus.NOT_FOUND and page and page.is_file():
            self._send(with_bar(page.read_text(encoding="utf-8"), self._shown), _HTML, HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: object) -> None:
        """A folder without a page is not shown."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Requests are of no interest to staff."""


def _page(site: Path, address: str) -> str | None:
    """HTML of the page at an address; none where there is another file, a folder without `/`, or nothing."""
    path = unquote(urlsplit(address).path)
    parts = [part for part in path.split("/") if part]
    if any(part in (".", "..") for part in parts):
        return None
    file = site.joinpath(*parts)
    if path.endswith("/"):
        file /= "index.html"
    return file.read_text(encoding="utf-8") if file.suffix == ".html" and file.is_file() else None


def with_bar(page: str, shown: Shown) -> str:
    """A page with the script that waits for the next build, and the findings where the last one failed."""
    head = f'<link rel="stylesheet" href="{OWN}preview.css">'
    script = f'<script src="{OWN}preview.js" data-version="{shown.version}" defer></script>'
    page = page.replace("</head>", f"{head}{script}</head>", 1)
    start = page.find("<body")
    at = page.find(">", start) + 1
    return page[:at] + bar(shown) + page[at:] if start >= 0 else page


def bar(shown: Shown) -> str:
    """The findings that keep the newest text from being shown; empty where it is shown."""
    return render("preview_bar.html", findings=errors(shown.findings)) if errors(shown.findings) else ""


def _first(shown: Shown) -> str:
    return with_bar(render("preview_first.html", is_waiting=shown.version == 0), shown)


class _Server(ThreadingHTTPServer):
    """A server that says in a line what it could not answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has gone away is of no interest to staff."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            sys.stderr.write(f"ページを1つ出せませんでした（{type(error).__name__}）。もう一度読み込んでください。\n")


def make_server(shown: Callable[[], Shown], port: int) -> ThreadingHTTPServer:
    """A server that answers from `shown` at each request.

    Raises:
        OSError: where the port is taken.
    """
    server = _Server((HOST, port), partial(_Handler, shown=shown))
    server.daemon_threads = True
    return server
