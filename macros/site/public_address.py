"""The public address of the site, for what leaves it: paper and mail."""

import os


def public_address(given: str | None = None) -> str:
    """The address with `/` at its end, from MkDocs or from `SITE_URL`; empty where neither knows it."""
    address = given or os.environ.get("SITE_URL", "")
    return f"{address.rstrip('/')}/" if address else ""
