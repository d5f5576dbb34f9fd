"""Write the open data beside the built pages."""

from pathlib import Path

from macros.comparison.pairs import comparable_pairs, edit_script
from macros.model.project import Project
from macros.views.compare_csv import script_rows
from macros.views.compare_json import script_json
from macros.views.open_data import DATASETS, to_csv, to_json


def write_data(site: Path, project: Project) -> None:
    """Write `data/*.json`, `data/*.csv` and the comparisons in `data/compare/` into the built folder `site`."""
    folder = site / "data"
    folder.mkdir(exist_ok=True)
    for name, rows in DATASETS.items():
        items = rows(project)
        (folder / f"{name}.json").write_bytes(to_json(items).encode("utf-8"))
        (folder / f"{name}.csv").write_bytes(to_csv(items).encode("utf-8"))
    (folder / "compare").mkdir(exist_ok=True)
    for old, new in comparable_pairs(project):
        script = edit_script(project, old, new)
        path = folder / "compare" / f"{old}-{new}"
        path.with_suffix(".json").write_bytes(script_json(script).encode("utf-8"))
        path.with_suffix(".csv").write_bytes(to_csv(script_rows(script)).encode("utf-8"))
