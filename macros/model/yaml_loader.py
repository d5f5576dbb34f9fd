"""The reader of YAML: safe, without surprises, and bounded while it reads, so that no file takes long."""

import re

import yaml

from macros.model.limits import DEPTH, VALUES


class TooMuchError(yaml.MarkedYAMLError):
    """The file goes beyond a limit; raised where it does, so that no more of it is read."""

    def __init__(self, mark: yaml.Mark, code: str, **values: str) -> None:
        super().__init__(problem_mark=mark)
        self.mark = mark
        self.code = code
        self.values = values


class Loader(yaml.SafeLoader):
    """The safe loader without YAML 1.1's surprises: `yes`, `010` and `12:30` are what they look like, texts.

    It stops at the limits of depth and number, and remembers what a data file has no need of: anchors, tags, ends of
    documents. By these a value could stand twice, or where or as what no check reads it.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.signs: list[tuple[yaml.Mark, str]] = []
        self.count = 0

    def fetch_anchor(self) -> None:
        """Remember an anchor."""
        self.signs.append((self.get_mark(), "&"))
        super().fetch_anchor()

    def fetch_tag(self) -> None:
        """Remember a tag."""
        self.signs.append((self.get_mark(), "!"))
        super().fetch_tag()

    def fetch_document_end(self) -> None:
        """Remember an end of a document."""
        self.signs.append((self.get_mark(), "..."))
        super().fetch_document_end()

    def fetch_directive(self) -> None:
        """Remember a directive."""
        self.signs.append((self.get_mark(), "%"))
        super().fetch_directive()

    def add_indent(self, column: int) -> bool:
        """One list or mapping deeper, by indentation."""
        self._go_deeper()
        return bool(super().add_indent(column))

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        """One list or mapping deeper, by a bracket."""
        self._go_deeper()
        super().fetch_flow_collection_start(token)

    def _go_deeper(self) -> None:
        if len(self.indents) + self.flow_level > DEPTH:
            raise TooMuchError(self.get_mark(), "Y010", most=str(DEPTH))

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """One value or key more."""
        self.count += 1
        if self.count > VALUES:
            raise TooMuchError(self.get_mark(), "Y011", what="値が多すぎます", most=f"{VALUES:,}個")
        return super().compose_node(parent, index)


Loader.yaml_implicit_resolvers = {}

for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n"),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,99})", "-+0123456789"),
    ("float", r"[-+]?[0-9]{1,99}\.[0-9]{1,99}", "-+0123456789"),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [*_first, ""])


def _day(loader: Loader, node: yaml.ScalarNode) -> object:
    """A date; one that no calendar has is an error with its place, not a bare ValueError."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.constructor.ConstructorError(problem="no such day", problem_mark=node.start_mark) from error


Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
