"""Build the site: check, pages into a new folder, after-build, swap. A failure leaves the last good site."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from macros.model.findings import Finding, has_error
from macros.model.tree import read_tree
from macros.site.check import check_tree
from macros.site.exchange import SITE, fresh_folder, recover, swap
from macros.site.finish import finish
from macros.site.pages import write_pages
from macros.site.stage import stage
from macros.site.tree_lock import silent, tree_lock


def build(root: Path, *, tell: Callable[[str], None] = silent) -> tuple[Finding, ...]:
    """Build `root/site` from the tree `root`; the findings tell whether it was swapped in (no error among them).

    Args:
        root: the tree.
        tell: gets a sentence where another build is waited for, or where remains of a killed one were put right.

    Raises:
        BusyError: where another build of the tree does not end.
        OSError: where a file cannot be read or written; `root/site` is as it was.
    """
    with tree_lock(root, tell=tell):
        for done in recover(root):
            tell(done)
        with fresh_folder(root) as folder:
            findings = build_into(root, folder)
            if not has_error(findings):
                swap(folder / SITE, root / SITE)
    return findings


def build_into(root: Path, folder: Path) -> tuple[Finding, ...]:
    """Build the tree `root` into `folder/site`; it is complete where there is no error among the findings."""
    project, findings = check_tree(read_tree(root))
    if project is None or has_error(findings):
        return findings
    docs, site = folder / "docs", folder / SITE
    stage(project, docs)
    built = write_pages(project, docs, site) or finish(site, project, top=_top())
    return (*findings, *built)


def _top() -> str:
    """Path of the public address: `/` or `/name/`."""
    path = urlsplit(os.environ.get("SITE_URL", "")).path.strip("/")
    return f"/{path}/" if path else "/"
