"""Sentences that carry furigana: those of the built article of every page, each with one file of readings as its home.

A sentence that stands on several pages is approved once. Its home is the file of a table's data that holds it, else
the newest page of the guideline. The site's own sentences are approved by their forms, at the first page that shows
them; the words of the frame around the pages have a file of their own.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.model.approved import sentences
from macros.model.check_words import texts_of
from macros.model.html_blocks import read_blocks
from macros.model.look_up import lines_for
from macros.model.project import Project
from macros.model.read_revision import page_files
from macros.model.tree import Tree, list_files
from macros.model.yaml_file import read_yaml
from macros.site.article_text import texts_in
from macros.site.check_furigana import seen_sentences
from macros.site.clock import now

FRAME = "overrides"
"""Words of the frame around all pages: their readings stand in `data/readings/overrides.txt`."""

DATA = ("data/proposals.yml", "data/groups.yml", "data/consultations/")
"""Beginnings of the paths of data that pages show in tables, in the order in which they are asked."""


def sentences_of(page: str) -> list[str]:
    """Sentences with kanji in the article of a built page, in order, each once."""
    return list(dict.fromkeys(sentence for text in texts_in(page) for sentence in sentences(text)))


def page_of(address: str, tree: Tree) -> str:
    """The page in `docs` of a built file: `a/b/index.html` → `docs/a/b.md` or `docs/a/b/index.md`."""
    place = PurePosixPath("docs", address.removesuffix("index.html").removesuffix(".html"))
    has_folder = place == PurePosixPath("docs") or str(place / "index.md") in tree.files
    return (place / "index.md" if has_folder else place.with_suffix(".md")).as_posix()


def built_sentences(tree: Tree, site: Path) -> dict[str, list[str]]:
    """Sentences with kanji of every built page, by page (`docs/….md`), sorted by page."""
    return {
        page_of(path.relative_to(site).as_posix(), tree): sentences_of(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def homes(project: Project, site: Path) -> dict[str, list[str]]:
    """Every sentence of the built pages once, in order, by the page or file of data whose file of readings holds it."""
    built = built_sentences(project.tree, site)
    wanted = {sentence for listed in built.values() for sentence in listed}
    found: dict[str, list[str]] = {}
    for source, listed in _texts(project):
        mine = [sentence for sentence in dict.fromkeys(listed) if sentence in wanted]
        wanted.difference_update(mine)
        found.setdefault(source, []).extend(mine)
    known = {sentence for listed in found.values() for sentence in listed}
    seen = {one.sentence for one in seen_sentences(project, now().date())}
    for page in dict.fromkeys([*found, *built]):
        for sentence in (one for one in built.get(page, []) if one in wanted):
            mine = [line for line in dict.fromkeys(lines_for(sentence)) if line not in known]
            known.update(mine)
            is_of_frame = sentence not in seen and page in project.tree.files
            found.setdefault(FRAME if is_of_frame else page, []).extend(mine)
    return {source: listed for source, listed in found.items() if listed}


def _texts(project: Project) -> Iterator[tuple[str, list[str]]]:
    """What is approved sentence by sentence: data of tables, then the guideline, newest text first."""
    files = list_files(project.tree, "data", "yml")
    revisions = [project.revision(one) for one in reversed(list(project.texts))]
    beginnings = (*(f"data/tables/{one.id}/" for one in revisions), *DATA)
    for file in dict.fromkeys(file for beginning in beginnings for file in files if file.startswith(beginning)):
        texts = [text for _, text in texts_of(read_yaml(project.tree, file).value)]
        yield file, [sentence for text in texts for sentence in sentences(text)]
    for page in (file for one in revisions for file, _ in page_files(one)):
        yield page, [one for block in read_blocks(project.pages[page].html) for one in sentences(block.text)]
