"""What a proposal changes in the guideline's texts, for the summary of its check: `python -m scripts.touched BASE`.

Each text whose files were touched is compared with its neighbours, as `shishin compare` does.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from macros.comparison.pairs import edit_script
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.compare_text import script_text
from macros.views.registry import MACROS
from scripts.github import add_to_summary, cell, room_left

_TEXT = re.compile(r"(?:docs/guideline|data/tables)/(?P<revision>[a-z][a-z0-9-]*)/")

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")

LARGEST = 60_000
"""Characters of a comparison that are still read in a browser; the whole is in the site that was built."""


def changed_files(root: Path, base: str) -> list[str]:
    """Files that differ from the commit `base`; none where that cannot be told."""
    command = ["git", "diff", "--name-only", "-z", "--no-ext-diff", base, "HEAD"]
    run = subprocess.run(command, cwd=root, capture_output=True, check=False)
    return [name.decode("utf-8", "replace") for name in run.stdout.split(b"\0") if name]


def touched_pairs(project: Project, files: Iterable[str]) -> list[tuple[str, str]]:
    """Neighbouring texts, the older first, of which one has a changed file."""
    texts = list(project.texts)
    touched = {match["revision"] for file in files if (match := _TEXT.match(file))}
    return [pair for pair in pairwise(texts) if touched.intersection(pair)]


def comparisons(project: Project, files: Iterable[str]) -> Iterator[str]:
    """Markdown for each touched text."""
    for old, new in touched_pairs(project, files):
        script = edit_script(project, old, new)
        text = _COLOURS.sub("", script_text(script))
        cut = text[:LARGEST].rpartition("\n")[0] if len(text) > LARGEST else text
        more = "\n\n長いので、途中までです。残りは、できたサイトの版の比較にあります。" if cut != text else ""
        names = [cell(project.revision(one).name) for one in (old, new)]
        count = sum(1 for _ in script.changes())
        lines = "<br>".join(cell(line) for line in cut.splitlines())
        yield (
            f"\n## {names[0]}と{names[1]}の違い（変更{count}件）\n\n"
            f"<details><summary>すべての違いを見る</summary>\n\n{lines}{more}\n\n</details>\n"
        )


def main(root: Path, base: str) -> int:
    """Add to the summary what fits in; a comparison that does not is left out whole, and that is said."""
    project, _ = load_project(read_tree(root), MACROS)
    if project is None:
        return 0  # the check has told why
    for text in comparisons(project, changed_files(root, base)):
        left_out = "\n違いは、長くなるので載せていません。できたサイトの版の比較を見てください。\n"
        add_to_summary(text if len(text.encode()) + len(left_out.encode()) <= room_left() else left_out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(), sys.argv[1]))
