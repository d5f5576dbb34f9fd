"""Every text of every data file, with what an attacker would put there: the check answers, the build runs nothing."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from macros.model.findings import has_error
from macros.site.build import build
from macros.site.check import check
from tests.model.test_check_cases import contract_problems, wording_problems
from tests.trees import EXAMPLE, copy_example

PAYLOADS = (
    "{{ 7 * 191 }}",
    "{{ cycler.__init__.__globals__.os.popen('touch PWNED').read() }}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "<script>document.title='x'</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</div></td></script><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](//evil.example/x.png)",
    "data:text/html,<script>x</script>",
    "!!python/object/apply:os.system ['touch PWNED']",
    "../../../etc/passwd",
    "/etc/passwd",
    "docs/../../x.md",
    "index.md#__config",
    "__config",
    "\n::error file=a::hacked\n",
    "a\u202eb",
    "x\u200by",
    "\x00",
    "=cmd|'/c calc'!A1",
    "協働《きょうどう》｜",
    "x" * 3000,
    "",
)
"""Jinja, HTML, YAML, paths, signs that nobody sees, a formula, a long word, nothing."""

FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in (EXAMPLE / "data").rglob("*.yml"))


def fields(text: str) -> list[tuple[int, int]]:
    """Where each text and key of a data file begins and ends."""
    found: list[tuple[int, int]] = []

    def visit(node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            found.append((node.start_mark.index, node.end_mark.index))
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                visit(child)
        elif isinstance(node, yaml.MappingNode):
            for pair in node.value:
                for child in pair:
                    visit(child)

    top: Any = yaml.compose(text, yaml.SafeLoader)
    visit(top)
    return found


FIELDS = [(file, *field) for file in FILES for field in fields((EXAMPLE / file).read_text(encoding="utf-8"))]

SLIPS = st.tuples(st.sampled_from(FIELDS), st.sampled_from(PAYLOADS))

HEAVY = 20 if os.environ.get("SHISHIN_HEAVY") else 1
"""How many times as many examples the nightly run tries."""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One tree for all examples: each takes its slip back."""
    return copy_example(tmp_path_factory.mktemp("fuzz") / "tree")


@pytest.fixture(autouse=True)
def _day(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISHIN_NOW", "2026-11-22T09:00:00+09:00")
    monkeypatch.chdir(city)  # where the canary would appear


class Slip:
    """A payload in the place of a text, for as long as the block lasts."""

    def __init__(self, tree: Path, slip: tuple[tuple[str, int, int], str]) -> None:
        (file, start, end), payload = slip
        self.path = tree / file
        self.before = self.path.read_text(encoding="utf-8")
        self.after = self.before[:start] + json.dumps(payload, ensure_ascii=True) + self.before[end:]

    def __enter__(self) -> None:
        self.path.write_text(self.after, encoding="utf-8")

    def __exit__(self, *_: object) -> None:
        self.path.write_text(self.before, encoding="utf-8")


@settings(max_examples=60 * HEAVY, suppress_health_check=list(HealthCheck))
@given(SLIPS)
def test_the_check_answers(city: Path, slip: tuple[tuple[str, int, int], str]) -> None:
    with Slip(city, slip):
        _, findings = check(city)

    assert [problem for one in findings for problem in wording_problems(one)] == []
    assert contract_problems(findings) == []
    assert not (city / "PWNED").exists()


@settings(max_examples=15 * HEAVY, suppress_health_check=list(HealthCheck))
@given(SLIPS)
def test_what_is_published_does_nothing(city: Path, slip: tuple[tuple[str, int, int], str]) -> None:
    with Slip(city, slip):
        findings = build(city)

    assert not (city / "PWNED").exists()
    if not has_error(findings):
        assert [problem for page in (city / "site").rglob("*.html") for problem in _live(page)] == []


def _live(page: Path) -> list[str]:
    """What on a page would do or load something that the theme does not."""
    tree: Any = html.document_fromstring(page.read_text(encoding="utf-8"))
    names = {name for element in tree.iter() if isinstance(element.tag, str) for name in element.attrib}
    problems = [f"{page.name}: {name}" for name in names if name.startswith("on")]
    addresses = [str(one) for one in tree.xpath("//@href | //@src")]
    problems += [one for one in addresses if one.strip().lower().startswith(("javascript:", "data:text", "//"))]
    return problems + ["1337" for _ in range("1337" in tree.text_content())]


def test_a_page_that_does_something_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text('<p onclick="x">1337<a href="javascript:x">x</a><img src="//x"></p>', encoding="utf-8")

    assert _live(page) == ["a.html: onclick", "javascript:x", "//x", "1337"]
