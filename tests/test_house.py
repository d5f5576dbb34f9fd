"""Rules of the house that no single module can keep: sizes, names, locks, documents."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.site.policy import policy
from macros.views.open_data import DATASETS
from macros.views.registry import DATED, MACROS
from scripts.main import COMMANDS, parser
from tests.consulted import CALLS as CONSULTED
from tests.paths import ROOT
from tests.site.pages import built

LONGEST = 300
"""Lines of a module."""


def tracked(*patterns: str) -> list[Path]:
    """Files of the repository, new ones included, ignored ones left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    modules = tracked("macros/*.py", "scripts/*.py")

    long = [path.name for path in modules if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST]

    assert len(modules) > 40
    assert long == []


def test_the_city_is_named_in_docs_and_data_only() -> None:
    files = tracked("macros", "scripts", "overrides", "mkdocs.yml")

    naming = [
        path.name
        for path in files
        if path.suffix in (".py", ".html", ".yml", ".js", ".css") and "和光" in path.read_text(encoding="utf-8")
    ]

    assert naming == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "package-lock.json"])
def test_a_lock_pins_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.search(r"https?://|file://|\s/\w+/|--index|--find-links|\"resolved\"", text) is None
    if lock.endswith(".txt"):
        pins = re.findall(r"^[a-z0-9][\w.-]*==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)) > 30
    else:
        assert text.count('"integrity"') == text.count('"node_modules/')


def test_every_command_has_a_help_text_and_stands_in_the_documents() -> None:
    documents = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/about/revise.md"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    usage = parser().format_help()

    for name, about in COMMANDS.items():
        assert about.replace(" ", "") in re.sub(r"\s+", "", usage)
        assert f"shishin {name}" in documents + makefile


def test_every_make_target_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    named = set(re.findall(r"make ([a-z]+)", readme)) - {"and"}

    assert {"site", "test", "serve", "lint", "bench"} <= named
    assert [name for name in named if f"\n{name}:" not in makefile] == []


def test_the_map_of_the_readme_names_what_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for name in re.findall(r"`((?:macros|docs|data)/[\w./-]+\.\w+)`", readme):
        assert (ROOT / name).is_file(), name
    for folder in (ROOT / "macros").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert f"  {folder.name}/ " in readme


def test_every_macro_is_used_by_a_page_or_has_no_place_in_the_list() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in tracked("docs/*.md"))
    pages += "".join(CONSULTED)  # pages of a consultation that was opened here: so far only the tests' example

    assert [name for name in MACROS if f"{{{{ {name}(" not in pages] == []
    assert set(MACROS) >= DATED


def test_the_dictionary_describes_each_file() -> None:
    text = (ROOT / "data/dictionary.yml").read_text(encoding="utf-8")

    assert [one["id"] for one in yaml.safe_load(text)["datasets"]] == list(DATASETS)


def test_actions_are_pinned_by_hash_and_get_no_secret() -> None:
    workflows = tracked(".github/workflows/*.yml")
    text = "".join(path.read_text(encoding="utf-8") for path in workflows)
    uses = re.findall(r"uses: (\S+)", text)

    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one) for one in uses)
    assert "pull_request_target" not in text
    assert "secrets." not in text


def test_the_policy_forbids_everything_that_is_not_named() -> None:
    assert policy(built("index.html", "<p>あ</p>")).startswith(
        "default-src 'none'; script-src 'self'; style-src 'self'"
    )
