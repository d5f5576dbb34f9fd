"""Markdown to HTML with the very extensions of `mkdocs.yml`: one parser for the site and for the model."""

from functools import cache
from typing import Any

import yaml
from markdown import Markdown

from macros.model.findings import Finding, Place, finding
from macros.model.text_file import read_text
from macros.model.tree import Tree
from macros.model.tree_places import SETTINGS


class _ConfigLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without acting on its tags (`!ENV`, `!!python/name`)."""


def _ignore(loader: _ConfigLoader, suffix: str, node: yaml.Node) -> None:
    """Stands for any tagged value: none of them concerns Markdown."""


_ConfigLoader.add_multi_constructor("", _ignore)


def extensions(tree: Tree) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Names and settings of the Markdown extensions in `mkdocs.yml` of the tree."""
    return _extensions(tree.files[SETTINGS])


@cache
def _extensions(settings_file: bytes) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    config = yaml.load(settings_file.decode("utf-8"), _ConfigLoader)  # noqa: S506 (a SafeLoader)
    names: list[str] = ["toc", "tables", "fenced_code"]  # MkDocs always adds these
    settings: dict[str, dict[str, Any]] = {}
    for entry in config["markdown_extensions"]:
        name, options = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        settings[name] = options or {}
    return tuple(dict.fromkeys(names)), settings


def check_converter(tree: Tree) -> tuple[Finding, ...]:
    """A finding where `mkdocs.yml` cannot be read or names an extension that does not exist."""
    source = read_text(tree, SETTINGS)
    if source.text is None:
        return source.findings
    try:
        convert(tree, "")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(SETTINGS, mark.line + 1, mark.column + 1) if mark else Place(SETTINGS)
        return (finding("Y001", place, problem="YAMLの書き方に合っていません"),)
    except Exception as error:
        problem = f"サイトの設定のうち、markdown_extensionsの部分を読めません（{type(error).__name__}）"
        return (finding("Y001", Place(SETTINGS), problem=problem),)
    return ()


def convert(tree: Tree, text: str) -> tuple[str, tuple[str, ...]]:
    """HTML of a Markdown text, and the pieces of raw HTML that stood in it."""
    names, settings = extensions(tree)
    converter = Markdown(extensions=list(names), extension_configs=settings, output_format="html")
    html = converter.convert(text)
    return html, tuple(str(piece) for piece in converter.htmlStash.rawHtmlBlocks)
