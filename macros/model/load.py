"""Fill records from data files; every wrong value becomes a finding with its place and a fix."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import islice
from types import UnionType
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from macros.model.findings import Finding, Place, finding
from macros.model.limits import FINDINGS
from macros.model.nearest import nearest
from macros.model.tree import Tree
from macros.model.yaml_file import Path_, YamlFile, read_yaml

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T_co]):
    """A record and the file it came from, or the findings that say why there is none."""

    source: YamlFile
    """The file, which knows the place of every value."""
    value: T_co | None
    """The record; none where the file has an error."""
    findings: tuple[Finding, ...] = ()
    """What is wrong."""

    def place(self, *path: str | int) -> Place:
        """Place of the value at `path`."""
        return self.source.place(*path)

    def key_place(self, *path: str | int) -> Place:
        """Place of the key at `path`."""
        return self.source.key_place(*path)

    @property
    def record(self) -> T_co:
        """The record of a file without errors.

        Raises:
            ValueError: where the file has an error; a project is only made of files without.
        """
        if self.value is None:
            raise ValueError(self.source.file)
        return self.value


def load(tree: Tree, file: str, kind: type[T]) -> Loaded[T]:
    """Load `file` (path from the root) as a record of type `kind`."""
    return fill(read_yaml(tree, file), kind)


def load_optional(tree: Tree, file: str, kind: type[T]) -> Loaded[T]:
    """Load `file` where it exists; an absent file is a record with nothing in it."""
    return load(tree, file, kind) if file in tree.files or file in tree.refused else fill(YamlFile(file, {}), kind)


def fill(source: YamlFile, kind: type[T]) -> Loaded[T]:
    """Make a record of type `kind` from a file that was read."""
    if source.findings:
        return Loaded(source, None, source.findings)
    try:
        return Loaded(source, _adapter(cast("Any", kind)).validate_python(source.value))
    except ValidationError as error:
        return Loaded(source, None, tuple(islice(_explain(source, kind, error), FINDINGS)))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _explain(source: YamlFile, kind: type, errors: ValidationError) -> Iterator[Finding]:
    found = [(tuple(error["loc"]), error) for error in errors.errors(include_url=False)]
    around = {path[:length] for path, _ in found for length in range(len(path))}
    for path, error in found:
        if not (path in around and error["type"] == "too_short"):  # values that are refused do not count either
            yield _explain_one(source, kind, path, error)


def _explain_one(source: YamlFile, kind: type, path: Path_, error: Any) -> Finding:
    known = _keys_at(kind, path[:-1])
    name = str(path[-1]) if path else ""
    match error["type"]:
        case "unexpected_keyword_argument":
            near = nearest(name, known)
            fix = f"「{near}」に直してください。" if near else f"使えるのは次の項目です：{'、'.join(known)}。"
            return finding("Y003", source.key_place(*path), key=name, fix=fix)
        case "missing" if path and isinstance(path[-1], int):
            path, fix = path[:-1], "ほかの行と同じ数の値を書いてください。"
        case "missing" | "missing_keyword_only_argument" | "missing_argument":
            return finding("Y004", source.place(*path[:-1]), key=name)
        case "literal_error":
            given = str(error["input"])
            choices = [choice.strip("' ") for choice in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
            near = nearest(given, choices, 0.5)
            fix = f"「{near}」に直してください。" if near else f"次から選んでください：{'、'.join(choices)}。"
            return finding("Y005", source.place(*path), key=_label(path), given=_shown(given), fix=fix)
        case "string_pattern_mismatch":
            fix = _pattern_fix(str(error["ctx"]["pattern"]))
        case kind_of_error:
            fix = f"{_expected(kind_of_error)}を書いてください。"
    return finding("Y005", source.place(*path), key=_label(path), given=_shown(error["input"]), fix=fix)


def _label(path: Path_) -> str:
    """The name of the item a value belongs to: the last key that is not a position in a list."""
    names = [step for step in path if isinstance(step, str)]
    return names[-1] if names else "（全体）"


def _shown(value: object, longest: int = 30) -> str:
    if isinstance(value, dict):
        return "項目の集まり"
    if isinstance(value, list | tuple):
        return "一覧"
    if value is None:
        return "空"
    text = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return text if len(text) <= longest else text[:longest] + "…"


_EXPECTED = {
    "string_type": '文字（数字だけのときは引用符「"」で囲んだもの）',
    "string_too_short": "1文字以上の文字",
    "too_short": "1つ以上の値",
    "too_long": "ほかの行と同じ数の値",
    "int_type": "数字",
    "bool_type": "true か false",
    "date_type": "日付（例：2023-09-15）",
    "tuple_type": "「- 」で始まる一覧",
    "dict_type": "「項目名: 値」の集まり",
    "dataclass_type": "「項目名: 値」の集まり",
}


def _expected(kind_of_error: str) -> str:
    return _EXPECTED.get(kind_of_error, "このファイルのほかの行と同じ形の値")


def _pattern_fix(pattern: str) -> str:
    if pattern.startswith("^https?"):
        return "https:// で始まるアドレスを書いてください。"
    if pattern.startswith("^c-"):
        return "比べるページにある変更の名札を、そのまま書いてください（例：c-igi-0123abcd）。"
    if pattern.startswith("^data/"):
        return "data/sources/ の中のファイルを書いてください（例：data/sources/r5-draft.txt）。"
    if "+[0-9]+" in pattern:
        return "半角の英小文字と数字で書いてください（例：r5）。"
    return "半角の英小文字で始め、英小文字、数字、「-」だけで書いてください（例：sogo-rikai）。"


def _keys_at(kind: Any, path: Path_) -> list[str]:
    """Names of the keys that a record allows at `path`; empty where the path leads to no record."""
    for step in path:
        kind = _step(kind, step)
    kind = _record_in(kind)
    return [field.name for field in fields(kind)] if kind is not None else []


def _step(kind: Any, step: str | int) -> Any:
    if isinstance(step, int):
        inner = next((part for part in _parts(kind) if get_origin(part) is tuple), None)
        return get_args(inner)[0] if inner is not None else None
    record = _record_in(kind)
    return get_type_hints(record).get(step) if record is not None else None


def _parts(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _record_in(kind: Any) -> Any:
    return next((part for part in _parts(kind) if is_dataclass(part)), None)
