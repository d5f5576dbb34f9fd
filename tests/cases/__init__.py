"""Cases as readable files: what is changed in the tree of 見本市, and what must be reported.

A case file of `check/`:

    about: 一文で、何を確かめるか。
    change:                       # one after the other
      - file: docs/index.md       # path from the tree's root
        replace: "…"              # stands there exactly once …
        with: "…"                 # … and becomes this
      - {file: …, append: "…"}    # at its end; with `times: 3` three times
      - {file: data/readings/all.txt, approve: true}  # a line for every sentence of the tree
      - {file: data/consultations/r5-2023.yml, freeze: 2023-09-01}  # as `shishin consult open` does on that day
      - {file: docs/a, link: ../scripts}  # a symbolic link
      - {file: …, write: "…"}     # or: delete: true, encode: cp932, crlf: true, size: 10000000
    expect:                       # ALL findings; line is 1 unless given, column is compared where it is given
      - {code: T001, file: docs/index.md, line: 5, says: "words of the message or the fix"}
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.japanese.readings import propose
from macros.model.findings import Finding
from macros.model.look_up import lines_for
from macros.model.project import load_project
from macros.model.readings import Approved, write_line
from macros.model.tree import read_tree
from macros.site.check_furigana import seen_sentences
from macros.site.clock import now
from macros.views.registry import MACROS
from scripts.main import main

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """One case file."""

    name: str
    """Name of the file without its ending."""
    about: str
    """What it shows, in Japanese."""
    change: list[dict[str, Any]]
    """What is done to the tree."""
    expect: list[dict[str, Any]]
    """All findings that `check` must give."""

    def apply(self, tree: Path) -> None:
        """Change the tree as the case says."""
        for change in self.change:
            change_tree(tree, change)

    def missing(self, findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
        """The expected findings that are not among `findings`."""
        return [one for one in self.expect if not any(_is(found, one) for found in findings)]

    def explain(self, findings: tuple[Finding, ...]) -> str:
        """Empty where the findings are exactly the expected ones, else what differs."""
        wrong = [f"missing: {one}" for one in self.missing(findings)]
        wrong += [f"unexpected: {found}" for found in findings if not any(_is(found, one) for one in self.expect)]
        if not wrong and len(findings) != len(self.expect):
            wrong.append(f"{len(findings)} findings for {len(self.expect)} expected ones: {findings}")
        return "\n".join(wrong)


def read_cases(folder: str) -> list[Case]:
    """All cases of a folder, by name."""
    paths = sorted((FOLDER / folder).glob("*.yml"))
    return [Case(path.stem, **yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]


def _is(found: Finding, expected: dict[str, Any]) -> bool:
    place = found.place
    return (
        (found.code, place.file, place.line) == (expected["code"], expected["file"], expected.get("line", 1))
        and place.column == expected.get("column", place.column)
        and expected.get("says", "") in found.message + found.fix
    )


def approve(path: Path) -> None:
    """Write a file of readings with a line for every sentence that the tree around it shows."""
    root = path.parents[2]
    project, _ = load_project(read_tree(root), MACROS)
    assert project
    lines = dict.fromkeys(line for one in seen_sentences(project, now().date()) for line in lines_for(one.sentence))
    path.parent.mkdir(parents=True, exist_ok=True)
    rules = project.data.reading_rules.record.as_rules()
    written = [write_line(Approved(propose(line, rules), twice=True)) for line in lines]
    path.write_text("\n".join(("# 読みを確かめた人：試験", *written, "")), encoding="utf-8")


def change_tree(tree: Path, change: dict[str, Any]) -> None:
    """One change of a case, in the tree."""
    path = tree / change["file"]
    if "write" in change:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["write"], encoding="utf-8", newline="\n")
        return
    if "link" in change:
        path.symlink_to(change["link"])
        return
    if "freeze" in change:
        given = ["--day", str(change["freeze"]), "--root", str(path.parents[2])]
        assert main(["consult", "open", path.stem, *given]) == 0
        return
    if "approve" in change:
        approve(path)
        return
    if "delete" in change:
        path.unlink()
        return
    if "size" in change:
        path.write_bytes(b"a" * change["size"])  # 0: nothing is left in the file
        return
    text = path.read_text(encoding="utf-8")
    if "replace" in change:
        assert text.count(change["replace"]) == 1, f"{path}: {text.count(change['replace'])} x {change['replace']!r}"
        text = text.replace(change["replace"], change["with"])
    text += change.get("append", "") * change.get("times", 1)
    path.write_text(text, encoding=change.get("encode", "utf-8"), newline="\r\n" if "crlf" in change else "\n")
