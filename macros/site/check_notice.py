"""Check of a built folder: the notice stands on every page, and no macro sign was left over."""

import re
from collections.abc import Iterator

from macros.model.directory import Site
from macros.model.findings import Finding, Place, finding
from macros.site.built_pages import BuiltPage

_LEFT_OVER = re.compile(r"\{\{.{0,40}|\{%.{0,40}|Macro Rendering Error|data-call=")

_OUTSIDE_CODE = "//body//text()[not(ancestor::code) and not(ancestor::script)]"
"""Signs shown as code are meant to be seen."""


def check_notices(pages: list[BuiltPage], site: Site) -> Iterator[Finding]:
    """While the site is not official, each page says so and asks machines not to list it."""
    for page in pages:
        place = Place(page.path)
        body = page.tree.find("body")
        words = body.text_content() if body is not None else ""
        if match := _LEFT_OVER.search("".join(page.tree.xpath(_OUTSIDE_CODE, smart_strings=False))):
            yield finding("B004", place, sign=match[0])
        if site.official:
            continue
        if site.notice not in words:
            yield finding("B003", place, problem="公式ではないことの知らせが、ページにありません。")
        if "noindex" not in "".join(page.tree.xpath("//meta[@name='robots']/@content")):
            yield finding("B003", place, problem="検索サイトに載せない印（noindex）が、ページにありません。")
