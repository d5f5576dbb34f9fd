"""Hook of MkDocs for `make serve`: what is done after the build is there in the preview too."""

from pathlib import Path
from typing import Any

from macros.model.project import load_project
from macros.site.finish import complete
from macros.views.registry import MACROS

_state = {"serving": False}


def on_startup(*, command: str, **_: object) -> None:
    """Remember whether this is the preview: `make site` completes its folder itself."""
    _state["serving"] = command == "serve"


def on_post_build(*, config: Any, **_: object) -> None:
    """Complete the preview's folder, without the checks and the policy that `finish` adds."""
    if _state["serving"]:
        project, _findings = load_project(Path(config.config_file_path).parent, MACROS)
        if project is not None:
            complete(Path(config.site_dir), project)
