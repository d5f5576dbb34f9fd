"""What is done after the pages are built: one function over the built folder."""

from collections.abc import Collection
from pathlib import Path

from macros.model.findings import Finding, in_order
from macros.model.project import Project
from macros.site.built_pages import read_built
from macros.site.check_compare import check_compare_pages
from macros.site.check_furigana import seen_sentences
from macros.site.check_links import check_built_links, check_built_styles
from macros.site.check_notice import check_notices
from macros.site.check_scripts import check_scripts
from macros.site.clock import now
from macros.site.easy_pages import add_easy
from macros.site.furigana import add_furigana
from macros.site.gaps import add_gaps
from macros.site.policy import add_policies
from macros.site.search_index import newest, order_search_index
from macros.site.search_readings import write_search_readings
from macros.site.section_links import add_section_links
from macros.site.write_data import write_data


def finish(site: Path, project: Project, *, top: str = "/") -> tuple[Finding, ...]:
    """Complete the built folder `site` and check it; places of findings are paths below it.

    `top` is the path of the public address under which the folder will stand, with `/` at both ends.
    """
    readings = complete(site, project, {one.sentence for one in seen_sentences(project, now().date())})
    pages = read_built(site)
    add_policies(site, pages)
    findings = [
        *readings,
        *check_built_links(site, pages, top=top),
        *check_built_styles(site),
        *check_scripts(pages),
        *check_notices(pages, project.data.site.record),
        *check_compare_pages(pages, project),
    ]
    return in_order(findings)


def complete(site: Path, project: Project, seen: Collection[str] = ()) -> list[Finding]:
    """What every built folder gets, the preview's too, in the order in which one step needs the one before.

    Returns:
        What `add_furigana` tells of sentences other than those `seen`.
    """
    write_data(site, project)
    order_search_index(site, project.data.nav.value, newest(project))
    add_section_links(site, project)
    add_easy(site, project)
    findings = add_furigana(site, project.tree, project.approved, seen)
    write_search_readings(site)
    add_gaps(site, project)
    return findings
