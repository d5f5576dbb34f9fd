"""Let MkDocs write the pages: in this process, from the staged folder, with the checked navigation.

MkDocs' own readers of the tree are never asked: not for the navigation (it would load YAML unsafely), not for `docs/`.
"""

import io
import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as build_pages
from mkdocs.config.base import load_config
from mkdocs.exceptions import MkDocsException

from macros.model.findings import Finding, Place, finding
from macros.model.project import Project
from macros.model.tree_places import SETTINGS
from macros.site.adapter import handed
from macros.site.clock import now

_DOCS = re.compile(r"(?:Doc file|contains a link|in) '(?P<file>[^']+\.md)'")


def write_pages(project: Project, docs: Path, site: Path) -> tuple[Finding, ...]:
    """Write the pages of `docs` into the folder `site`; what MkDocs says on failure becomes findings.

    Raises:
        OSError: where a file cannot be read or written.
    """
    with _heard() as said, _environment(), _same_path(), handed(project):
        try:
            _write(project, docs, site)
        except (MkDocsException, SystemExit) as error:
            said.append(str(error))
        except Exception as error:  # a template or a macro failed: any kind of error can come out of these
            if _is_of_system(error):
                raise
            said.append(f"{type(error).__name__}: {error}")
        else:
            return ()
    return tuple(_explain(words) for words in dict.fromkeys(said))


def _is_of_system(error: Exception) -> bool:
    """Whether disk or memory failed, not a page: a template that is not there is an OSError without a number."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno is not None)


def _write(project: Project, docs: Path, site: Path) -> None:
    config = load_config(
        io.BytesIO(project.tree.files[SETTINGS]),
        config_file_path=str(project.root / SETTINGS),
        docs_dir=str(docs),
        site_dir=str(site),
        nav=project.data.nav.value["nav"],
        edit_uri=_edit_address(),
    )
    config.plugins.on_startup(command="build", dirty=False)
    build_pages(config)
    config.plugins.on_shutdown()


def _edit_address() -> str:
    """Where pages are edited; empty where the repository is not known, and then no page offers it."""
    repository = os.environ.get("REPOSITORY", "").rstrip("/")
    return f"{repository}/edit/main/docs/" if repository else ""


def _explain(words: str) -> Finding:
    named = _DOCS.search(words)
    place = Place(f"docs/{named['file']}" if named else SETTINGS)
    fix = "MkDocsの知らせを見て、ページか設定を直してください。"
    return finding("B005", place, problem=f"MkDocsの知らせ：{words}", fix=fix)


class _Ear(logging.Handler):
    """Keeps what MkDocs says at the level of a warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What MkDocs says while it works; nothing of it reaches the terminal by itself."""
    logger = logging.getLogger("mkdocs")
    ear, before = _Ear(), logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield ear.said
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


@contextmanager
def _environment() -> Iterator[None]:
    """One clock for MkDocs too, and no advertisement of its successor."""
    before = dict(os.environ)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = str(int(now().timestamp()))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _same_path() -> Iterator[None]:
    """mkdocs-macros puts the tree's root before all other places of modules: for this build only."""
    before = list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = before
