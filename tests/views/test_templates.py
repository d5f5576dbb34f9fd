"""Every name that a template uses is given where it is rendered: a branch that is seldom taken cannot stop a build."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from macros.views.frame import _environment
from tests.paths import ROOT

VIEWS = ROOT / "macros/views"
TEMPLATES = VIEWS / "templates"


def asked(template: str) -> set[str]:
    """Names that a template, and those that it includes, take from where they are rendered."""
    tree = _environment().parse((TEMPLATES / template).read_text(encoding="utf-8"))
    included = [one.template.value for one in tree.find_all(nodes.Include) if isinstance(one.template, nodes.Const)]
    own = {name.name for one in tree.find_all(nodes.Assign) for name in one.find_all(nodes.Name) if name.ctx == "store"}
    return set.union(find_undeclared_variables(tree) - own, *(asked(one) for one in included))


def renderings(source: str) -> Iterator[tuple[str, set[str]]]:
    """Template and given names of each call of `render` in a module."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "render":
            assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
            assert all(one.arg for one in call.keywords), ast.unparse(call)
            yield str(call.args[0].value), {one.arg for one in call.keywords if one.arg}


CALLS = [
    (path.stem, *found)
    for path in sorted(VIEWS.glob("*.py"))
    if path.stem != "frame"
    for found in renderings(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("module", "template", "given"), CALLS)
def test_a_template_gets_every_name_it_may_ask_for(module: str, template: str, given: set[str]) -> None:
    assert asked(template) - given == set(), module


def test_every_page_of_a_consultation_is_among_the_calls() -> None:
    rendered = {template for _, template, _ in CALLS}

    assert {path.name for path in TEMPLATES.glob("consultation*.html")} - rendered == {
        "consultation_macros.html",
        "consultation_mark.html",
        "consultation_result.html",
    }


def test_a_name_that_nobody_gives_is_seen_in_an_included_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whole.html").write_text('{% include "part.html" %}', encoding="utf-8")
    (tmp_path / "part.html").write_text(
        "{% if seldom %}{% for one in lost %}{{ one }}{% endfor %}{% endif %}", encoding="utf-8"
    )
    monkeypatch.setattr("tests.views.test_templates.TEMPLATES", tmp_path)

    assert asked("whole.html") == {"seldom", "lost"}
