"""The words of a comparison: classes, flags, kinds and the names of what is compared."""

from dataclasses import dataclass

from macros.comparison.script import BlockChange, ChangeClass, ChangeKind, Flag
from macros.model.html_blocks import BlockKind
from macros.model.project import Project
from macros.model.text import RevisionText, Section
from macros.views.relations import chapter_of, full_name, in_chapter

WEIGHTS: tuple[ChangeClass, ...] = ("content", "wording", "notation", "move", "number")
"""The weightiest first: a change of several classes is counted once, by the first of these."""

CLASS_NAMES: dict[ChangeClass, str] = {
    "content": "内容",
    "wording": "言い換え",
    "notation": "表記",
    "move": "移動",
    "number": "番号",
}
"""Classes as a change bears them."""

FLAG_NAMES: dict[Flag, str] = {
    "modality": "文の終わりの言い方の違い",
    "quantity": "数の違い",
    "date": "日付の違い",
    "actor": "主体の違い",
}
"""What a reader should look at."""

KIND_NAMES: dict[ChangeKind, str] = {
    "unchanged": "変わっていません",
    "modified": "変わりました",
    "moved": "移りました",
    "split": "分かれました",
    "merged": "合わさりました",
    "new": "加わりました",
    "deleted": "なくなりました",
}
"""What became of a block or section."""

TYPE_NAMES: dict[BlockKind, str] = {
    "heading": "見出し",
    "paragraph": "段落",
    "item": "項目",
    "row": "表の行",
    "note": "注",
    "figure": "図の題",
}
"""What a block is."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that are counted, shown and hidden together."""

    id: str
    """Name in the page's HTML."""
    name: str
    """Name for readers."""
    about: str
    """What belongs to it."""
    classes: tuple[ChangeClass, ...]
    """Weightiest classes of its changes."""


GROUPS = (
    Group("content", "内容", "言葉の増減、新しい段落、なくなった段落など", ("content",)),
    Group("wording", "言い換え", "別の言い方に変わったもの", ("wording",)),
    Group("notation", "表記だけ", "漢字と仮名など、同じ言葉の書き方だけが変わったもの", ("notation",)),
    Group("place", "番号・移動だけ", "番号か場所だけが変わったもの", ("move", "number")),
)
"""In the order of their weight."""


@dataclass(frozen=True, slots=True)
class Names:
    """How a comparison names its two sides."""

    old: str
    """The older revision."""
    new: str
    """The newer revision."""
    adjacent: bool
    """Whether one follows the other: only then is it a 新旧対照表."""
    titles: tuple[str, str]
    """Titles of the columns, newer first; empty where the names of the revisions say it all."""
    between: tuple[str, ...]
    """Revisions between the two."""

    @property
    def table(self) -> str:
        """What the table is called."""
        return "新旧対照表" if self.adjacent else "版の比較"

    @property
    def added(self) -> str:
        """What stands beside a new text."""
        return "（新設）" if self.adjacent else "なし"

    @property
    def removed(self) -> str:
        """What stands beside a text that is gone."""
        return "（削る）" if self.adjacent else "なし"


def names_of(project: Project, old_id: str, new_id: str) -> Names:
    """How the comparison of two revisions names them.

    Raises:
        KeyError: where there is no such revision, or the first is not older than the second.
    """
    old, new = project.revision(old_id), project.revision(new_id)
    revisions = project.data.revisions.record.revisions
    first, last = revisions.index(old), revisions.index(new)
    if first >= last:
        raise KeyError(f"{old_id}より後の版")
    conventions = project.data.site.record.comparison
    titles = conventions.adopted_titles if new.text == "adopted" else conventions.draft_titles
    return Names(
        old=old.name,
        new=new.name,
        adjacent=last - first == 1,
        titles=(titles[0], titles[1]) if last - first == 1 else ("", ""),
        between=tuple(one.name for one in revisions[first + 1 : last]),
    )


def weightiest(change: BlockChange) -> ChangeClass:
    """The class by which a change is counted."""
    return next((one for one in WEIGHTS if one in change.classes), "content")


def group_of(change: BlockChange) -> Group:
    """The group to which a change belongs."""
    weight = weightiest(change)
    return next(group for group in GROUPS if weight in group.classes)


def class_names(change: BlockChange) -> list[str]:
    """All classes of a change, the weightiest first."""
    return [CLASS_NAMES[one] for one in WEIGHTS if one in change.classes]


def type_name(change: BlockChange) -> str:
    """What the blocks of a change are called."""
    block = (change.new or change.old)[0]
    return "目次の行" if block.table == "contents" else TYPE_NAMES[block.kind]


def cite(text: RevisionText, section: Section) -> str:
    """A section as we cite it, with 第 and 章 where a chapter is printed with a bare number."""
    top = chapter_of(text, section)
    if not in_chapter(text, section):
        return "表紙" if section is top else section.title
    name = full_name(text, section)
    return f"第{top.number}章{name.removeprefix(top.number)}" if top.number.isdigit() else name
