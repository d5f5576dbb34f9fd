"""A Content-Security-Policy for each built page: no script runs but the site's own.

The theme's few inline scripts are allowed by their hashes, which differ by the depth of the page; `known_scripts`
knows them from the installed theme, and one that it does not know gets no hash.
"""

import base64
import hashlib
import re
from pathlib import Path

from macros.site.built_pages import BuiltPage
from macros.site.known_scripts import inline_scripts, is_known

META = "Content-Security-Policy"
"""How the policy is named in the head of a page."""

_HEAD = re.compile(r"<head>|<head [^>]*>")


def add_policies(site: Path, pages: list[BuiltPage]) -> None:
    """Write the policy into the head of every page below `site`; a page that has one is left alone."""
    for page in pages:
        if not page.tree.xpath("//meta[@http-equiv=$name]", name=META):
            meta = f'<meta http-equiv="{META}" content="{policy(page)}">'
            text = _HEAD.sub(rf"\g<0>{meta}", page.text, count=1)
            (site / page.path).write_text(text, encoding="utf-8")


def policy(page: BuiltPage) -> str:
    """The policy of a page."""
    hashes = sorted({_hash(script.text or "") for script in inline_scripts(page.tree) if is_known(page, script)})
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(hashes)}".strip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
