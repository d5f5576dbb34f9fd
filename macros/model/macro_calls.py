"""Find the macro calls of a page and refuse everything else that Jinja would run.

A page is part of a contribution from outside, and Jinja in it is code (`{{ cycler.__init__… }}` opens a shell).
Only `{{ name("text") }}` with a name on the list and constant arguments is let through, and `{{ "text" | furigana }}`.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.model.findings import Finding, Place, finding
from macros.model.limits import CALL_PARTS
from macros.model.nearest import nearest
from macros.model.page import Page

_SIGNS = ("{{", "{%", "{#")
_PARSER = Environment(autoescape=True)
_PARSER.filters["furigana"] = str

INLINE = "furigana"
"""The macro and filter that gives words their readings; it alone may stand inside a sentence."""

_INSIDE = re.compile(
    r"""\{\{\s*(?:furigana\(\s*(?P<q>["'])(?P<first>[^"'\\{}\n]+)(?P=q)\s*\)"""
    r"""|(?P<r>["'])(?P<second>[^"'\\{}\n]+)(?P=r)\s*\|\s*furigana)\s*\}\}"""
)
_INSIDE_FIX = '{{ furigana("言葉") }} か {{ "言葉" | furigana }} の形で、1行に書いてください。'


@dataclass(frozen=True, slots=True)
class Call:
    """One macro call: alone on its line, or the macro of a reading inside a sentence."""

    name: str
    """Name of the macro."""
    args: tuple[str, ...]
    """Its arguments."""
    line: int
    """Line of the page's body, from 0."""
    source: str
    """The line itself, without the space around it."""
    span: tuple[int, int] | None = None
    """Where the call stands in its line, for one inside a sentence."""


def find_calls(page: Page, allowed: Collection[str]) -> tuple[tuple[Call, ...], tuple[Finding, ...]]:
    """The macro calls of a page, and findings on all that may not be rendered."""
    if not page.head.render_macros:
        return (), _unasked(page)
    if refused := _comments(page):
        return (), refused
    try:
        template = _parse(page.body)
    except TemplateSyntaxError as error:
        return (), (finding("M003", Place(page.file, page.first_line + error.lineno - 1)),)
    if refused := _commands(page):
        return (), refused
    calls: list[Call] = []
    findings: list[Finding] = []
    lines = page.body.split("\n")
    inside = _Inside(page, lines)
    for node in _executed(template):
        found = inside.read(node) if _is_reading(node) and INLINE in allowed else _read(page, lines, node, allowed)
        if isinstance(found, Call):
            calls.append(found)
        else:
            findings.append(found)
    return tuple(calls), tuple(findings)


def _parse(body: str) -> nodes.Template:
    """The template of a page whose calls are short and whose commands are few: Jinja's parser calls itself for these.

    Raises:
        TemplateSyntaxError: where Jinja cannot read it, or a call has more parts than any may have.
    """
    parts = commands = 0
    for line, kind, given in _PARSER.lex(body):
        parts = 0 if kind in ("data", "variable_begin", "block_begin") else parts + (kind != "whitespace")
        commands += kind == "block_begin"
        if max(parts, commands) > CALL_PARTS or (kind in ("integer", "float") and len(given) > CALL_PARTS):
            raise TemplateSyntaxError("too long", line)
    return _PARSER.parse(body)


def _unasked(page: Page) -> tuple[Finding, ...]:
    for sign in _SIGNS:
        if (offset := page.body.find(sign)) >= 0:
            return (finding("M001", page.place(offset), sign=sign),)
    return ()


def _comments(page: Page) -> tuple[Finding, ...]:
    """Jinja's comments would vanish from the page; `{#id}` is one by accident."""
    offset = page.body.find("{#")
    if offset < 0:
        return ()
    fix = "消してください。見出しのidは {: #id } と、コロンを付けて書きます。"
    return (finding("M002", page.place(offset), given="{#", fix=fix),)


def _commands(page: Page) -> tuple[Finding, ...]:
    """Jinja's commands have no use in a page, and some leave no trace in the parsed template (`raw`)."""
    offset = page.body.find("{%")
    if offset < 0:
        return ()
    fix = '決められた名前の差し込み（例：{{ guideline_table("actors") }}）だけを使ってください。'
    return (finding("M002", page.place(offset), given=page.body[offset:].split("\n", 1)[0][:60], fix=fix),)


def _executed(template: nodes.Template) -> list[nodes.Node]:
    """Every node that Jinja would act on, plain text left out."""
    found: list[nodes.Node] = []
    for node in template.body:
        if isinstance(node, nodes.Output):
            found += [part for part in node.nodes if not isinstance(part, nodes.TemplateData)]
        else:
            found.append(node)
    return found


def _read(page: Page, lines: list[str], node: nodes.Node, allowed: Collection[str]) -> Call | Finding:
    line = node.lineno - 1
    source = lines[line].strip()
    place = Place(page.file, page.first_line + line, len(lines[line]) - len(lines[line].lstrip()) + 1)
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)) or node.kwargs:
        fix = '決められた名前の差し込み（例：{{ guideline_table("actors") }}）だけを使ってください。'
        return finding("M002", place, given=source[:60], fix=fix)
    name = node.node.name
    if name not in allowed:
        near = nearest(name, sorted(allowed))
        fix = f"「{near}」に直してください。" if near else f"使えるのは次のものです：{'、'.join(sorted(allowed))}。"
        return finding("M002", place, given=name, fix=fix)
    if node.dyn_args or node.dyn_kwargs or not all(_is_text(arg) for arg in node.args):
        fix = "かっこの中には、引用符で囲んだ文字だけを書いてください。"
        return finding("M002", place, given=source[:60], fix=fix)
    if source.startswith(("{{-", "{{+")) or source.endswith(("-}}", "+}}")):
        return finding("M002", place, given=source[:60], fix="「-」や「+」を消し、{{ と }} だけで囲んでください。")
    if not (source.startswith("{{") and source.endswith("}}") and source.count("{{") == 1 and _alone(lines, line)):
        return finding("M004", place, given=name)
    return Call(name, tuple(arg.value for arg in node.args if isinstance(arg, nodes.Const)), line, source)


def _is_reading(node: nodes.Node) -> bool:
    """Whether it is `furigana("…")` or `"…" | furigana`."""
    if isinstance(node, nodes.Filter):
        return node.name == INLINE
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == INLINE


class _Inside:
    """Reads calls inside sentences, line by line in their order."""

    def __init__(self, page: Page, lines: list[str]) -> None:
        self._page = page
        self._lines = lines
        self._left: dict[int, list[re.Match[str]]] = {}

    def read(self, node: nodes.Node) -> Call | Finding:
        line = node.lineno - 1
        left = self._left.setdefault(line, list(_INSIDE.finditer(self._lines[line])))
        if not left:
            place = Place(self._page.file, self._page.first_line + line, self._lines[line].find("{{") + 1)
            return finding("M002", place, given=self._lines[line].strip()[:60], fix=_INSIDE_FIX)
        match = left.pop(0)
        return Call(INLINE, (match["first"] or match["second"],), line, match[0], match.span())


def _is_text(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _alone(lines: list[str], line: int) -> bool:
    """True if the line is a paragraph of its own: text beside it would be torn or swallowed."""
    above = lines[line - 1].strip() if line else ""
    below = lines[line + 1].strip() if line + 1 < len(lines) else ""
    return not above and not below and not lines[line].startswith((" ", "\t"))
