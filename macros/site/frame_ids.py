"""Names that the frame around every page uses as ids: those of its templates, and those that its scripts look up."""

import re
from pathlib import Path

from macros.site.frame_templates import HOLE, our_templates, theme_templates

_AT_RUN_TIME = r"__.*"
"""What the theme's script makes in the browser (`bundle.js`: `__tooltip_0`, `__code_1`, `__tabbed_1_1`, `__mermaid_0`)
and its template `partials/nav-item.html` puts together (`__nav_1_2`): all its own names begin so."""

_LOOKED_UP = re.compile(r"getElementById\([\"'`]([\w-]+)[\"'`]\)|querySelector(?:All)?\([\"'`][^\"'`)]*#([\w-]+)")


def frame_ids(root: Path) -> re.Pattern[str]:
    """A pattern that fits the names of the frame of the tree `root`, and no others."""
    names = {
        value
        for template in (*theme_templates(), *our_templates(root))
        for value in template.xpath("//@id | //@for")
        if value.strip(HOLE)
    }
    for path in sorted((root / "overrides").rglob("*.js")):
        names |= {one or other for one, other in _LOOKED_UP.findall(path.read_text(encoding="utf-8"))}
    patterns = (".+".join(map(re.escape, name.split(HOLE))) for name in sorted(names))
    return re.compile("|".join((_AT_RUN_TIME, *patterns)))
