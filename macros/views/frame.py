"""What every view needs: the page it stands on, the templates, dates as citizens read them."""

import re
from dataclasses import dataclass
from datetime import date as day
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.japanese.era import print_day, print_fiscal_year, print_month, print_year
from macros.model.revisions import WrittenDate

_BLANK_MONTH = "年 月"
_SIGNS = re.compile(r"(\{\{.*?\}\}|\{:[^}]*\})")
_NAMES = re.compile(r"(?<!\{)\{\w+\}(?!\})")


@dataclass(frozen=True, slots=True)
class PageView:
    """The page on which a view is shown."""

    file: str
    """Path from the root: `docs/guideline/r5/index.md`."""
    revision: str | None = None
    """Revision that the page belongs to."""
    site_url: str = ""
    """Public address of the top of the site, with `/` at its end; empty where it is not known."""

    def asked_revision(self) -> str:
        """The page's revision, for views that need one.

        Raises:
            KeyError: where the page belongs to no revision.
        """
        if self.revision is None:
            raise KeyError("revision")
        return self.revision

    @property
    def base(self) -> str:
        """Way from the page's address to the top of the site: links in our HTML are relative."""
        parts = self.file.removeprefix("docs/").removesuffix(".md").split("/")
        depth = len(parts) - 1 if parts[-1] == "index" else len(parts)
        return "../" * depth or "./"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("macros.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["lines"] = lines
    environment.filters["date"] = print_written
    environment.filters["day"] = print_day
    environment.filters["fiscal"] = print_fiscal_year
    environment.filters["visible"] = visible
    environment.filters["wording"] = wording
    return environment


def render(template: str, **values: object) -> str:
    """HTML of a template on one line.

    Markdown would act on indentation and empty lines, and a line end inside Japanese shows as a gap.
    """
    text = _environment().get_template(template).render(**values)
    return "".join(line.strip("\n ") for line in text.split("\n"))


def lines(text: str) -> Markup:
    """A text with line breaks as HTML: `<br>` between its lines, everything else escaped."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def visible(text: str) -> str:
    """A text whose breaks and TABs can be seen: 「⏎」 and 「⇥」."""
    return text.replace("\n", "⏎").replace("\t", "⇥")


def wording(template: str) -> Markup:
    """A wording of the catalogue for readers: names in braces, filled in later, as 「…」, signs as code."""
    text = _NAMES.sub("…", template).replace("{{", "{").replace("}}", "}")
    pieces = _SIGNS.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(one) if at % 2 else escape(one) for at, one in enumerate(pieces)
    )


def print_written(date: WrittenDate) -> str:
    """A date as citizens read it: 平成19年（2007年）8月. A blank month stays blank and is said to be."""
    numbers = [int(part) for part in date.iso.split("-")]
    if date.precision == "fiscal-year":
        return print_fiscal_year(numbers[0])
    if date.precision == "month":
        return print_month(numbers[0], numbers[1])
    if date.precision == "year":
        return print_year(numbers[0]) + ("〔月は空欄〕" if _BLANK_MONTH in date.as_written else "")
    return print_day(day.fromisoformat(date.iso))
