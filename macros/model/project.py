"""The whole of a tree: its data files, its pages and the texts of its revisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from macros.model.approved import ApprovedReadings, load_approved
from macros.model.comparisons import ComparisonNotes, Lineage, Modality, Notation, Reasons
from macros.model.consultations import Consultation
from macros.model.converter import check_converter
from macros.model.directory import Dictionary, Glossary, Groups, Site
from macros.model.easy import EasyPage, is_easy, read_easy
from macros.model.easy_words import EASY_WORDS, EasyWords
from macros.model.findings import Finding, Place, finding
from macros.model.load import Loaded, load, load_optional
from macros.model.page_html import PageHtml, read_page_html
from macros.model.read_revision import page_files, read_revision
from macros.model.reading_rules import ReadingRules
from macros.model.revisions import Revision, Revisions
from macros.model.sources import DraftMarks, Errata, Sources
from macros.model.table_rows import Tables
from macros.model.tables import Contents, DomainTable, Proposals, Table
from macros.model.text import RevisionText
from macros.model.tree import Tree, list_files
from macros.model.yaml_file import YamlFile, read_yaml

T = TypeVar("T")

PLAIN_TABLES = ("actors", "forms")
"""Tables with one text per column."""


@dataclass(frozen=True, slots=True)
class Data:
    """The data files, each as a record that knows its places."""

    site: Loaded[Site]
    """`data/site.yml`"""
    revisions: Loaded[Revisions]
    """`data/revisions.yml`"""
    sources: Loaded[Sources]
    """`data/sources.yml`"""
    errata: Loaded[Errata]
    """`data/errata.yml`"""
    proposals: Loaded[Proposals]
    """`data/proposals.yml`"""
    groups: Loaded[Groups]
    """`data/groups.yml`"""
    glossary: Loaded[Glossary]
    """`data/glossary.yml`"""
    dictionary: Loaded[Dictionary]
    """`data/dictionary.yml`"""
    consultations: tuple[Loaded[Consultation], ...]
    """`data/consultations/*.yml`, by file name."""
    draft_marks: tuple[Loaded[DraftMarks], ...]
    """`data/draft_marks/*.yml`, by file name."""
    tables: dict[str, Tables]
    """By id of the revision: `data/tables/<revision>/*.yml`."""
    lineage: tuple[Loaded[Lineage], ...]
    """`data/lineage/*.yml`, by file name."""
    comparisons: tuple[Loaded[ComparisonNotes], ...]
    """`data/comparisons/*.yml`, by file name."""
    reasons: tuple[Loaded[Reasons], ...]
    """`data/reasons/*.yml`, by file name."""
    notation: Loaded[Notation]
    """`data/notation.yml`"""
    modality: Loaded[Modality]
    """`data/modality.yml`"""
    reading_rules: Loaded[ReadingRules]
    """`data/reading_rules.yml`"""
    easy_words: Loaded[EasyWords]
    """`data/easy_words.yml`; nothing in it where the file is absent."""
    nav: YamlFile
    """`data/nav.yml`: the navigation, in the form of MkDocs."""

    def loaded(self) -> Iterator[Loaded[Any]]:
        """Every data file with a record."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Loaded):
                yield value
            elif isinstance(value, tuple):
                yield from value
        for tables in self.tables.values():
            yield from tables.plain.values()
            yield from (table for table in (tables.domains, tables.contents) if table)

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the files themselves."""
        found = [one for loaded in self.loaded() for one in loaded.findings]
        return (*found, *self.nav.findings)

    def files(self) -> set[str]:
        """Files that were read, as paths from the root."""
        return {loaded.source.file for loaded in self.loaded()} | {self.nav.file}


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Everything that the site is made of."""

    tree: Tree
    """The files that it was read from."""
    data: Data
    """The data files."""
    pages: dict[str, PageHtml]
    """Pages of `docs/` by their path from the root."""
    texts: dict[str, RevisionText]
    """Texts by id of the revision, for revisions whose text is at hand and whose pages could all be read."""
    approved: ApprovedReadings
    """Readings that people approved."""
    easy: tuple[EasyPage, ...] = ()
    """Pages in easy Japanese, by file name."""

    @property
    def root(self) -> Path:
        """Top of the tree."""
        return self.tree.root

    def revision(self, revision_id: str) -> Revision:
        """The revision with this id.

        Raises:
            KeyError: where there is none.
        """
        for revision in self.data.revisions.record.revisions:
            if revision.id == revision_id:
                return revision
        raise KeyError(revision_id)

    @property
    def newest(self) -> RevisionText | None:
        """The newest text at hand."""
        return next(reversed(self.texts.values()), None)


def load_data(tree: Tree) -> Data:
    """Read all data files of the tree; each tells what is wrong with it."""
    revisions = load(tree, "data/revisions.yml", Revisions)
    with_text = [one for one in revisions.value.revisions if one.text != "none"] if revisions.value else []
    return Data(
        site=load(tree, "data/site.yml", Site),
        revisions=revisions,
        sources=load(tree, "data/sources.yml", Sources),
        errata=load(tree, "data/errata.yml", Errata),
        proposals=load(tree, "data/proposals.yml", Proposals),
        groups=load(tree, "data/groups.yml", Groups),
        glossary=load(tree, "data/glossary.yml", Glossary),
        dictionary=load(tree, "data/dictionary.yml", Dictionary),
        consultations=_load_folder(tree, "data/consultations", Consultation),
        draft_marks=_load_folder(tree, "data/draft_marks", DraftMarks),
        tables={revision.id: _load_tables(tree, revision.id) for revision in with_text},
        lineage=_load_folder(tree, "data/lineage", Lineage),
        comparisons=_load_folder(tree, "data/comparisons", ComparisonNotes),
        reasons=_load_folder(tree, "data/reasons", Reasons),
        notation=load(tree, "data/notation.yml", Notation),
        modality=load(tree, "data/modality.yml", Modality),
        reading_rules=load(tree, "data/reading_rules.yml", ReadingRules),
        easy_words=load_optional(tree, EASY_WORDS, EasyWords),
        nav=read_yaml(tree, "data/nav.yml"),
    )


def _load_folder(tree: Tree, folder: str, kind: type[T]) -> tuple[Loaded[T], ...]:
    return tuple(load(tree, file, kind) for file in list_files(tree, folder, "yml"))


def _load_tables(tree: Tree, revision: str) -> Tables:
    folder = f"data/tables/{revision}"
    present = {PurePosixPath(file).stem: file for file in list_files(tree, folder, "yml")}
    return Tables(
        plain={name: load(tree, present[name], Table) for name in PLAIN_TABLES if name in present},
        domains=load(tree, present["domains"], DomainTable) if "domains" in present else None,
        contents=load(tree, present["contents"], Contents) if "contents" in present else None,
    )


def load_project(tree: Tree, macros: Collection[str]) -> tuple[Project | None, tuple[Finding, ...]]:
    """Read all that a tree holds.

    Args:
        tree: its files.
        macros: names that pages may call.

    Returns:
        The project, none where a data file has an error, and all findings of reading.
    """
    data = load_data(tree)
    pages: dict[str, PageHtml] = {}
    findings = list(data.findings())
    if refused := check_converter(tree):
        return None, (*findings, *refused)
    for file in list_files(tree, "docs", "md"):
        page, found = read_page_html(tree, file, macros)
        findings += found
        if page is not None:
            pages[file] = page
    if data.findings():
        return None, tuple(findings)
    texts = {}
    for revision in data.revisions.record.revisions:
        if revision.text != "none":
            findings += _check_chapters(tree, revision, pages)
            if all(file in pages for file, _ in page_files(revision)):
                text, found = read_revision(revision, pages, data.tables[revision.id], data.proposals)
                findings += found
                texts[revision.id] = text
    easy = tuple(read_easy(source) for source in pages.values() if is_easy(source.page))
    return Project(tree, data, pages, texts, load_approved(tree), easy), tuple(findings)


def _check_chapters(tree: Tree, revision: Revision, pages: dict[str, PageHtml]) -> Iterator[Finding]:
    """The chapters named in the data and the files of the folder are the same, and each knows its revision."""
    named = {file for file, _ in page_files(revision)}
    for file in sorted(named & set(pages)):
        page = pages[file].page
        if page.head.revision != revision.id:
            problem = f"この章の版が「{page.head.revision or 'なし'}」になっています。"
            fix = f"先頭の設定に「revision: {revision.id}」と書いてください。"
            yield finding("T004", page.head_source.place("revision"), problem=problem, fix=fix)
        if not page.head.text:
            problem = "本文のある版の章に「text: false」と書いてあります。"
            yield finding("T004", page.head_source.place("text"), problem=problem, fix="その行を消してください。")
    present = set(tree.names(f"docs/guideline/{revision.id}", "md"))
    for file in sorted(named - present):
        problem = f"章のファイル {PurePosixPath(file).name} がありません。"
        yield finding(
            "T004",
            Place(file),
            problem=problem,
            fix="ファイルを置くか、revisions.ymlのchaptersから消してください。",
        )
    for file in sorted(present - named):
        problem = f"章のファイル {PurePosixPath(file).name} が、revisions.ymlのchaptersにありません。"
        yield finding(
            "T004",
            Place(file),
            problem=problem,
            fix="revisions.ymlのchaptersに書き足すか、ファイルを消してください。",
        )
