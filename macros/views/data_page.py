"""The page of the open data: files to take away, and what their columns hold."""

from macros.comparison.pairs import comparable_pairs
from macros.model.project import Project
from macros.views.frame import PageView, render
from macros.views.open_data import DATASETS


def data_dictionary(project: Project, page: PageView) -> str:
    """Every open-data file with its columns."""
    datasets = project.data.dictionary.record.datasets
    counts = {name: len(rows(project)) for name, rows in DATASETS.items()}
    names = {revision.id: revision.name for revision in project.data.revisions.record.revisions}
    pairs = [(f"{old}-{new}", names[old], names[new]) for old, new in comparable_pairs(project)]
    comparison = project.data.dictionary.record.comparison
    return render(
        "data_dictionary.html", datasets=datasets, counts=counts, comparison=comparison, pairs=pairs, base=page.base
    )
