"""What the engine is told beside the two texts."""

from dataclasses import dataclass

from macros.model.comparisons import HandClass, Lineage, Modality, Notation

NO_NOTATION = Notation(pairs=(), keep=())
NO_MODALITY = Modality(groups=())


@dataclass(frozen=True, slots=True)
class Rules:
    """Relations and word lists of one pair of revisions."""

    lineage: Lineage | None = None
    """What people confirmed."""
    notation: Notation = NO_NOTATION
    """Spellings of one word."""
    modality: Modality = NO_MODALITY
    """Endings that bind the city."""
    actors: tuple[str, ...] = ()
    """Words for those who act, in the guideline's terms."""
    classes: tuple[HandClass, ...] = ()
    """Classes set by people."""
    ignore_ids: bool = False
    """Match by the texts alone: no carried ids, lineage, row ids or note names."""
