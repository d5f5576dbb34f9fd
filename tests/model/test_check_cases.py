"""Every case of `tests/cases/check`: exactly these findings, in Japanese, at these places; every check is needed."""

import ast
import json
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from macros.model.findings import Finding, Place, catalogue, finding, in_order
from macros.model.yaml_file import parse_yaml
from macros.site.check import check
from scripts.check import as_json
from tests.cases import Case, read_cases
from tests.paths import ROOT

CASES = read_cases("check")

KEYS = ["code", "severity", "file", "line", "column", "message", "fix"]
"""Keys of a finding in JSON: the contract."""

_QUOTED = re.compile(r"「[^「」]*」")
_ENGLISH = re.compile(r"[A-Za-z]+ [A-Za-z]+|[A-Z][a-z]+[A-Z]\w*")
_UNFILLED = re.compile(r"(?<!\{)\{[a-z_]+\}(?!\})|\{\{\{")
_KANA = re.compile(r"[ぁ-ん]")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gives_exactly_the_findings_that_it_names(tree: Path, case: Case) -> None:
    case.apply(tree)

    _, findings = check(tree)

    assert case.explain(findings) == ""
    assert [problem for one in findings for problem in wording_problems(one)] == []
    assert contract_problems(findings) == []


def wording_problems(found: Finding) -> list[str]:
    """What is wrong with the words of a finding: empty, no Japanese, a name left unfilled, an error text in English."""
    problems = []
    for words in (found.message, found.fix):
        ours = _without_quotations(words)
        if not _KANA.search(words):
            problems.append(f"not Japanese: {words}")
        if _UNFILLED.search(ours):
            problems.append(f"left unfilled: {words}")
        if _ENGLISH.search(ours):
            problems.append(f"English: {words}")
    return problems


def _without_quotations(words: str) -> str:
    """The words less what stands in 「」, however deep."""
    shorter = _QUOTED.sub("", words)
    return words if shorter == words else _without_quotations(shorter)


def contract_problems(findings: tuple[Finding, ...]) -> list[str]:
    """What is wrong with the findings as JSON."""
    items = json.loads(as_json(findings))
    order = [(one["file"], one["line"], one["column"], one["code"]) for one in items]
    problems = [f"keys: {list(one)}" for one in items if list(one) != KEYS]
    problems += [f"place: {one}" for one in items if one["line"] < 1 or one["column"] < 1 or one["file"][:1] in "/."]
    return problems + ([] if order == sorted(order) else [f"order: {order}"])


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("", "not Japanese"),
        ("File not found", "not Japanese"),
        ("項目「{key}」がありません。", ""),
        ("項目{key}がありません。", "left unfilled"),
        ("プログラムの中で止まりました（ValueError）。", "English"),
        ("読めません：found character here。", "English"),
        ("「found character」があります。", ""),
    ],
)
def test_bad_wording_is_noticed(message: str, problem: str) -> None:
    found = Finding("F001", "error", Place("a"), message, "直してください。")

    assert [one.split(":")[0] for one in wording_problems(found)][:1] == ([problem] if problem else [])


def test_findings_out_of_order_are_noticed() -> None:
    later, earlier = finding("F004", Place("b")), finding("F001", Place("a", 2))

    assert contract_problems((later, earlier)) != []
    assert contract_problems(in_order((later, earlier, later))) == []


def test_a_case_notices_a_missing_a_different_and_an_unexpected_finding() -> None:
    case = Case("x", "x", [], [{"code": "F001", "file": "a", "line": 2, "column": 3, "says": "元に"}])
    right = finding("F001", Place("a", 2, 3))

    assert case.explain((right,)) == ""
    assert case.explain(()) != ""
    assert case.explain((right, finding("F004", Place("a", 2, 3)))) != ""
    assert case.explain((right, right)) != ""
    assert case.explain((finding("F001", Place("a", 1, 3)),)) != ""
    assert case.explain((finding("F001", Place("a", 2, 4)),)) != ""
    assert case.explain((finding("F004", Place("a", 2, 3)),)) != ""


PROGRAM = {"C001"}
"""A slip of the program, which no text or data can make: `tests/comparison/test_check_comparisons.py`."""

BUILT = {"R013"}
"""What is only seen on built pages, as everything under B: `tests/site/test_furigana_pages.py`."""


def test_every_code_outside_b_and_x_is_expected_by_a_case_that_passes() -> None:
    """B is seen on built sites only, X is no finding: `tests/scripts/test_stops.py`."""
    expected = {one["code"] for case in CASES for one in case.expect}

    assert {code for code in catalogue() if code[0] not in "BX" and code not in PROGRAM | BUILT} - expected == set()


def test_the_programs_use_exactly_the_codes_of_the_catalogue() -> None:
    used = set()
    for path in [*(ROOT / "macros").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used |= {node.value} if re.fullmatch(r"[A-Z]\d{3}", node.value) else set()

    assert used == set(catalogue())


CHECKS = {
    "macros.comparison.check_comparisons._check_named": "C004",
    "macros.comparison.check_counterparts._lost": "C006",
    "macros.comparison.check_counterparts._swapped": "C008",
    "macros.comparison.check_counterparts._unexplained": "C009",
    "macros.comparison.check_frozen._check_adopted": "K019 K020",
    "macros.comparison.check_frozen._check_draft": "K021",
    "macros.comparison.check_frozen._check_file": "K015",  # without it, what reads a broken set stops
    "macros.comparison.check_frozen._check_left_over": "K013",
    "macros.comparison.check_frozen._check_opinions": "K016 K017 K018 K022",
    "macros.model.check_consultations._check_counts": "K007",
    "macros.model.check_consultations._check_days": "K001 K005 K006",
    "macros.model.check_consultations._check_hours": "K002",
    "macros.model.check_consultations._check_numbers": "K008",
    "macros.model.check_consultations._check_response": "K003 K004",
    "macros.model.check_consultations._check_status": "K009",
    "macros.model.check_data._check_dates": "D003 D004 D005",
    "macros.model.check_data._check_ids": "D001",
    "macros.model.check_data._check_names": "D008",
    "macros.model.check_data._check_references": "D002",
    "macros.model.check_data._check_sections": "D002",
    "macros.model.check_data.check_written": "D003 D004",
    "macros.model.check_easy._check_coverage": "E005",
    "macros.model.check_easy._check_easy_places": "E010",
    "macros.model.check_easy._check_named_originals": "E001 E002",
    "macros.model.check_easy._check_states": "E003 E004",
    "macros.model.check_easy_language._check_meanings": "E022",
    "macros.model.check_easy_language._check_sentences": "E012",
    "macros.model.check_easy_words._check_twice": "E008",
    "macros.model.check_easy_words._check_unused": "E009",
    "macros.model.check_easy_words._check_word_originals": "E002 E003",
    "macros.model.check_easy_words._check_word_readings": "E008",
    "macros.model.check_lineage._check_adjacent": "C005",
    "macros.model.check_lineage._check_counts": "C007",
    "macros.model.check_lineage._check_ends": "C010",
    "macros.model.check_lineage._check_pair": "C002",
    "macros.model.check_lineage._check_sense": "C010",
    "macros.model.check_lists._check_pairs": "C011",
    "macros.model.check_lists._check_phrases": "C011",
    "macros.model.check_named._check_ends": "C003 C010",
    "macros.model.check_named._check_relation": "C003 C010",
    "macros.model.check_named._check_rows": "C003",
    "macros.model.check_named._check_sections": "C003 C010",
    "macros.model.check_pages._check_attribute_lists": "T007",
    "macros.model.check_pages._check_attributes": "T007",
    "macros.model.check_pages._check_references": "F007",
    "macros.model.check_given._check_notation": "R001 R002 R003 R004",
    "macros.model.check_given._check_text": "R015",
    "macros.model.check_given._check_values": "R015",
    "macros.model.check_plausible._check_marks": "R018",
    "macros.model.check_plausible._check_unproposed": "R017",
    "macros.model.check_plausible._check_unsure": "R019",
    "macros.model.check_readings._check_homographs": "R014",
    "macros.model.check_source._check_errata": "S004 S005",
    "macros.model.check_source._check_terms": "S005",
    "macros.model.check_source._check_text": "S001 S002 S003",
    "macros.model.check_source.compare_units": "S001",
    "macros.model.check_source.check_marks": "S006",
    "macros.model.read_revision._check_article": "B020 B021 B022",
    "macros.model.read_revision.check_article": "B020 B021 B022",
    "macros.model.check_tables._check_cells": "F007",
    "macros.model.check_tables._check_domains": "D006",
    "macros.model.check_tables._check_plain": "D006",
    "macros.model.macro_calls._comments": "M002",
    "macros.model.macro_calls._unasked": "M001",
    "macros.model.tree.check_outputs": "F010",
    "macros.model.tree.check_place": "F009 T008 T010",
    "macros.model.page.check_titles": "M002 Y007",
    "macros.model.project._check_chapters": "T004",
    "macros.model.project.check_converter": "F001",
    "macros.model.read_revision._check_ids": "T001 T002 T003 T005",
    "macros.model.read_revision.check_headings": "T009",
    "macros.site.check._check_rendered": "M005 L001 L002",
    "macros.site.check.check_calendar": "D007",
    "macros.site.check.check_comparisons": "C004",
    "macros.site.check.check_consultations": "K001 K002 K003 K004 K005 K006 K007 K008 K009",
    "macros.site.check.check_contacts": "Y008",
    "macros.site.check.check_counterparts": "C006 C008 C009",
    "macros.site.check.check_data": "D001 D002 D003 D004 D005 D008",
    "macros.site.check.check_easy": "E001 E002 E003 E004 E005 E010",
    "macros.site.check.check_easy_language": "E012 E022",
    "macros.site.check.check_easy_measures": "E011",
    "macros.site.check.check_easy_words": "E002 E003 E008 E009",
    "macros.site.check.check_frozen": "K010 K011 K012 K013 K014 K015 K016 K017 K018 K019 K020 K021 K022",
    "macros.site.check.check_furigana": "R011 R012 R016",
    "macros.site.check.check_given": "R015",
    "macros.site.check.check_ids": "T003 T015",
    "macros.site.check.check_lineage": "C002 C005 C007 C010",
    "macros.site.check.check_links": "L001 L002",
    "macros.site.check.check_lists": "C011",
    "macros.site.check.check_look_alikes": "F021 F022",
    "macros.site.check.check_chapter_names": "T012 L004",
    "macros.site.check.check_named": "C003 C010",
    "macros.site.check.check_nav": "L003",
    "macros.site.check.check_page": "T006 T007",
    "macros.site.check.check_plausible": "R017 R018 R019",
    "macros.site.check.check_reading_rules": "R010",
    "macros.site.check.check_readings": "R001 R002 R003 R004 R005 R006 R007 R008 R009 R014",
    "macros.site.check.check_sources": "S001 S002 S003 S004 S005",
    "macros.site.check.check_tables": "D006",
    "macros.site.check.check_titles": "M002 Y007",
    "macros.site.check.check_words": "Y007 Y008 Y009",
    "macros.model.text_file.beyond": "F030",
    "macros.model.bounds._deep": "F032",
    "macros.model.bounds._indented": "F032",
    "macros.model.bounds._long": "F034",
    "macros.model.bounds._many": "F033",
    "macros.model.yaml_file._refused_signs": "Y006",
    "macros.model.yaml_file._refused_words": "Y011",
    "macros.site.check_ids._check_data_ids": "T015",
    "macros.site.check_ids._check_page_ids": "T003",
}
"""Checks, by the name under which they are called, with the codes that they give."""


@pytest.mark.parametrize(("name", "codes"), CHECKS.items())
def test_without_a_check_its_cases_fail(tree: Path, monkeypatch: pytest.MonkeyPatch, name: str, codes: str) -> None:
    module, function = name.rsplit(".", 1)
    monkeypatch.setattr("macros.model.yaml_file.parse_yaml", parse_yaml)
    monkeypatch.setattr(import_module(module), function, lambda *_args, **_kwargs: ())
    found = [case for case in CASES if {one["code"] for one in case.expect} & set(codes.split())]

    assert any(_fails(tree, case) for case in found)


def _fails(tree: Path, case: Case) -> bool:
    """True if the case, tried on the tree, no longer gives an expected finding; the tree is left as it was."""
    before = {file: (tree / file).read_bytes() for file in _files(tree, case)}
    case.apply(tree)
    try:
        _, findings = check(tree)
    except Exception:  # what the check kept away does harm: that is a failure too
        findings = ()
    for file in _files(tree, case):
        (tree / file).unlink(missing_ok=True)
    shutil.rmtree(tree / "data" / "frozen", ignore_errors=True)
    for file, data in before.items():
        (tree / file).write_bytes(data)
    return case.missing(findings) != []


def _files(tree: Path, case: Case) -> list[str]:
    return [change["file"] for change in case.change if (tree / change["file"]).exists()]


def test_every_check_is_tried() -> None:
    """A check that is added to the model without a case for it fails here."""
    listed = {name.rsplit(".", 1)[1] for name in CHECKS}
    defined = set()
    for path in [*(ROOT / "macros" / "model").glob("*.py"), *(ROOT / "macros" / "comparison").glob("check_*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and re.match(r"_?check_", node.name):
                defined.add(node.name)

    assert defined - listed == set()


def test_a_case_is_named_after_a_code_that_it_expects_or_is_a_counter_example() -> None:
    odd = [
        case.name
        for case in CASES
        if case.expect and case.name.split("-")[0] not in {one["code"] for one in case.expect}
    ]

    assert odd == []


def test_a_case_says_in_a_japanese_sentence_what_it_shows_and_no_two_say_the_same() -> None:
    said = [case.about for case in CASES]

    assert [about for about in said if not (about.endswith("。") and _KANA.search(about))] == []
    assert [about for about in said if said.count(about) > 1] == []
