"""How fast furigana is: proposed by the readers, and set into a page from approved lines."""

from collections.abc import Callable
from functools import cache
from html import escape

import pykakasi

from macros.japanese import words
from macros.japanese.readings import propose
from macros.model.look_up import look_up
from macros.model.project import Project
from macros.model.text import RevisionText
from macros.site import article_text
from macros.site.ruby import apply_ruby
from scripts.bench_texts import plain


def measure_readings(project: Project, text: RevisionText, best: Callable[[Callable[[], object]], float]) -> None:
    """Signs a second, of one revision.

    Args:
        project: for its rules and approved lines.
        text: the revision.
        best: shortest time of several runs of some work.
    """
    lines = plain(text).split("\n")
    size = sum(map(len, lines))
    rules = project.data.reading_rules.record.as_rules()
    approved = project.approved
    page = f"<article>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</article>"
    converter = pykakasi.kakasi()  # type: ignore[no-untyped-call]

    def proposed() -> None:
        for one in words.CACHES:
            one.cache_clear()
        for line in lines:
            propose(line, rules)

    def published() -> None:
        article_text.flows.cache_clear()
        apply_ruby(page, cache(lambda one: look_up(one, approved)))

    alone = best(lambda: [converter.convert(line) for line in lines])
    print(f"ふりがな（{size:,}字）")
    for name, work in (("読みの案を出す", proposed), ("確かめた読みをページに付ける", published)):
        spent = best(work)
        print(f"  {name}：1秒に{size / spent:,.0f}字、pykakasiだけで読む時間の{spent / alone:.1f}倍")
