"""Every page with its macro calls run, as the check sees it before the site is built."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from macros.model.findings import Finding, Place, finding
from macros.model.page_html import PageHtml
from macros.model.project import Project
from macros.views.registry import Writer


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page with what its macro calls wrote."""

    source: PageHtml
    """The page."""
    written: tuple[str, ...]
    """HTML of each macro call, in order; empty where it failed."""
    findings: tuple[Finding, ...]
    """One for each call that failed."""

    @property
    def html(self) -> str:
        """The page's HTML, complete."""
        html = self.source.html
        for number, written in enumerate(self.written):
            if written:
                start = html.index(f'<div data-call="{number}"')
                end = html.index("</div>", start) + len("</div>")
                html = html[:start] + written + html[end:]
        return html


@lru_cache(maxsize=1)
def render_pages(project: Project, today: date) -> dict[str, RenderedPage]:
    """Every page by its file. The check and the look at the built pages ask for the same."""
    writer = Writer(project, today)
    return {file: render_page(writer, source) for file, source in project.pages.items()}


def render_page(writer: Writer, source: PageHtml) -> RenderedPage:
    """Run the calls of a page, and tell which of them fail."""
    written = []
    findings = []
    for call in source.calls:
        try:
            written.append(writer.write(call.name, source.page.file, source.page.head.revision, *call.args))
        except Exception as error:
            place = Place(source.page.file, source.page.first_line + call.line)
            findings.append(finding("M005", place, given=call.source, problem=_reason(error)))
            written.append("")
    return RenderedPage(source, tuple(written), tuple(findings))


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"「{error.args[0]}」がありません。"
    if isinstance(error, TypeError):
        return "かっこの中の値の数が違います。"
    return f"プログラムの中で止まりました（{type(error).__name__}）。"
