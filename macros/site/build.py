"""Build the site: check, pages into a new folder, after-build, swap. A failure leaves the last good site."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from macros.model.findings import Finding, Place, finding, has_error
from macros.site.check import check
from macros.site.clock import now
from macros.site.finish import finish

_LOG = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(?P<words>.*)$", re.MULTILINE)
_DOCS = re.compile(r"(?:Doc file|contains a link|in) '(?P<file>[^']+\.md)'")


def build(root: Path) -> tuple[Finding, ...]:
    """Build `root/site` from the tree `root`; the findings tell whether it was swapped in (no error among them)."""
    project, findings = check(root)
    if project is None or has_error(findings):
        return findings
    fresh = root / "site.new"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        built = _run_mkdocs(root, fresh) or finish(fresh, project, top=_top())
        if has_error(built):
            return (*findings, *built)
        swap(fresh, root / "site")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return (*findings, *built)


def _run_mkdocs(root: Path, fresh: Path) -> tuple[Finding, ...]:
    """Let MkDocs write the pages into `fresh`; what it says on failure becomes findings."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    run = subprocess.run(
        command, cwd=root, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if run.returncode == 0:
        return ()
    said = [match["words"] for match in _LOG.finditer(run.stderr)]
    return tuple(_explain(words) for words in said) or (_explain(run.stderr.strip()[-300:]),)


def _explain(words: str) -> Finding:
    named = _DOCS.search(words)
    place = Place(f"docs/{named['file']}" if named else "mkdocs.yml")
    fix = "MkDocsの知らせを見て、ページか設定を直してください。"
    return finding("B005", place, problem=f"MkDocsの知らせ：{words}", fix=fix)


def _top() -> str:
    """Path of the public address: `/` or `/name/`."""
    path = urlsplit(os.environ.get("SITE_URL", "")).path.strip("/")
    return f"/{path}/" if path else "/"


def environment() -> dict[str, str]:
    """Environment of MkDocs: one clock, quiet notices, edit links only where the repository is known."""
    values = dict(os.environ)
    values["NO_MKDOCS_2_WARNING"] = "1"
    values["SOURCE_DATE_EPOCH"] = str(int(now().timestamp()))
    if repository := values.get("REPOSITORY"):
        values["EDIT_URI"] = f"{repository.rstrip('/')}/edit/main/docs/"
    return values


def swap(fresh: Path, site: Path) -> None:
    """Put the new folder in the place of the old one; at no moment is `site` half-written."""
    old = site.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
