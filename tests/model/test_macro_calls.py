"""Macro calls: one constant call on a line of its own, and nothing else that Jinja would run."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from macros.model.findings import Place
from macros.model.macro_calls import Call, find_calls
from macros.model.page import Head, Page
from macros.model.yaml_file import YamlFile

ALLOWED = ("rights", "erratum", "guideline_table")


def page(body: str, *, render: bool = True) -> Page:
    """A page whose body begins on line 6."""
    return Page("docs/a.md", Head(title="題", render_macros=render), body, 6, YamlFile("docs/a.md"))


def codes(body: str, *, render: bool = True) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    _, findings = find_calls(page(body, render=render), ALLOWED)
    return [(one.code, one.place.line, one.place.column) for one in findings]


def test_a_call_is_found_with_its_name_its_values_and_its_line() -> None:
    calls, findings = find_calls(page('題\n\n{{ guideline_table("actors") }}\n\n{{ rights() }}\n'), ALLOWED)

    assert findings == ()
    assert calls == (
        Call("guideline_table", ("actors",), 2, '{{ guideline_table("actors") }}'),
        Call("rights", (), 4, "{{ rights() }}"),
    )


@pytest.mark.parametrize(
    "body",
    [
        "{{ rights() }}",
        "{{rights()}}",
        "{{ erratum('e01') }}",
        '{{ erratum("日本語") }}',
        '{{ erratum("a", "b") }}',
        "文\n\n{{ rights() }}\n\n文",
    ],
)
def test_a_constant_call_alone_on_its_line_is_let_through(body: str) -> None:
    calls, findings = find_calls(page(body), ALLOWED)

    assert (len(calls), findings) == (1, ())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ rights }}", "M002"),
        ("{{ rights()() }}", "M002"),
        ("{{ rights()['a'] }}", "M002"),
        ("{{ self.rights() }}", "M002"),
        ("{{ rights().__class__ }}", "M002"),
        ("{{ lipsum.__globals__ }}", "M002"),
        ("{{ [].__class__.__base__.__subclasses__() }}", "M002"),
        ("{{ rights() if 1 else erratum() }}", "M002"),
        ("{{ (rights(), erratum()) }}", "M002"),
        ("{{ not rights() }}", "M002"),
        ('{{ erratum(["a"]) }}', "M002"),
        ('{{ erratum({"a": 1}) }}', "M002"),
        ("{{ erratum(None) }}", "M002"),
        ("{{ erratum(true) }}", "M002"),
        ("{{ erratum(1.5) }}", "M002"),
        ("{{ erratum(rights) }}", "M002"),
        ('{{ erratum("a" + "b") }}', "M002"),
        ('{{ erratum("%s" % "a") }}', "M002"),
        ('{{ erratum("a"[0]) }}', "M002"),
        ('{{ erratum("a"|upper) }}', "M002"),
        ('{{ erratum(**{"a": "b"}) }}', "M002"),
        ("{% block a %}{% endblock %}", "M002"),
        ('{% extends "a" %}', "M002"),
        ('{% from "a" import b %}', "M002"),
        ('{% import "a" as b %}', "M002"),
        ("{% filter upper %}a{% endfilter %}", "M002"),
        ("{% call rights() %}a{% endcall %}", "M002"),
        ("{% with a = 1 %}{% endwith %}", "M002"),
        ("{# 注釈 #}", "M002"),
        ("{{- rights() }}", "M002"),
        ("{{ rights() -}}", "M002"),
        ("{{ rights( }}", "M003"),
        ("{% nai %}", "M003"),
        ("{{ rights() }} です", "M004"),
        ("  {{ rights() }}", "M004"),
        ("文\n{{ rights() }}", "M004"),
        ("{{ rights() }}\n文", "M004"),
        ("{{ rights() }}{{ rights() }}", "M004"),
    ],
)
def test_everything_else_is_refused(body: str, code: str) -> None:
    calls, findings = find_calls(page(body), ALLOWED)

    assert findings[0].code == code
    assert [call for call in calls if call.line == 0] == []


def test_findings_point_at_the_line_of_the_file() -> None:
    assert codes("一\n\n二 {{ rights() }}\n\n  {{ nai() }}") == [("M004", 8, 1), ("M002", 10, 3)]
    assert codes("一\n\n{{ rights(") == [("M003", 8, 1)]
    assert codes("一 {# 注釈 #}") == [("M002", 6, 3)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{{ rights() }}", [("M001", 6, 1)]),
        ("一\n二{% x %}", [("M001", 7, 2)]),
        ("## 題 {#id}", [("M001", 6, 6)]),
        ("## 題 {: #id }", []),
        ("「{ }」と「｛｛」", []),
    ],
)
def test_on_a_page_that_asks_for_no_macros_their_signs_are_told(body: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(body, render=False) == found


GRAMMAR = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "{{-",
            "-}}",
            "(",
            ")",
            "[",
            "]",
            '"a"',
            "'",
            '"',
            ".",
            "|",
            "~",
            "=",
            "*",
        ),
        *("rights", "erratum", "nai", "for", "in", "if", "endfor", "set", "raw", "endraw"),
        *("1", " ", "\n", "\n\n", "協働"),
    ]
)


@given(st.lists(GRAMMAR, max_size=14).map("".join))
def test_what_is_let_through_renders_to_the_calls_and_the_words_alone(body: str) -> None:
    """Fuzz with the grammar's own words: a page without findings runs the found calls once each and nothing else."""
    calls, findings = find_calls(page(body), ALLOWED)
    if findings or "raw" in body:
        return
    ran: list[tuple[str, tuple[object, ...]]] = []

    def remember(name: str, *args: object) -> str:
        ran.append((name, args))
        return "✓"

    names = {name: partial(remember, name) for name in ALLOWED}

    rendered = Environment().from_string(body).render(**names)  # noqa: S701 (no HTML here)

    assert ran == [(call.name, call.args) for call in calls]
    lines = body.split("\n")
    for call in calls:
        lines[call.line] = "✓"
    assert rendered == "\n".join(lines).removesuffix("\n")


def test_the_place_of_a_page_counts_code_points() -> None:
    text = page("一\n𠮷二三")

    assert text.place(0) == Place("docs/a.md", 6, 1)
    assert text.place(3) == Place("docs/a.md", 7, 2)
