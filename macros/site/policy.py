"""A Content-Security-Policy for each built page: no script runs but the site's own.

The theme's few inline scripts are allowed by their hashes, which differ by the depth of the page.
"""

import base64
import hashlib
import re
from pathlib import Path

from macros.site.built_pages import BuiltPage

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"?application/json)[^>]*>(?P<code>.*?)</script>", re.DOTALL)
_META = '<meta http-equiv="Content-Security-Policy"'
_HEAD = re.compile(r"<head>|<head [^>]*>")


def add_policies(site: Path, pages: list[BuiltPage]) -> None:
    """Write the policy into the head of every page below `site`; a page that has one is left alone."""
    for page in pages:
        if _META not in page.text:
            meta = f'{_META} content="{policy(page.text)}">'
            text = _HEAD.sub(rf"\g<0>{meta}", page.text, count=1)
            (site / page.path).write_text(text, encoding="utf-8")


def policy(text: str) -> str:
    """The policy of a page with this HTML."""
    hashes = sorted({_hash(match["code"]) for match in _INLINE.finditer(text)})
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
