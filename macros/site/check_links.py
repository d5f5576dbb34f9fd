"""Check of a built folder: dead links and anchors, ids used twice, anything asked from elsewhere."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml.html import HtmlElement

from macros.model.check_pages import split_address
from macros.model.findings import Finding, Place, finding
from macros.site.built_pages import BuiltPage

_LOADING = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
    "input": ("src",),
    "use": ("href",),
}
"""Elements that make a browser ask for something, with the attributes that name it."""

_HARMLESS_RELS = {"canonical", "next", "prev", "edit", "alternate"}


def check_built_links(site: Path, pages: list[BuiltPage], *, top: str = "/") -> Iterator[Finding]:
    """All checks of this module over the pages of `site`.

    Args:
        site: the built folder.
        pages: its pages.
        top: path of the public address under which the folder will stand, with `/` at both ends.
    """
    ids = {page.path: Counter(page.tree.xpath("//@id")) for page in pages}
    for page in pages:
        place = Place(page.path)
        for name, times in ids[page.path].items():
            if times > 1:
                yield finding("B006", place, id=name)
        for element in page.tree.xpath("//*[@* or self::style]"):  # many thousand others only hold words
            yield from (finding("B001", place, address=address) for address in _asked(element))
        for target in page.tree.xpath(
            "//a/@href | //img/@src | //script/@src | //link/@href | //*[@data-src]/@data-src"
        ):
            if not _leads_somewhere(site, page.path, str(target), ids, top):
                yield finding("B002", place, target=target)


def _asked(element: HtmlElement) -> Iterator[str]:
    """Addresses elsewhere that the element makes a browser ask for."""
    rels = set(element.get("rel", "").split())
    if element.tag == "link" and rels and rels <= _HARMLESS_RELS:
        return
    for name in _LOADING.get(element.tag, ()):
        address = element.get(name, "")
        parts = split_address(address)
        if parts is None or parts.netloc or parts.scheme not in ("", "data"):
            yield address
    style = element.get("style", "") + (element.text or "" if element.tag == "style" else "")
    if "url(http" in style.replace('"', "").replace("'", "") or "@import" in style:
        yield style[:60]


def _leads_somewhere(site: Path, page: str, target: str, ids: dict[str, Counter[str]], top: str) -> bool:
    parts = split_address(target)
    if parts is None:
        return False
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    found = _resolve(page, path, top) if path else page
    if found.startswith("../"):
        return False
    if (site / found).is_dir():
        found = posixpath.normpath(posixpath.join(found, "index.html"))
    if not (site / found).is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or found not in ids or anchor in ids[found] or anchor == "__skip"


def _resolve(page: str, path: str, top: str) -> str:
    """Path below the site's root; one that leads out of it begins with `../`."""
    if path.startswith("/"):
        return posixpath.normpath(path.removeprefix(top) or ".") if path.startswith(top) else f"..{path}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def check_built_styles(site: Path) -> Iterator[Finding]:
    """Style sheets that ask for something elsewhere."""
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        for sign in ("url(http", "url(//", 'url("http', "url('http", "@import"):
            if sign in text:
                yield finding("B001", Place(path.relative_to(site).as_posix()), address=sign)
