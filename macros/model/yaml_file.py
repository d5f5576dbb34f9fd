"""Read YAML so that every value keeps its place; refuse what a data file has no need of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.japanese.unseen import find_unseen
from macros.model.bounds import too_deep
from macros.model.findings import Finding, Place, finding
from macros.model.limits import BRACKETS, VALUE
from macros.model.text_file import read_text, unseen_finding
from macros.model.tree import Tree
from macros.model.yaml_loader import Loader, TooMuchError

Path_ = tuple[str | int, ...]
"""Way from the top of a file to a value: `("groups", 3, "name")`."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A data file: its value, the places of all that is in it, and what is wrong."""

    file: str
    """Path from the root, with `/`."""
    value: Any = None
    """Plain Python values; none where the file cannot be read."""
    places: dict[Path_, Place] = field(default_factory=dict)
    """Place of each value; of a key with the path of its value and `"#key"` behind it."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file itself."""

    def place(self, *path: str | int) -> Place:
        """Place of the value at `path`, or of the nearest value around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def value_at(self, path: Path_) -> object:
        """The value at `path`; none where there is none."""
        value: Any = self.value
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def key_place(self, *path: str | int) -> Place:
        """Place of the key at `path`, or of the nearest value around it."""
        return self.places.get((*path, "#key"), self.place(*path))


def read_yaml(tree: Tree, file: str) -> YamlFile:
    """Read the YAML file `file` (path from the root); each file of a tree is parsed once."""
    return tree.once(_read, file)


def _read(tree: Tree, file: str) -> YamlFile:
    source = read_text(tree, file)
    if source.text is None:
        return YamlFile(file, findings=source.findings)
    return parse_yaml(file, source.text)


def parse_yaml(file: str, text: str, *, first_line: int = 1) -> YamlFile:
    """Parse `text`; `first_line` is the line of the file on which it begins."""
    walk = _Walk(file, first_line)
    try:
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return YamlFile(file, findings=(finding("F004", Place(file)),))
            if refused := _refused_signs(file, loader.signs, first_line):
                return YamlFile(file, findings=refused)
            walk.visit((), node)
            value = None if walk.findings else loader.construct_document(node)
        finally:
            loader.dispose()
    except TooMuchError as error:
        return YamlFile(file, findings=(finding(error.code, _at(file, error.mark, first_line), **error.values),))
    except yaml.MarkedYAMLError as error:
        return YamlFile(file, findings=(_syntax(file, error, first_line),))
    except ValueError:
        return YamlFile(file, findings=(finding("Y001", Place(file, first_line), problem="値を読めません"),))
    return YamlFile(file, value, walk.places, tuple(walk.findings))


def _refused_signs(file: str, signs: list[tuple[yaml.Mark, str]], first_line: int) -> tuple[Finding, ...]:
    return tuple(finding("Y006", _at(file, mark, first_line), sign=sign) for mark, sign in signs)


def _at(file: str, mark: yaml.Mark, first_line: int) -> Place:
    return Place(file, mark.line + first_line, mark.column + 1)


def _syntax(file: str, error: yaml.MarkedYAMLError, first_line: int) -> Finding:
    quoted = error.context is not None and "quoted scalar" in error.context
    mark = error.context_mark if quoted else error.problem_mark or error.context_mark
    place = _at(file, mark, first_line) if mark else Place(file, first_line)
    return finding("Y001", place, problem=_problem(f"{error.context} {error.problem}"))


_PROBLEMS = (
    ("no such day", "その日は暦にありません"),
    ("found character '\\t'", "字下げにタブが使われています"),
    ("mapping values are not allowed", "「:」の使い方か、字下げがそろっていません"),
    ("could not find expected ':'", "項目名のあとの「:」がありません"),
    ("quoted scalar", '引用符「"」が閉じていません'),
    ("expected <block end>", "字下げがそろっていません"),
    ("expected ',' or", "かっこが閉じていないか、コンマがありません"),
    ("scanning an alias", "「&」や「*」で始まる値は、引用符で囲む必要があります"),
    ("undefined alias", "「&」や「*」で始まる値は、引用符で囲む必要があります"),
    ("scanning an anchor", "「&」や「*」で始まる値は、引用符で囲む必要があります"),
)


def _problem(problem: str) -> str:
    for start, words in _PROBLEMS:
        if start in problem:
            return words
    return "YAMLの書き方に合っていません"


class _Walk:
    """One walk over the nodes of a file: places, and findings on what is not allowed."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.places: dict[Path_, Place] = {}
        self.findings: list[Finding] = []

    def place(self, node: yaml.Node) -> Place:
        return _at(self.file, node.start_mark, self.first_line)

    def visit(self, path: Path_, node: yaml.Node) -> None:
        self.places[path] = self.place(node)
        if isinstance(node, yaml.ScalarNode):
            self.findings += _refused_words(self.place(node), str(node.value))
        for step, child in self._children(path, node):
            self.visit((*path, step), child)

    def _children(self, path: Path_, node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
        if isinstance(node, yaml.SequenceNode):
            yield from enumerate(node.value)
        elif isinstance(node, yaml.MappingNode):
            keys: dict[str, int] = {}
            for key, child in node.value:
                name = str(key.value)
                self.places[(*path, name, "#key")] = self.place(key)
                self.findings += _refused_words(self.place(key), name)
                if name in keys:
                    self.findings.append(finding("Y002", self.place(key), key=name, first=keys[name]))
                keys.setdefault(name, self.place(key).line)
                yield name, child


def _refused_words(place: Place, text: str) -> Iterator[Finding]:
    if unseen := find_unseen(text):
        # Written as "\\u200b": the file itself shows no such character.
        yield unseen_finding(unseen, place)
    if too_deep(text) is not None:
        yield finding("F032", place, what="かっこの重なり", most=f"{BRACKETS}重")
    yield from _too_long(place, text)


def _too_long(place: Place, text: str) -> Iterator[Finding]:
    if len(text) > VALUE:
        yield finding("Y011", place, what="値か項目名が長すぎます", most=f"{VALUE:,}字")
