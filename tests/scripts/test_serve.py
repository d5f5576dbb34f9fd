"""`shishin serve` as staff start it: slips, mended ones, new and lost files; it goes on through all of them."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from scripts.main import main
from tests.trees import replace

PATIENCE = 60
"""Seconds for a build on a busy machine."""


class Served:
    """A running `shishin serve`."""

    def __init__(self, tree: Path) -> None:
        command = [sys.executable, "-m", "scripts.main", "serve", "--port", "0", "--root", str(tree)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http://[0-9.:]+/", line)
        assert found, line
        self.address = found[0]

    def page(self, path: str) -> str:
        """A page, also one that stands for pages that could not be made yet."""
        try:
            with urlopen(self.address + path) as answer:  # noqa: S310 (our own server)
                return str(answer.read().decode("utf-8"))
        except HTTPError as error:
            with error:
                return error.read().decode("utf-8")

    def after(self, change: Callable[[], object]) -> None:
        """Make a change and wait until the preview has looked at it."""
        before = self.version()
        change()
        end = time.monotonic() + PATIENCE
        while self.version() == before:
            assert self.process.poll() is None, "serve ended"
            assert time.monotonic() < end, "serve does not see the change"
            time.sleep(0.1)

    def version(self) -> int:
        """Number of the newest build."""
        return int(json.loads(self.page("__shishin/state"))["version"])


def append(path: Path, words: str) -> None:
    """Write at the end of a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(words)


@pytest.fixture
def served(tree: Path) -> Iterator[Served]:
    """The preview of the invented city, its first build done."""
    found = Served(tree)
    found.after(lambda: None) if found.version() == 0 else None
    with found.process:
        yield found
        found.process.kill()


def test_it_goes_on_through_slips_mended_ones_new_and_lost_files(tree: Path, served: Served) -> None:
    chapter = "docs/guideline/r5/rinen.md"
    nav = (tree / "data/nav.yml").read_text(encoding="utf-8")
    assert "理念" in served.page("guideline/r5/rinen/")

    served.after(lambda: replace(tree, chapter, "{: #rinen }", ""))
    assert "T001" in served.page("")
    served.after(lambda: replace(tree, chapter, "# 第Ⅰ章 協働の理念", "# 第Ⅰ章 協働の理念 {: #rinen }"))
    assert "T001" not in served.page("")

    served.after(lambda: (tree / "docs/zu.md").write_text("---\ntitle: 新しいページ\n---\n\n# 新しいページ\n"))
    assert "L003" in served.page("")
    served.after(lambda: (tree / "data/nav.yml").write_text(f"{nav}  - 新しいページ: zu.md\n", encoding="utf-8"))
    assert "新しいページ" in served.page("zu/")

    served.after((tree / "docs/zu.md").unlink)
    assert "目次にあるページ" in served.page("")
    served.after(lambda: (tree / "data/nav.yml").write_text("nav: [\n", encoding="utf-8"))
    assert "Y001" in served.page("")
    served.after(lambda: (tree / "data/nav.yml").write_text(nav, encoding="utf-8"))
    assert 'shishin-bar"' not in served.page("")

    served.after(lambda: append(tree / "docs/about/index.md", "\n{{ undefined_macro() }}\n"))
    assert "M00" in served.page("about/")
    assert served.process.poll() is None


def test_ctrl_c_ends_it_with_a_word(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)

    said, _ = served.process.communicate(timeout=PATIENCE)

    assert served.process.returncode == 0
    assert "終わりました" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told(tree: Path, served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    port = served.address.rsplit(":", 1)[1].strip("/")

    assert main(["serve", "--port", port, "--root", str(tree)]) == 1
    assert main(["serve", "--port", "99999", "--root", str(tree)]) == 1
    assert capsys.readouterr().err.count("使えません") == 2
