"""Pages in easy Japanese of the invented city, for tests only."""

import hashlib
import shutil
from pathlib import Path

from macros.model.easy_marks import mark_of
from macros.model.original import Original
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from tests.trees import replace

PAGE = """---
title: 協働のきまり
easy: true
checked_by: []
---

# 協働のきまり {: #kimari data-of="r5/rinen" }

協働〈＝みんなで力を合わせること〉のきまりです。

## 大切なきまり {: #taisetsu data-of="r5/gensoku{gensoku}" }

市民と市は、きまりを守ります。市民活動をする市民もいます。協働で、町をよくします。
{: data-of="r5/gensoku{gensoku} h25/gensoku" }

- 市民は、意見を出します。
- [協働](words.md)の話をします。協働は、大切です。

## 意味 {: #imi data-of="r5/igi{igi}" }

市民と市が力を合わせます。それが協働です。

見本課に聞いてください。
{: data-of="source/mihon-page" }

## このページについて {: #page data-of="site" }

この文の書き方や進め方や話し合い方や考え方には、もとの文がありません。
"""

WORDS_PAGE = """---
title: 言葉の意味
easy: true
render_macros: true
---

# 言葉の意味 {: #words data-of="site" }

言葉を、あいうえおの順番に並べました。

{{ easy_words() }}
"""

WORDS = """words:
  - {id: shimin, word: 市民, reading: しみん, meaning: 町に住む人です。, of: [r5/gensoku]}
  - {id: shi, word: 市, reading: し, meaning: 市役所です。}
  - {id: kyodo, word: 協働, also: [協働する], reading: きょうどう, meaning: 力を合わせることです。, of: [r5/igi]}
  - {id: gaku, word: がく, reading: がく, meaning: お金です。}
names: [見本市, みほらぼ]
"""


def write_easy(tree: Path) -> None:
    """Put the pages into a copy of the example in the place of its own, the originals compared by a person."""
    shutil.rmtree(tree / "docs/easy")
    (tree / "docs/easy").mkdir()
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    marks = {one: f"@{mark_of(project, Original('section', 'r5', one))}" for one in ("gensoku", "igi")}
    page = PAGE
    for name, mark in marks.items():
        page = page.replace(f"{{{name}}}", mark)
    (tree / "docs/easy/index.md").write_text(page, encoding="utf-8")
    (tree / "docs/easy/words.md").write_text(WORDS_PAGE, encoding="utf-8")
    (tree / "data/easy_words.yml").write_text(WORDS, encoding="utf-8")
    nav = "  - やさしい日本語:\n      - 協働のきまり: easy/index.md\n      - 言葉の意味: easy/words.md\n"
    replace(tree, "data/nav.yml", "  - やさしい日本語: easy/kyodo.md\n", nav)


def easy_project(tree: Path) -> Project:
    """The tree with its easy pages."""
    project, _ = load_project(read_tree(tree), MACROS)
    assert project is not None
    return project


def revise(tree: Path, old: str, new: str, source: tuple[str, str] | None = None) -> None:
    """Change the newest text, and its source with it (`source`: how it stands there)."""
    replace(tree, "docs/guideline/r5/rinen.md", old, new)
    file = tree / "data/sources/r5-draft.txt"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    replace(tree, "data/sources/r5-draft.txt", *(source or (old, new)))
    replace(tree, "data/revisions.yml", before, hashlib.sha256(file.read_bytes()).hexdigest())
