"""What a block in easy Japanese rewrites: `r5/igi@3f2a91c0`, `r5/keitai/itaku`, `source/…`, `site`."""

import re
from dataclasses import dataclass, replace
from typing import Literal

OriginalKind = Literal["section", "row", "source", "consultation", "site"]

_OF_TEXT = re.compile(
    r"(?P<revision>[a-z]+[0-9]+)/(?P<id>[a-z][a-z0-9-]*)(?:/(?P<row>[a-z][a-z0-9-]*))?(?:@(?P<mark>[0-9a-f]{8}))?"
)
_OF_FACTS = re.compile(r"(?P<kind>source|consultation)/(?P<id>[a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Original:
    """One original that a block names."""

    kind: OriginalKind
    """What it is: a section or a row of the guideline, or where a fact comes from."""
    revision: str = ""
    """Id of the revision, for sections and rows."""
    id: str = ""
    """Id of the section (of a row: the section its table stands in), the source or the consultation."""
    row: str = ""
    """Id of the row."""
    mark: str = ""
    """Mark of the text that a person compared the block with; empty while nobody did."""

    @classmethod
    def parse(cls, text: str) -> "Original | None":
        """Read one original as it is written; none where it is not written in any of the forms."""
        if text == "site":
            return cls("site")
        if match := _OF_FACTS.fullmatch(text):
            return cls("source" if match["kind"] == "source" else "consultation", id=match["id"])
        if match := _OF_TEXT.fullmatch(text):
            row, mark = match["row"] or "", match["mark"] or ""
            return cls("row" if row else "section", match["revision"], match["id"], row, mark)
        return None

    def __str__(self) -> str:
        """As it is written, with its mark."""
        return self.name + (f"@{self.mark}" if self.mark else "")

    @property
    def name(self) -> str:
        """As it is written, without its mark."""
        if self.kind in ("section", "row"):
            return "/".join(part for part in (self.revision, self.id, self.row) if part)
        return f"{self.kind}/{self.id}" if self.id else self.kind

    @property
    def of_text(self) -> bool:
        """Whether it is a piece of the guideline's text, which can change and carries a mark."""
        return self.kind in ("section", "row")

    def marked(self, mark: str) -> "Original":
        """The same original with this mark."""
        return replace(self, mark=mark)


def parse_originals(text: str) -> tuple[tuple[Original, ...], tuple[str, ...]]:
    """The originals of a `data-of`, and the words in it that are none."""
    read = [(word, Original.parse(word)) for word in text.split()]
    return tuple(one for _, one in read if one), tuple(word for word, one in read if not one)
