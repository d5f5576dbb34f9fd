"""What the whole site costs: the time of its build, the weight of its pages, what a browser asks for."""

import gzip
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from macros.model.tree_places import FOLDERS, SETTINGS
from macros.site.build import build
from macros.site.built_pages import BuiltPage, read_built

FRAME = ("macros", "overrides", SETTINGS)
"""What a build needs beside `docs/` and `data/`."""

PLAIN = """\
site_name: plain
theme: {name: material, language: ja}
plugins: [search]
markdown_extensions: [attr_list, footnotes, tables, toc]
"""
"""Material as it comes, over the same Markdown: calls of macros stay text."""

_ASSETS = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
"""What a browser asks for beside the page itself, without a click."""

_LARGEST = 3


def measure_site(root: Path, best: Callable[[Callable[[], object], int], float]) -> float | None:
    """Build and weigh; seconds of the whole build, none where the site cannot be built.

    Args:
        root: the tree.
        best: shortest time of several runs of some work.
    """
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        tree.mkdir()
        for part in FOLDERS:
            shutil.copytree(root / part, tree / part)
        for part in FRAME:
            (tree / part).symlink_to(root / part)
        whole = best(lambda: build(tree), 1)
        if not (tree / "site").is_dir():
            print("サイトを作れないので、測れません。make site が、直すところを知らせます。", file=sys.stderr)
            return None
        plain = best(lambda: _build_plain(root / "docs", Path(folder) / "plain"), 1)
        print(f"サイトを作る時間：{whole:.1f}秒。飾りのないMaterialで作る時間（{plain:.1f}秒）の{whole / plain:.1f}倍")
        _weigh(tree / "site")
    return whole


def _build_plain(docs: Path, folder: Path) -> None:
    """Let MkDocs build the same Markdown with nothing of ours."""
    folder.mkdir()
    (folder / "docs").symlink_to(docs)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, check=True)


def _weigh(site: Path) -> None:
    """Bytes as sent (gzip) of pages and of what they ask for, and how many requests a page makes."""
    pages = [page for page in read_built(site) if page.path != "404.html"]  # its addresses begin at the public root
    sent = {page.path: _sent(site / page.path) for page in pages}
    asked = {page.path: _asked(page) for page in pages}
    ordered = sorted(sent, key=lambda path: -sent[path])
    middle = f"{median(sent.values()) / 1000:.0f}KB"
    print(f"ページの重さ（gzip）：{len(pages)}ページの中央値 {middle}。重いもの：")
    for path in ordered[:_LARGEST]:
        whole = (site / path).stat().st_size
        print(f"  {posixpath.dirname(path)}/：{sent[path] / 1000:.0f}KB（縮めないと{whole / 1000:.0f}KB）")
    shared = sum(_sent(site / one) for one in set.union(*asked.values()))
    requests = [1 + len(one) for one in asked.values()]
    print(f"読み込みの回数：{min(requests)}回から{max(requests)}回まで。ページのほかに{shared / 1000:.0f}KB（gzip）")


def _asked(page: BuiltPage) -> set[str]:
    """Paths below the site."""
    folder = posixpath.dirname(page.path)
    found = (str(one).split("?")[0] for one in page.tree.xpath(_ASSETS))
    return {posixpath.normpath(posixpath.join(folder, one)).lstrip("/") for one in found}


def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))
