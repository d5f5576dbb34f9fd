"""Put the search index into the order of the navigation: the newest text stands first there, and so in the results.

Pages in easy Japanese follow the newest text itself and go before older ones; their titles say what they are.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from macros.model.project import Project

INDEX = "search/search_index.json"
"""Where the theme looks for it."""


EASY = "easy/"
"""Where pages in easy Japanese stand."""

_NAME = "やさしい日本語"


def order_search_index(site: Path, nav: object, newest: str = "") -> None:
    """Rewrite the index of the built folder `site` in the order of `nav`, the value of `data/nav.yml`.

    Args:
        site: the built folder.
        nav: the navigation.
        newest: address below which the newest text stands: `guideline/r5/`.
    """
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    order = {address: at for at, address in enumerate(_easy_after(list(addresses(nav)), newest))}
    index["docs"].sort(key=lambda doc: order.get(doc["location"].split("#")[0], len(order)))
    for doc in index["docs"]:
        if doc["location"].startswith(EASY) and "#" not in doc["location"] and _NAME not in doc["title"]:
            doc["title"] += f"（{_NAME}）"
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def newest(project: Project) -> str:
    """Address below which the newest text stands; empty where there is none."""
    return f"guideline/{list(project.texts)[-1]}/" if project.texts else ""


def _easy_after(listed: list[str], newest: str) -> list[str]:
    """Pages in easy Japanese moved behind the newest text."""
    easy = [one for one in listed if one.startswith(EASY)]
    others = [one for one in listed if not one.startswith(EASY)]
    last = max((at for at, one in enumerate(others) if newest and one.startswith(newest)), default=len(others) - 1)
    return [*others[: last + 1], *easy, *others[last + 1 :]]


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
