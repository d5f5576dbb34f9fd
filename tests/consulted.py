"""A consultation of the invented city, for tests only: opened, answered, decided."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from macros.comparison.frozen import freeze, frozen_file
from macros.comparison.pairs import edit_script
from macros.model.project import Project, load_project
from macros.model.tree import read_tree
from macros.views.registry import MACROS
from tests.trees import replace

ID = "mihon-2026"
"""Across the end of a year, so that no state depends on the year alone."""

PAGES = {"": "見本の募集", "/sheet": "意見書", "/counter": "番号で変更を見る"}
"""Its pages with their titles."""

CALLS = (
    f'{{{{ consultation("{ID}") }}}}',
    f'{{{{ consultation_sheet("{ID}") }}}}',
    f'{{{{ consultation_counter("{ID}") }}}}',
)
"""What they ask for."""

RECORD: dict[str, Any] = {
    "id": ID,
    "title": "見本市協働指針（案）へのパブリック・コメント",
    "procedure": "パブリック・コメント",
    "basis": "見本市市民参加条例第10条",
    "proposed": {"revision": "r5", "compared_with": "h25"},
    "announced": date(2026, 12, 20),
    "period": {"start": date(2026, 12, 28), "end": date(2027, 1, 26), "end_hour": "午後5時必着"},
    "about": ["見本市は、協働の進め方を見直します。"],
    "places": ["見本市役所 見本課", "見本市立図書館"],
    "eligible": ["市内に住む人", "市内で働く人と学ぶ人"],
    "responses": [
        {"way": "form", "text": "市のフォームに書いてください。", "to": "https://form.example.jp/iken?text={text}"},
        {"way": "mail", "text": "件名は変えずに送ってください。", "to": "mihonka@city.example.lg.jp"},
        {"way": "telephone", "text": "見本課が聞き取ります。", "to": "000-000-0001"},
        {"way": "fax", "text": "意見書を送ってください。", "to": "000-000-0002"},
        {"way": "counter", "text": "見本課に持ってきてください。"},
        {"way": "post", "text": "見本課に送ってください。", "to": "〒000-0000 見本市見本町1-1"},
    ],
    "required": ["氏名（団体は、名称と代表者の氏名）", "住所", "意見とその理由"],
    "categories": ["市内に住む人", "市内で働く人", "市内で学ぶ人", "市内の団体", "市税を納める人", "利害関係がある人"],
    "help": ["字を書くことが難しい方は、電話で見本課に相談してください。"],
    "briefings": [{"day": date(2027, 1, 9), "hour": "午前10時から", "place": "見本市役所"}],
    "contact": "見本部 見本課",
    "materials": [{"title": "改定の概要", "kind": "PDF、10KB"}],
    "example": True,
    "result": {"status": "unknown", "statement": "結果は、まだありません。"},
    "sources": ["mihon-page"],
}
"""Before the result."""


def project_of(tree: Path) -> Project:
    """The project of a tree without findings."""
    project, findings = load_project(read_tree(tree), MACROS)
    assert project is not None, findings
    return project


def open_consultation(tree: Path, *, pair: tuple[str, str] = ("h25", "r5"), **more: Any) -> dict[str, Any]:
    """Put the example consultation with its frozen set and its three pages into a copy of 見本市's tree."""
    text = freeze(ID, date(2026, 12, 20), edit_script(project_of(tree), *pair))
    (tree / frozen_file(ID)).parent.mkdir()
    (tree / frozen_file(ID)).write_text(text, encoding="utf-8")
    frozen = {"opened": date(2026, 12, 20), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    proposed = {"revision": pair[1], "compared_with": pair[0]}
    record = {**RECORD, "proposed": proposed, "frozen": frozen, **more}
    write(tree, record)
    entries = ""
    for (address, title), call in zip(PAGES.items(), CALLS, strict=True):
        page = tree / f"docs/consultations/{ID}{address}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            f"---\ntitle: {title}\nrender_macros: true\nhide: [toc]\n---\n\n# {title} {{: #consultation }}\n\n{call}\n",
            encoding="utf-8",
        )
        entries += f"      - {title}: consultations/{ID}{address}.md\n"
    entry = "      - 令和5年の意見募集: consultations/r5-2023.md\n"
    replace(tree, "data/nav.yml", entry, entry + entries)
    return record


def write(tree: Path, record: dict[str, Any]) -> None:
    """Write the record."""
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    (tree / f"data/consultations/{ID}.yml").write_text(text, encoding="utf-8")


def result_of(tree: Path, pair: tuple[str, str] = ("h25", "r5")) -> dict[str, Any]:
    """A published result: two opinions about the first change, one about the whole, none about the others."""
    first, second = [change.id for change in edit_script(project_of(tree), *pair).changes()][:2]
    return {
        "status": "published",
        "statement": "3件の意見がありました。",
        "published": date(2027, 3, 1),
        "submitters": 2,
        "opinions": 3,
        "by_way": [{"way": "telephone", "count": 1}, {"way": "mail", "count": 2}, {"way": "fax", "count": 0}],
        "answers": [
            {
                "no": 1,
                "way": "telephone",
                "changes": [first],
                "opinion": "分かりやすくしてください。",
                "reason": "言葉が難しいからです。",
                "view": "分かりやすくします。",
                "action": "adopted",
            },
            {
                "no": 2,
                "way": "mail",
                "changes": [first, second],
                "opinion": "賛成です。",
                "view": "進めます。",
                "action": "included",
            },
            {
                "no": 3,
                "way": "mail",
                "whole": True,
                "opinion": "指針を広めてください。",
                "view": "今後の参考にします。",
                "action": "reference",
            },
        ],
        "withheld": "個人が分かる部分は、載せていません。",
        "decision": "not-adopted",
    }
