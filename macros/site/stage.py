"""The checked pages as the generator gets them: written by us, from the bytes that were checked.

No difference between two readers can matter: what stands between our reading of a head and that of MkDocs (a head may
end at `...` for one and at `---` for the other) is gone, since the head is written anew, value by value.
"""

import json
from pathlib import Path

from macros.model.page import Page
from macros.model.project import Project


def stage(project: Project, docs: Path) -> None:
    """Write every file of `docs/` that was read into the empty folder `docs`."""
    for file, data in project.tree.files.items():
        if file.startswith("docs/"):
            target = docs / file.removeprefix("docs/")
            target.parent.mkdir(parents=True, exist_ok=True)
            page = project.pages.get(file)
            target.write_bytes(page_text(page.page).encode("utf-8") if page else data)


def page_text(page: Page) -> str:
    """A page with its head in the one form that no YAML reader takes for anything else: a JSON value a line."""
    values = page.head_source.value or {}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for key, value in values.items())
    return f"---\n{head}---\n{page.body}"
