"""What may lie where in a tree: kinds of files, their names, and the addresses that they take on the site."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from macros.japanese.unseen import find_unseen
from macros.model.findings import Finding, Place, finding

FOLDERS = ("data", "docs")
"""What a contribution may change."""

SETTINGS = "mkdocs.yml"
"""How the site is built; read with the tree, changed with the program."""

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_OTHER_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings, in small or capital letters, that MkDocs takes for pages or copies, but no check reads."""

_MACHINE = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""Files that a desktop leaves wherever somebody looks: never read, never published."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[a-z]+)?")
"""Names of pages, data and folders are parts of addresses and of ids."""

_PICTURE_SIGNS = "-_.（）()・ー～+ "
"""What a picture's name may hold besides letters and digits of any script."""

_DATA = (
    re.compile(r"data/(?!sources/|readings/|frozen/)(?:[^/]+/)*[^/]+\.yml"),
    re.compile(r"data/sources/[^/]+\.txt"),
    re.compile(r"data/readings/(?:[^/]+/)*[^/]+\.txt"),
    re.compile(r"data/frozen/[a-z][a-z0-9-]*\.json"),
)

_TAKEN = {
    "assets": "画面の部品の場所",
    "search": "検索のデータの場所",
    "data": "オープンデータの場所",
    "404.html": "見つからないときのページ",
    "sitemap.xml": "ページの一覧",
    "sitemap.xml.gz": "ページの一覧",
    "feed.xml": "更新の知らせ",
    "feed.json": "更新の知らせ",
    "consultations.ics": "意見募集の予定",
    "robots.txt": "検索サイトへの知らせ",
    "templates": "サイトを作る道具が、ページとして扱わない場所",
}
"""First part of an address below the site's root → what the site itself has there."""

LONGEST_NAME = 100
"""Characters of a name: some file systems take 255 bytes, a third of that in kanji."""


def machine_made(file: str) -> bool:
    """Whether a desktop made this file for itself."""
    return PurePosixPath(file).name in _MACHINE


def check_place(file: str, *, is_folder: bool) -> Finding | None:
    """The finding on a plain file or folder that has no place where it lies; none where it has."""
    place, path = Place(file), PurePosixPath(file)
    if problem := _wrong_name(path, is_folder=is_folder):
        return finding("F009", place, problem=problem)
    if is_folder:
        return None
    if path.parts[0] == "docs":
        return _wrong_kind(path)
    if any(form.fullmatch(file) for form in _DATA):
        return None
    return finding("F013", place)


def _wrong_name(path: PurePosixPath, *, is_folder: bool) -> str | None:
    name = path.name
    if name.startswith("."):
        return "名前が「.」で始まっています。隠れたファイルやフォルダーは置けません。"
    if len(name) > LONGEST_NAME:
        return f"名前が{LONGEST_NAME}文字を超えています。"
    if unseen := find_unseen(name):
        return f"名前に使えない文字（{unseen.name}）があります。"
    if not is_folder and path.parts[0] == "docs" and path.suffix.lower() in _PICTURES:
        odd = next((sign for sign in name if not (sign.isalnum() or sign in _PICTURE_SIGNS)), None)
        return f"名前に使えない文字（U+{ord(odd):04X}）があります。" if odd else None
    if _NAME.fullmatch(name) or (path.suffix.lower() in _OTHER_PAGES and _NAME.fullmatch(name.lower())):
        return None
    odd = next((sign for sign in name if not re.fullmatch(r"[A-Za-z0-9_-]", sign)), name[0])
    return f"名前に使えない文字（U+{ord(odd):04X}）があるか、名前の始まりか終わりの形が違います。"


def _wrong_kind(path: PurePosixPath) -> Finding | None:
    place, ending = Place(path.as_posix()), path.suffix.lower()
    if path.stem.lower() == "readme" and ending in _OTHER_PAGES:
        problem = "「README」という名前のページは、そのフォルダーの入口として扱われます。"
        return finding("T008", place, problem=problem, fix="ファイルの名前を「index.md」に直すか、移してください。")
    if path.suffix == ".md" or ending in _PICTURES:
        return None
    if ending in _OTHER_PAGES:
        problem = f"ページのファイルの終わりが「{path.suffix}」です。"
        return finding("T008", place, problem=problem, fix="ファイルの名前の終わりを「.md」に直してください。")
    return finding("T010", place, kind=f"終わりが「{path.suffix or path.name}」のファイル")


def output_of(file: str) -> str:
    """Path below the site's root of what is made from a file of `docs`: `docs/a/b.md` → `a/b/index.html`."""
    path = PurePosixPath(file).relative_to("docs")
    if path.suffix != ".md":
        return path.as_posix()
    return (path.with_name("index.html") if path.stem == "index" else path.with_suffix("") / "index.html").as_posix()


def check_outputs(files: Iterable[str]) -> Iterator[Finding]:
    """Files of `docs` whose place on the site another file or the site itself has, or would have to be a folder.

    Some hosts do not tell capital from small letters: such addresses are the same.
    """
    made = {file: output_of(file).casefold() for file in files if file.startswith("docs/")}
    first: dict[str, str] = {}
    for file, output in made.items():
        first.setdefault(output, file)
    for file, output in made.items():
        parents = [parent.as_posix() for parent in PurePosixPath(output).parents]
        other = first[output] if first[output] != file else next((first[one] for one in parents if one in first), None)
        taken = _TAKEN.get(PurePosixPath(output).parts[0])
        if taken or other:
            yield finding("F010", Place(file), output=output_of(file), other=taken or other)
