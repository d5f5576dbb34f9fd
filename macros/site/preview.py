"""Hook of MkDocs for `make serve`: what is done after the build is there in the preview too."""

from pathlib import Path
from typing import Any

from macros.model.project import load_project
from macros.site.furigana import add_furigana
from macros.site.search_readings import write_search_readings
from macros.site.section_links import add_section_links
from macros.site.write_data import write_data
from macros.views.registry import MACROS

_state = {"serving": False}


def on_startup(*, command: str, **_: object) -> None:
    """Remember whether this is the preview: `make site` completes its folder itself."""
    _state["serving"] = command == "serve"


def on_post_build(*, config: Any, **_: object) -> None:
    """Complete the preview's folder: open data, the changes beside the headings, furigana, readings to search by."""
    if _state["serving"]:
        project, _findings = load_project(Path(config.config_file_path).parent, MACROS)
        if project is not None:
            write_data(Path(config.site_dir), project)
            add_section_links(Path(config.site_dir), project)
            add_furigana(Path(config.site_dir), project.root)
            write_search_readings(Path(config.site_dir))
