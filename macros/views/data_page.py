"""The page of the open data: files to take away, and what their columns hold."""

from macros.model.project import Project
from macros.views.frame import PageView, render
from macros.views.open_data import DATASETS


def data_dictionary(project: Project, page: PageView) -> str:
    """Every open-data file with its columns."""
    datasets = project.data.dictionary.record.datasets
    counts = {name: len(rows(project)) for name, rows in DATASETS.items()}
    return render("data_dictionary.html", datasets=datasets, counts=counts, base=page.base)
