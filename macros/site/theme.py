"""What the theme prints around every page."""

import os
from typing import Any

from macros.model.project import Project
from macros.views.revisions import TEXT_KINDS


def theme_values(project: Project) -> dict[str, Any]:
    """Values for the templates in `overrides/`."""
    site = project.data.site.record
    return {
        "title": site.title,
        "description": site.description,
        "notice": site.notice,
        "official": site.official,
        "city_url": site.city_url,
        "municipality": site.municipality,
        "rights": list(site.rights),
        "revisions": {
            one.id: {"name": one.name, "text": one.text, "kind": TEXT_KINDS[one.text]}
            for one in project.data.revisions.record.revisions
        },
        "repository": os.environ.get("REPOSITORY", ""),
    }
