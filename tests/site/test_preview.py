"""The preview shows what the site will show: the same steps complete its folder."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.model.project import Project
from macros.site import preview


@pytest.mark.parametrize(("command", "times"), [("serve", 1), ("build", 0)])
def test_only_the_preview_completes_its_own_folder(
    tree: Path, monkeypatch: pytest.MonkeyPatch, command: str, times: int
) -> None:
    called: list[tuple[Path, Path]] = []

    def complete(site: Path, project: Project) -> None:
        called.append((site, project.root))

    monkeypatch.setattr(preview, "complete", complete)
    preview.on_startup(command=command)

    preview.on_post_build(
        config=SimpleNamespace(config_file_path=str(tree / "mkdocs.yml"), site_dir=str(tree / "made"))
    )

    assert called == [(tree / "made", tree)] * times
