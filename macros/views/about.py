"""Pages about the site: sources, recorded readings, the catalogue of checks, whom to ask, rights."""

import os

from macros.model.findings import catalogue
from macros.model.project import Project
from macros.model.sources import Erratum
from macros.views.frame import PageView, render
from macros.views.revisions import cited

PREFIXES = {
    "F": "ファイルそのもの",
    "Y": "データの書き方",
    "D": "データの中身",
    "T": "本文",
    "M": "差し込み（表や注を入れる印）",
    "L": "リンクと目次",
    "S": "資料との一致",
    "R": "ふりがな",
    "B": "できあがったサイト",
    "C": "版の比較",
    "K": "意見募集",
    "E": "やさしい日本語",
    "X": "命令が途中で止まったとき",
}
"""First letters of the codes of findings."""

SEVERITIES = {"error": "直すまで公開できません", "warning": "確かめてください", "notice": "お知らせ"}
"""Severities, for staff."""


def sources(project: Project, page: PageView) -> str:
    """Every source with its publisher, date and the day it was looked at."""
    return render("sources.html", sources=project.data.sources.record.sources)


def errata(project: Project, page: PageView) -> str:
    """Two lists for each revision: readings that differ from the extraction, and doubtful places that were kept."""
    groups = []
    for revision in reversed(project.data.revisions.record.revisions):
        rows = [one for one in project.data.errata.record.errata if one.revision == revision.id]
        if rows:
            groups.append((revision, _lists(project, rows)))
    return render("errata.html", groups=groups, base=page.base)


def _lists(project: Project, rows: list[Erratum]) -> list[tuple[str, list[tuple[Erratum, str, str]]]]:
    """The lists of one revision: title, and rows with the address and name of their section."""
    kinds = (("corrected", "E"), ("levelled", "PWD"), ("kept", "OUI"), ("missing", "M"))
    found = []
    for kind, verdicts in kinds:
        entries = [(one, *_section(project, one)) for one in rows if one.verdict in verdicts]
        found.append((kind, entries))
    return found


def _section(project: Project, erratum: Erratum) -> tuple[str, str]:
    text = project.texts.get(erratum.revision)
    section = text.section(erratum.section) if text else None
    if section is None:
        return f"guideline/{erratum.revision}/", ""
    return section.address, f"{section.number} {section.title}".strip()


def findings(project: Project, page: PageView) -> str:
    """The catalogue of checks, by kind."""
    groups = [
        (letter, title, [entry for entry in catalogue().values() if entry.code.startswith(letter)])
        for letter, title in PREFIXES.items()
    ]
    return render("findings.html", groups=groups, severities=SEVERITIES)


def contact(project: Project, page: PageView) -> str:
    """Whom to ask: the city about the guideline, the keepers of the site about the site."""
    site = project.data.site.record
    return render(
        "contact.html",
        site=site,
        sources=cited(project, (site.contact.source,)),
        repository=os.environ.get("REPOSITORY", ""),
        base=page.base,
    )


def centre(project: Project, page: PageView) -> str:
    """The centre that the guideline names: what is known of it."""
    site = project.data.site.record
    return render("centre.html", site=site, sources=cited(project, (site.centre.source,)), base=page.base)


def rights(project: Project, page: PageView) -> str:
    """What may be done with text, data and code."""
    return render("rights.html", site=project.data.site.record)


def accessibility_aim(project: Project, page: PageView) -> str:
    """Standard and level aimed at."""
    return render("accessibility_aim.html", site=project.data.site.record)
