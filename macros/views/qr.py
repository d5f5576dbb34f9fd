"""QR codes as drawings inside the page: for paper, without a request and without style attributes."""

import segno
from markupsafe import Markup, escape

BORDER = 4
"""Quiet zone in modules, as ISO/IEC 18004 asks."""


def qr_svg(address: str) -> Markup:
    """The code of an address. Its dark modules are one path, each run of a row one rectangle."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix]
    size = len(rows) + 2 * BORDER
    path = "".join(_row(row, at + BORDER) for at, row in enumerate(rows))
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" focusable="false">'
        '<rect class="qr-paper" width="{0}" height="{0}"/><path class="qr-ink" d="{2}"/></svg>'
    ).format(size, escape(f"二次元コード：{address}"), path)


def _row(row: list[int], y: int) -> str:
    drawn, x = "", 0
    while x < len(row):
        end = x
        while end < len(row) and row[end]:
            end += 1
        if end > x:
            drawn += f"M{x + BORDER} {y}h{end - x}v1h-{end - x}z"
        x = end + 1
    return drawn
