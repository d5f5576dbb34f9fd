"""Sections of two revisions that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relations:
    """Sections of two revisions that belong together."""

    primary: dict[str, str]
    """Older section → the newer one that continues it: one to one."""
    others: tuple[tuple[str, str], ...]
    """Further pairs (older, newer) between which text went over."""

    def edges(self) -> list[tuple[str, str]]:
        """All pairs, those that continue first."""
        return [*self.primary.items(), *self.others]
