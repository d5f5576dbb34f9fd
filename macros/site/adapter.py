"""The only module that knows mkdocs-macros: it gives each view the page that asks."""

from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from macros.model.project import Project, load_project
from macros.site.clock import now
from macros.site.public_address import public_address
from macros.site.theme import theme_values
from macros.views.registry import FILTERS, MACROS, Writer


def register(env: Any) -> None:
    """Register every macro and filter of the list with mkdocs-macros and hand the theme its values.

    Raises:
        RuntimeError: where the data cannot be read; `shishin check` says why.
    """
    project, _ = load_project(Path(env.project_dir), MACROS)
    if project is None:
        raise RuntimeError("データに誤りがあります。shishin check を実行してください。")
    today = now().date()
    writer = Writer(project, today, public_address(env.conf.get("site_url")))
    for name in MACROS:
        env.macro(_macro(env, writer, name), name)
    for name in FILTERS:
        env.filter(_macro(env, writer, name), name)
    _configure(env.conf, project, today)


def _macro(env: Any, writer: Writer, name: str) -> Callable[..., str]:
    def macro(*args: str) -> str:
        page = env.page
        return writer.write(name, f"docs/{page.file.src_uri}", page.meta.get("revision"), *args)

    return macro


def _configure(config: Any, project: Project, today: date) -> None:
    """Names and addresses come from the data and the environment, not from `mkdocs.yml`."""
    values = theme_values(project, today)
    config["site_name"] = escape(values["title"])  # the theme prints both as they are
    config["site_description"] = escape(values["description"])
    config["extra"]["site"] = values
