"""The pages that the navigation lists, with the names that it gives them."""

from collections.abc import Iterator

from macros.model.yaml_file import Path_


def nav_entries(value: object) -> Iterator[tuple[Path_, str, str]]:
    """Way to each entry of `data/nav.yml`, its name (empty where it has none) and its file below `docs/`."""
    if isinstance(value, dict):
        yield from _entries(value.get("nav"), ("nav",), "")


def _entries(value: object, path: Path_, name: str) -> Iterator[tuple[Path_, str, str]]:
    if isinstance(value, str):
        yield path, name, value
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _entries(inner, (*path, at), "")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _entries(inner, (*path, key), str(key))
