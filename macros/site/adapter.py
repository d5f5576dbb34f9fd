"""The only module that knows mkdocs-macros: it gives each view the page that asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from html import escape
from typing import Any

from macros.model.project import Project
from macros.site.clock import now
from macros.site.public_address import public_address
from macros.site.theme import theme_values
from macros.views.registry import FILTERS, MACROS, Writer

_PROJECT: ContextVar[Project | None] = ContextVar("project", default=None)
"""The project that was checked: mkdocs-macros calls `define_env` with nothing but itself."""


@contextmanager
def handed(project: Project) -> Iterator[None]:
    """While this lasts, pages are written from `project`."""
    token = _PROJECT.set(project)
    try:
        yield
    finally:
        _PROJECT.reset(token)


def register(env: Any) -> None:
    """Register every macro and filter of the list with mkdocs-macros and hand the theme its values.

    Raises:
        RuntimeError: where MkDocs was started by hand, so that nothing was checked.
    """
    project = _PROJECT.get()
    if project is None:
        raise RuntimeError(
            "mkdocs を直接動かさないでください。make site か make serve が、検査をしてからページを作ります。"
        )
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
