"""Checks of the word lists of a comparison: `data/notation.yml` and `data/modality.yml`."""

from collections.abc import Iterator

from macros.model.findings import Finding, finding
from macros.model.project import Project


def check_lists(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _check_pairs(project)
    yield from _check_phrases(project)


def _check_pairs(project: Project) -> Iterator[Finding]:
    """Each pair has two different words, once, in one of the two lists."""
    notation = project.data.notation
    seen: dict[frozenset[str], str] = {}
    for key, pairs in (("pairs", notation.record.pairs), ("keep", notation.record.keep)):
        for at, pair in enumerate(pairs):
            words = frozenset(pair)
            if len(words) == 1:
                problem, fix = f"「{pair[0]}」と同じ言葉が並んでいます。", "2つの違う書き方を並べてください。"
            elif words in seen and seen[words] == key:
                problem, fix = f"「{pair[0]}」と「{pair[1]}」の組が、2回あります。", "どちらか一方を消してください。"
            elif words in seen:
                problem = (
                    f"「{pair[0]}」と「{pair[1]}」の組が、pairs（表記だけ）とkeep（意味が変わる）の両方にあります。"
                )
                fix = "合わないほうを消してください。"
            else:
                seen[words] = key
                continue
            yield finding("C011", notation.place(key, at), problem=problem, fix=fix)


def _check_phrases(project: Project) -> Iterator[Finding]:
    """Each ending stands once, in one group."""
    modality = project.data.modality
    seen: dict[str, str] = {}
    for at, group in enumerate(modality.record.groups):
        for row, phrase in enumerate(group.phrases):
            if phrase in seen:
                problem = f"「{phrase}」は、「{seen[phrase]}」の組にもう書いてあります。"
                place = modality.place("groups", at, "phrases", row)
                yield finding("C011", place, problem=problem, fix="どちらか一方を消してください。")
            seen.setdefault(phrase, group.name)
