"""Write the open data beside the built pages."""

from pathlib import Path

from macros.model.project import Project
from macros.views.open_data import DATASETS, to_csv, to_json


def write_data(site: Path, project: Project) -> None:
    """Write `data/*.json` and `data/*.csv` into the built folder `site`."""
    folder = site / "data"
    folder.mkdir(exist_ok=True)
    for name, rows in DATASETS.items():
        items = rows(project)
        (folder / f"{name}.json").write_bytes(to_json(items).encode("utf-8"))
        (folder / f"{name}.csv").write_bytes(to_csv(items).encode("utf-8"))
