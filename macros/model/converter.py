"""Markdown to HTML with the very extensions of `mkdocs.yml`: one parser for the site and for the model."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from macros.model.findings import Finding, Place, finding
from macros.model.text_file import read_text


class _ConfigLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without acting on its tags (`!ENV`, `!!python/name`)."""


def _ignore(loader: _ConfigLoader, suffix: str, node: yaml.Node) -> None:
    """Stands for any tagged value: none of them concerns Markdown."""


_ConfigLoader.add_multi_constructor("", _ignore)


@cache
def extensions(root: Path) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Names and settings of the Markdown extensions in `mkdocs.yml` of the tree `root`."""
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _ConfigLoader)  # noqa: S506 (a SafeLoader)
    names: list[str] = ["toc", "tables", "fenced_code"]  # MkDocs always adds these
    settings: dict[str, dict[str, Any]] = {}
    for entry in config["markdown_extensions"]:
        name, options = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        settings[name] = options or {}
    return tuple(dict.fromkeys(names)), settings


def check_converter(root: Path) -> tuple[Finding, ...]:
    """A finding where `mkdocs.yml` cannot be read or names an extension that does not exist."""
    source = read_text(root, "mkdocs.yml")
    if source.text is None:
        return source.findings
    try:
        convert(root, "")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place("mkdocs.yml", mark.line + 1, mark.column + 1) if mark else Place("mkdocs.yml")
        return (finding("Y001", place, problem="YAMLの書き方に合っていません"),)
    except Exception as error:
        problem = f"サイトの設定のうち、markdown_extensionsの部分を読めません（{type(error).__name__}）"
        return (finding("Y001", Place("mkdocs.yml"), problem=problem),)
    return ()


def convert(root: Path, text: str) -> tuple[str, tuple[str, ...]]:
    """HTML of a Markdown text, and the pieces of raw HTML that stood in it."""
    names, settings = extensions(root)
    converter = Markdown(extensions=list(names), extension_configs=settings, output_format="html")
    html = converter.convert(text)
    return html, tuple(str(piece) for piece in converter.htmlStash.rawHtmlBlocks)
