"""`shishin easy`: how easy the easy pages are, what they cover, and marks for what was compared."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from macros.japanese.plain.readability import Measures
from macros.model.accept_easy import unknown_in, with_marks
from macros.model.easy_coverage import coverage
from macros.model.easy_measures import PageMeasures, measures
from macros.model.easy_words import EASY_WORDS
from macros.model.one_line import one_line
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from scripts.check import tell_what_is_skipped
from scripts.save import save_all
from scripts.streams import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument(
        "action",
        metavar="accept",
        nargs="?",
        choices=("accept",),
        help="もとの文と読み比べたページに、印を付けます（書かなければ、読みやすさと節の一覧を出します）",
    )
    parser.add_argument("files", metavar="ファイル", nargs="*", help="印を付けるページ（例：docs/easy/kyodo.md）")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="出し方（指定しなければ text）")


def run(options: argparse.Namespace) -> int:
    """Print the report, or write marks; 1 where it cannot be done, and then nothing is changed."""
    project, _ = load_project(read_tree(options.root), MACROS)
    if project is None:
        return _refuse("データに誤りがあって、調べられません。shishin check で直すところを調べてください。")
    if options.action == "accept":
        return _accept(project, options.root, options.files)
    if not project.easy:
        return _refuse("docs/easy/ に、やさしい日本語のページがありません。先頭の設定に easy: true と書いてください。")
    tell_what_is_skipped(options.root)
    print(FORMATS[options.format](project), end="")
    return 0


def as_text(project: Project) -> str:
    """For a person at the terminal."""
    lines = [f"{one_line(f'{one.page.file}「{one.page.title}」')}\n{_page_lines(one)}" for one in measures(project)]
    found = coverage(project)
    missing = [one for one in found if not one.files]
    lines.append(f"言いかえた節と行：{len(found) - len(missing)} / {len(found)}\n")
    for one in found:
        named = f"{one.original.name}「{one.title}」：{'、'.join(one.files) or 'ありません'}"
        lines.append(f"  {one_line(named)}\n")
    return "".join(lines)


def _page_lines(one: PageMeasures) -> str:
    covered = sum(original.of_text for original in {named.marked("") for named in one.page.originals})
    easy, original = one.easy, one.original
    rows = [
        f"  もとの節と行：{covered}、文：{easy.sentences if easy else 0}",
        f"  1文の言葉：{_number(easy, 'words')}（もと：{_number(original, 'words')}）",
        f"  読みやすさ（jReadability）：{_number(easy, 'score')}（もと：{_number(original, 'score')}）",
        f"  やさしい言葉の割合：{_share(easy)}（もと：{_share(original)}）",
    ]
    return "".join(f"{row}\n" for row in rows)


def _number(measured: Measures | None, name: str) -> str:
    value = getattr(measured, name) if measured else None
    return "なし" if value is None else f"{value:.1f}"


def _share(measured: Measures | None) -> str:
    return "なし" if measured is None or measured.easy is None else f"{measured.easy * 100:.1f}%"


def as_json(project: Project) -> str:
    """The same as data."""
    pages = [
        {
            "file": one.page.file,
            "title": one.page.title,
            "originals": [original.name for original in one.page.originals],
            "floor": round(one.floor, 2),
            "easy": _values(one.easy),
            "original": _values(one.original),
        }
        for one in measures(project)
    ]
    found = [{"original": one.original.name, "title": one.title, "files": list(one.files)} for one in coverage(project)]
    return json.dumps({"pages": pages, "coverage": found}, ensure_ascii=False, indent=1) + "\n"


def _values(measured: Measures | None) -> dict[str, float | int | None] | None:
    if measured is None:
        return None
    return {
        "sentences": measured.sentences,
        "words": round(measured.words, 2),
        "score": None if measured.score is None else round(measured.score, 2),
        "easy": None if measured.easy is None else round(measured.easy, 4),
    }


FORMATS = {"text": as_text, "json": as_json}
"""Name of a format → its writer."""


def _accept(project: Project, root: Path, files: Sequence[str]) -> int:
    """Mark all the files, or none where one of them names what does not exist."""
    if not files:
        return _refuse("印を付けるページを書いてください（例：shishin easy accept docs/easy/kyodo.md）。")
    known = {page.file for page in project.easy} | {EASY_WORDS}
    marked: dict[Path, bytes | None] = {}
    for given in files:
        path = (root / given).resolve()
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else given
        if file not in known or not path.is_file():
            return _refuse(f"{given} は、やさしい日本語のページではありません。docs/easy/ のファイルを書いてください。")
        text = path.read_bytes().decode("utf-8")
        if unknown := unknown_in(project, file, text):
            return _refuse(*(f"{file}：もとの名「{name}」が合いません。{why}" for name, why in unknown))
        marked[path] = with_marks(project, file, text).encode()
    return _save(root, marked)


def _save(root: Path, marked: dict[Path, bytes | None]) -> int:
    changed = {path: content for path, content in marked.items() if path.read_bytes() != content}
    try:
        save_all(changed)
    except OSError:
        return _refuse(
            "ファイルに書けないので、どのページにも印を付けていません。フォルダーに書けるかを確かめてください。"
        )
    for path in marked:
        said = "印を付けました。" if path in changed else "印は、もう付いています。"
        print(f"{one_line(path.relative_to(root).as_posix())}：{said}")
    return 0


def _refuse(*lines: str) -> int:
    for line in lines:
        say(line)
    return 1
