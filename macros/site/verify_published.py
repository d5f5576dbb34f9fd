"""What was published, read back: the comparison's open data against the pages of both revisions."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

from macros.comparison.contract import text_hash
from macros.japanese.numbering import split_heading
from macros.model.html_blocks import HtmlBlock, read_element
from macros.model.project import Project
from macros.model.read_revision import page_files

Plain = tuple[str, str, str]
"""Type, printed number and words of a block."""


def verify_published(site: Path, project: Project, old: str, new: str) -> list[str]:
    """What does not hold, a Japanese sentence each: both texts are rebuilt from the JSON alone and compared by hash.

    Args:
        site: the built folder.
        project: which pages a revision has.
        old: the older revision.
        new: the newer revision.
    """
    name = f"data/compare/{old}-{new}.json"
    try:
        script = json.loads((site / name).read_text(encoding="utf-8"))
        rebuilt = {side: list(rebuild(script, side)) for side in ("old", "new")}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, IndexError):
        return [f"公開したデータ {name} がないか、読めません。make site でサイトを作り直してください。"]
    problems = []
    for side, revision in (("old", old), ("new", new)):
        try:
            published = list(read_pages(site, project, revision))
        except OSError:
            problems.append(f"版「{revision}」のページがありません。make site でサイトを作り直してください。")
            continue
        if len({text_hash(rebuilt[side]), text_hash(published), script["sha256"][side]}) > 1:
            problems.append(_explain(name, revision, rebuilt[side], published))
    return problems


def _explain(name: str, revision: str, rebuilt: list[Plain], published: list[Plain]) -> str:
    """Where the two texts part."""
    odd = next((pair for pair in zip(rebuilt, published, strict=False) if pair[0] != pair[1]), None)
    where = f"ページでは「{odd[1][2][:30]}」、データでは「{odd[0][2][:30]}」です。" if odd else "文の数が違います。"
    if rebuilt == published:
        where = "書いてある照合の値が違います。"
    said = f"{name} から組み立てた版「{revision}」の文が、ページと違います。{where}"
    return f"{said}make site でサイトを作り直してください。"


def rebuild(script: dict[str, Any], side: str) -> Iterator[Plain]:
    """The blocks of one side in their order, their words taken from the spans, not from the copies beside them.

    Raises:
        ValueError: where spans and blocks do not fit.
    """
    found: list[tuple[int, Plain]] = []
    other = "insert" if side == "old" else "delete"
    for change in script["blocks"]:
        text = "".join(span[1] for span in change["spans"] if span[0] != other)
        for block in change[side]:
            words, text = text[: len(block["text"])], text[len(block["text"]) :]
            if words != block["text"]:
                raise ValueError(change["id"])
            found.append((block["at"], (block["type"], block.get("number_text", ""), words)))
        if text:
            raise ValueError(change["id"])
    for _, block in sorted(found):
        yield block


def read_pages(site: Path, project: Project, revision: str) -> Iterator[Plain]:
    """The blocks of a revision as its built pages show them.

    Raises:
        OSError: where a page is missing.
    """
    for _, address in page_files(project.revision(revision)):
        page: Any = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))
        for element in page.xpath("//div[@data-text=$revision]", revision=revision):
            yield from (_plain(block) for block in read_element(element))


def _plain(block: HtmlBlock) -> Plain:
    if block.kind != "heading":
        return block.kind, "", block.text
    heading = split_heading(block.text)
    return block.kind, heading.number, heading.title
