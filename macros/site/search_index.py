"""Put the search index into the order of the navigation: the newest text stands first there, and so in the results."""

import json
from collections.abc import Iterator
from pathlib import Path

INDEX = "search/search_index.json"
"""Where the theme looks for it."""


def order_search_index(site: Path, nav: object) -> None:
    """Rewrite the index of the built folder `site` in the order of `nav`, the value of `data/nav.yml`."""
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    order = {address: at for at, address in enumerate(addresses(nav))}
    index["docs"].sort(key=lambda doc: order.get(doc["location"].split("#")[0], len(order)))
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def addresses(nav: object) -> Iterator[str]:
    """Addresses of the pages that a navigation names, in order: `guideline/r5/shushi/`."""
    if isinstance(nav, str):
        stem = nav.removesuffix(".md")
        yield "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else stem + "/"
    elif isinstance(nav, list):
        for part in nav:
            yield from addresses(part)
    elif isinstance(nav, dict):
        for part in nav.values():
            yield from addresses(part)
