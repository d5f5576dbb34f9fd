"""Read both texts back from a rendered comparison: what the page shows is what was compared.

The rules stand in `macros/views/comparison_cells.py`.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

Side = Literal["old", "new"]


def read_side(element: HtmlElement, side: Side) -> list[tuple[int, str, str]]:
    """Position, printed number and text of every block of a side that stands below `element`, by position.

    A block that stands there twice is told twice.
    """
    numbers = {one.get(f"data-{side}-number"): _text(one) for one in element.xpath(f".//*[@data-{side}-number]")}
    found = element.xpath(f".//*[@data-{side}-at]")
    blocks = [(one.get(f"data-{side}-at"), _text(one)) for one in found]
    return sorted((int(at), numbers.get(at, ""), text) for at, text in blocks)


def read_redline(element: HtmlElement, side: Side) -> tuple[str, str]:
    """Printed number and text of one side of a 見え消し, `element` with `data-redline` or a box around it."""
    gone = "ins" if side == "old" else "del"
    number = "".join(_text(one, gone) for one in element.xpath(".//*[@data-redline-number]"))
    texts = [_text(one, gone) for one in element.xpath("descendant-or-self::*[@data-redline]")]
    return number, "".join(texts)


def _text(element: HtmlElement, without: str = "") -> str:
    """The words of an element less the site's own: `<br>` is LF, cells of a row are parted by TAB."""
    return "".join(_pieces(element, without))


def _pieces(element: HtmlElement, without: str) -> Iterator[str]:
    yield element.text or ""
    is_first_cell = True
    for child in element:
        if child.get("data-cell") is not None:
            yield "" if is_first_cell else "\t"
            is_first_cell = False
        if child.get("data-tab") is not None:
            yield "\t"
        elif child.tag == "br":
            yield "\n"
        elif child.get("data-note") is None and child.tag not in ("rt", "rp", without):
            yield from _pieces(child, without)
        yield child.tail or ""
