"""The site's own words at a place of the text: recorded readings, doubtful places, missing figures."""

from macros.model.project import Project
from macros.model.sources import Erratum
from macros.views.frame import PageView, render


def find_erratum(project: Project, page: PageView, erratum_id: str) -> Erratum:
    """The erratum with this id.

    Raises:
        KeyError: where the page's revision has none.
    """
    for erratum in project.data.errata.record.errata:
        if erratum.id == erratum_id and erratum.revision == page.revision:
            return erratum
    raise KeyError(erratum_id)


def erratum(project: Project, page: PageView, erratum_id: str) -> str:
    """A discreet note below the block in which the place stands."""
    found = find_erratum(project, page, erratum_id)
    return render("erratum.html", erratum=found, base=page.base)


def missing_figure(project: Project, page: PageView, erratum_id: str) -> str:
    """A visible note in the place of a figure that the material at hand lacks."""
    found = find_erratum(project, page, erratum_id)
    return render("missing_figure.html", erratum=found, base=page.base)
