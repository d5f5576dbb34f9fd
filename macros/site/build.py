"""Build the site: check, pages into a new folder, after-build, swap. A failure leaves the last good site."""

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from macros.model.findings import Finding, has_error
from macros.model.tree import read_tree
from macros.site.check import check_tree
from macros.site.finish import finish
from macros.site.pages import write_pages
from macros.site.stage import stage


def build(root: Path) -> tuple[Finding, ...]:
    """Build `root/site` from the tree `root`; the findings tell whether it was swapped in (no error among them)."""
    fresh = Path(tempfile.mkdtemp(dir=root, prefix="site.new"))
    try:
        findings = build_into(root, fresh)
        if not has_error(findings):
            swap(fresh / "site", root / "site")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return findings


def build_into(root: Path, folder: Path) -> tuple[Finding, ...]:
    """Build the tree `root` into `folder/site`; it is complete where there is no error among the findings."""
    project, findings = check_tree(read_tree(root))
    if project is None or has_error(findings):
        return findings
    docs, site = folder / "docs", folder / "site"
    stage(project, docs)
    built = write_pages(project, docs, site) or finish(site, project, top=_top())
    return (*findings, *built)


def _top() -> str:
    """Path of the public address: `/` or `/name/`."""
    path = urlsplit(os.environ.get("SITE_URL", "")).path.strip("/")
    return f"/{path}/" if path else "/"


def swap(fresh: Path, site: Path) -> None:
    """Put the new folder in the place of the old one; at no moment is `site` half-written."""
    old = site.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
