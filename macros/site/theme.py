"""What the theme prints around every page."""

from datetime import date
from typing import Any

from macros.model.project import Project
from macros.views.consultations import banners

TEXT_STATES = {
    "adopted": "採択された本文です。",
    "draft": "採択された本文ではありません。",
    "none": "本文は、まだここにありません。",
}
"""What stands over each chapter, so that nobody takes a draft for the guideline."""


def theme_values(project: Project, today: date) -> dict[str, Any]:
    """Values for the templates in `overrides/`."""
    site = project.data.site.record
    return {
        "title": site.title,
        "description": site.description,
        "notice": site.notice,
        "official": site.official,
        "city_url": site.city_url,
        "municipality": site.municipality,
        "banners": banners(project, today),
        "rights": list(site.rights),
        "revisions": {
            one.id: {"name": one.name, "text": one.text, "state": TEXT_STATES[one.text]}
            for one in project.data.revisions.record.revisions
        },
    }
