"""Whether an original is still what a person compared: on a copy of the example that is changed."""

import hashlib
from pathlib import Path

import pytest

from macros.model.easy_marks import counterparts, in_newest, mark_of, state_of, words_of
from macros.model.original import Original
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.site.check import check
from macros.views.registry import MACROS
from scripts.main import main
from tests.trees import replace

RINEN = "docs/guideline/r5/rinen.md"
SUSUMEKATA = "docs/guideline/r5/susumekata.md"
FORMS = "data/tables/r5/forms.yml"
ACTORS = "data/tables/r5/actors.yml"

CHANGES = {
    "r5/rinen": (RINEN, "第Ⅰ章 協働の理念", "第Ⅰ章 協働の考え"),
    "r5/gensoku": (RINEN, "次の原則を守ります", "次の原則を大切にします"),
    "r5/sogo-rikai": (RINEN, "互いの立場", "互いの気持ち"),
    "r5/joho-kokai": (RINEN, "協働の情報を", "情報を"),
    "r5/igi": (RINEN, "協働の輪を広げる", "協働の輪を大きくする"),
    "r5/susumekata": (SUSUMEKATA, "第Ⅱ章 協働の進め方", "第Ⅱ章 進め方"),
    "r5/column-ayumi": (SUSUMEKATA, "これまでの事業", "前の事業"),
}
"""Section → a change of its own text and of no other."""


def project(tree: Path) -> Project:
    """The tree, read again."""
    found, findings = load_project(read_tree(tree), MACROS)
    assert found is not None, findings
    return found


def original(name: str) -> Original:
    """An original as it is written."""
    found = Original.parse(name)
    assert found is not None
    return found


def stale(tree: Path) -> list[str]:
    """What the blocks of the easy page name that is not as it was."""
    here = project(tree)
    named = [(one, block.of) for page in here.easy for block in page.blocks if block.own for one in block.of]
    return [one.name for one, beside in named if state_of(here, one, beside) == "stale"]


def test_nothing_is_stale_at_first(tree: Path) -> None:
    assert stale(tree) == []


@pytest.mark.parametrize(("name", "change"), CHANGES.items(), ids=CHANGES)
def test_a_changed_section_flags_exactly_the_blocks_that_rewrite_it(
    tree: Path, name: str, change: tuple[str, str, str]
) -> None:
    replace(tree, *change)

    assert stale(tree) == [name]


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("r5/shutai/kyosai", FORMS, "examples: 催し", "examples: 祭り"),
        ("r5/shutai/hojo", FORMS, "市が費用を補う方法", "市がお金を補う方法"),
        ("r5/shutai/jumin", ACTORS, "独創性", "創造性"),
        ("r5/shutai/shi", ACTORS, "公平性", "公正性"),
    ],
)
def test_a_changed_row_flags_what_rewrites_it_and_its_section(
    tree: Path, name: str, file: str, old: str, new: str
) -> None:
    replace(tree, file, old, new)

    assert sorted(stale(tree)) == sorted(["r5/shutai", name])


def test_a_new_number_of_a_section_or_of_a_note_is_no_change(tree: Path) -> None:
    replace(tree, RINEN, "## 2 協働の意義", "## 3 協働の意義")
    replace(tree, RINEN, "市民[^shimin]と市[^shi]は", "市民[^shi]と市[^shimin]は")

    assert stale(tree) == []


def test_a_note_belongs_to_the_section_that_refers_to_it(tree: Path) -> None:
    replace(tree, RINEN, "見本市に住み、働き、学ぶ人", "見本市に住む人")

    assert stale(tree) == ["r5/gensoku"]


def test_a_section_inside_is_not_part_of_its_section(tree: Path) -> None:
    here = project(tree)

    assert "立場" not in words_of(here.texts["r5"], original("r5/gensoku"))


def test_the_mark_is_the_hash_of_the_words(tree: Path) -> None:
    here = project(tree)
    words = "相互理解の原則\n市民と市は、互いの立場を十分に理解します。"

    assert words_of(here.texts["r5"], original("r5/sogo-rikai")) == words
    assert mark_of(here, original("r5/sogo-rikai")) == hashlib.sha256(words.encode()).hexdigest()[:8]


@pytest.mark.parametrize("name", ["r5/xxx", "h10/igi", "r5/shutai/xxx", "source/xxx", "consultation/xxx"])
def test_what_names_nothing_is_unknown(tree: Path, name: str) -> None:
    assert state_of(project(tree), original(name)) == "unknown"


@pytest.mark.parametrize("name", ["site", "source/r5-draft", "consultation/r5-2023"])
def test_what_carries_no_mark_is_fresh(tree: Path, name: str) -> None:
    assert state_of(project(tree), original(name)) == "fresh"


def test_what_nobody_compared_is_unmarked(tree: Path) -> None:
    assert state_of(project(tree), original("r5/igi")) == "unmarked"


def test_an_older_text_is_stale_where_the_newer_one_differs_or_has_nothing(tree: Path) -> None:
    here = project(tree)
    states = {}
    for name in ("h25/igi", "h25/kongo", "h25/rinen"):
        marked = original(name).marked(mark_of(here, original(name)) or "")
        states[name] = (state_of(here, marked), state_of(here, marked, [marked, original("r5/igi")]))

    assert states == {"h25/igi": ("stale", "fresh"), "h25/kongo": ("stale", "fresh"), "h25/rinen": ("fresh", "fresh")}


def test_a_new_revision_flags_what_it_changes(tree: Path) -> None:
    assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0
    copied = stale(tree)
    replace(tree, RINEN.replace("r5", "r8"), "協働の輪を広げる", "協働の輪を大きくする")
    changed = stale(tree)
    text = (tree / RINEN.replace("r5", "r8")).read_text(encoding="utf-8")
    start, end = text.index("### (1)"), text.index("### (2)")
    (tree / RINEN.replace("r5", "r8")).write_text(text[:start] + text[end:], encoding="utf-8")

    assert (copied, changed, stale(tree)) == ([], ["r5/igi"], ["r5/igi", "r5/sogo-rikai"])


def test_a_renamed_section_is_followed(tree: Path) -> None:
    lineage = "data/lineage/h25-r5.yml"
    relation = "sections:\n  - {kind: renamed, old: [kongo], new: [column-ayumi], note: 移りました。}\n"
    (tree / lineage).write_text((tree / lineage).read_text(encoding="utf-8") + relation, encoding="utf-8")

    assert counterparts(project(tree), original("h25/kongo"), "r5") == (original("r5/column-ayumi"),)


def test_what_became_of_a_section_in_the_newest_text(tree: Path) -> None:
    here = project(tree)

    assert in_newest(here, original("h25/igi")) == (original("r5/igi"),)
    assert in_newest(here, original("r5/igi")) == (original("r5/igi"),)
    assert in_newest(here, original("h25/kongo")) == ()
    assert in_newest(here, original("h25/kongo"), last=True) == (original("h25/kongo"),)
    assert in_newest(here, original("h99/igi"), last=True) == ()


def test_rows_are_followed_by_their_ids(tree: Path) -> None:
    here = project(tree)

    assert counterparts(here, original("h25/shutai/shi"), "r5") == (original("r5/shutai/shi"),)


def test_the_check_names_the_block_its_section_and_what_to_do(tree: Path) -> None:
    replace(tree, "docs/easy/kyodo.md", "r5/joho-kokai@", "r5/joho-kokai@00000000 site r5/joho-kokai@")
    _, findings = check(tree)
    (found,) = [one for one in findings if one.code == "E003"]

    assert "情報公開の原則" in found.message
    assert "shishin easy accept docs/easy/kyodo.md" in found.fix
