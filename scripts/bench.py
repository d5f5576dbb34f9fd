"""`shishin bench`: how fast comparison, furigana and build are, as ratios taken in one run on the same texts."""

import argparse
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from importlib import import_module
from itertools import combinations
from pathlib import Path

from macros.comparison.compare import NO_RULES, compare
from macros.comparison.pairs import comparable_pairs, rules_for
from macros.comparison.rules import Rules
from macros.comparison.tokens import tokens
from macros.comparison.verify import verify
from macros.japanese import words
from macros.japanese.width import fold_width
from macros.model.project import Project, load_project
from macros.model.text import RevisionText
from macros.model.tree import read_tree
from macros.site.clock import now
from macros.views.compare_json import script_json
from macros.views.registry import MACROS, Writer
from scripts.bench_readings import measure_readings
from scripts.bench_site import measure_site
from scripts.bench_texts import as_xml, plain, times

GROWTH = (1, 3, 10, 30)
"""How many times the texts are measured for growth."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("--quick", action="store_true", help="時間のかかるほかの道具との比べを飛ばします")


def run(options: argparse.Namespace) -> int:
    """Measure and print; 1 where there is nothing to compare or a tool is missing."""
    project, _ = load_project(read_tree(options.root), MACROS)
    pairs = comparable_pairs(project) if project else []
    if project is None or not pairs:
        print("比べられる2つの版がないので、測れません。", file=sys.stderr)
        return 1
    old, new = (project.texts[one] for one in pairs[-1])
    rules = rules_for(project.data, old.revision, new.revision)
    ours = _measure_ours(project, old, new, rules)
    _measure_growth(old, new)
    _measure_six(old, new)
    if not _measure_build(options.root, project):
        return 1
    measure_readings(project, new, best)
    if not options.quick and not _measure_others(old, new, ours):
        return 1
    return 0


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Shortest of several runs, in seconds."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def forget_words() -> None:
    """Empty every cache of words, so that the next comparison cuts all words again."""
    for cache in (*words.CACHES, tokens, fold_width):
        cache.cache_clear()


def anew(old: RevisionText, new: RevisionText, rules: Rules = NO_RULES) -> None:
    """Compare with every word cut again."""
    forget_words()
    compare(old, new, rules)


def _measure_ours(project: Project, old: RevisionText, new: RevisionText, rules: Rules) -> float:
    """Seconds for comparing, verifying and rendering, words cut anew."""
    writer = Writer(project, now().date())
    page = f"docs/compare/{old.revision}-{new.revision}.md"

    def work() -> None:
        forget_words()
        script = compare(old, new, rules)
        verify(script)
        script_json(script)

    spent = best(work)
    parts = {
        "比べる（言葉の区切りも新しく求める）": best(lambda: anew(old, new, rules)),
        "比べる（言葉の区切りを覚えている）": best(lambda: compare(old, new, rules)),
        "比べて、確かめて、データにする": spent,
        "ページにする": best(lambda: writer.write("comparison", page, None, old.revision, new.revision)),
    }
    size = len(plain(old)), len(plain(new))
    print(f"2つの案（{size[0]:,}字と{size[1]:,}字）")
    for name, seconds in parts.items():
        print(f"  {name}：{1000 * seconds:.0f}ミリ秒")
    return spent


def _measure_growth(old: RevisionText, new: RevisionText) -> None:
    """Time per text length, against the single length."""
    print("長さを増やしたとき（1.0なら、長さに比例）")
    single = 0.0
    for count in GROWTH:
        longer = times(old, count), times(new, count)
        spent = best(partial(anew, *longer), 3 if count < GROWTH[-1] else 2)
        single = single or spent
        print(f"  {count}倍：{1000 * spent:.0f}ミリ秒、比例との比 {spent / single / count:.2f}")


def _measure_six(old: RevisionText, new: RevisionText) -> None:
    """All pairs of four full revisions, with verification and open data."""
    texts = [old, new, old, new]

    def work() -> None:
        forget_words()
        for one, other in combinations(texts, 2):
            script = compare(one, other)
            verify(script)
            script_json(script)

    print(f"4つの版の6つの組を、比べて、確かめて、データにする：{best(work, 3):.2f}秒")


def _measure_build(root: Path, project: Project) -> bool:
    """The whole build, and the part of it that the comparison takes; False where there is no build."""
    whole = measure_site(root, best)
    if whole is None:
        return False
    writer = Writer(project, now().date())

    def work() -> None:
        forget_words()
        for old, new in comparable_pairs(project):
            rules = rules_for(project.data, old, new)
            script = compare(project.texts[old], project.texts[new], rules)
            verify(script)
            script_json(script)
            writer.write("comparison", f"docs/compare/{old}-{new}.md", None, old, new)

    share = 2 * best(work, 3)  # once in the check, once in MkDocs
    print(f"比較なしで作る時間との比 {whole / (whole - share):.2f}")
    return True


def _measure_others(old: RevisionText, new: RevisionText, ours: float) -> bool:
    """Other tools on the same texts; False where one is not installed."""
    try:
        diff_match_patch = import_module("diff_match_patch").diff_match_patch
        xmldiff = import_module("xmldiff.main")
    except ImportError:
        print("比べる道具が入っていません。make bench で実行してください。", file=sys.stderr)
        return False
    texts = plain(old), plain(new)
    trees = as_xml(old), as_xml(new)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    tools: dict[str, Callable[[], object]] = {
        "difflib（1文字ずつ）": lambda: SequenceMatcher(None, *texts, autojunk=False).get_opcodes(),
        "diff-match-patch（時間の制限なし）": lambda: engine.diff_main(*texts),
        "xmldiff（accurate）": lambda: xmldiff.diff_texts(*trees, diff_options={"ratio_mode": "accurate"}),
    }
    print("ほかの道具で同じ2つの案を比べる時間（このサイトの「比べて、確かめて、データにする」を1とする）")
    for name, work in tools.items():
        spent = best(work, 1)
        print(f"  {name}：{spent:.2f}秒、{spent / ours:.1f}倍")
    return True
