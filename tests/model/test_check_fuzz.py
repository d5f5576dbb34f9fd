"""Slips of every kind at any place: the check always answers, and in Japanese."""

import random
from pathlib import Path

import pytest

from macros.site.check import check
from tests.model.test_check_cases import contract_problems, wording_problems
from tests.trees import EXAMPLE

SLIPS = [
    *("{{", "}}", "{%", "%}", "{#", "{: ", "}", "[^shi]", "[^x]: 注", "<b>", "</div>", "<!--", "-->", "<", "&#0;"),
    *("`", "\n```\n", "\n~~~\n", "**", "_", "\n## 見出し\n", "\n見出し\n===\n", "\n- a\n", "\n    - b\n", "> ", "|"),
    *(
        "---\n",
        "...\n",
        "\n\n",
        "\n",
        "\t",
        "  \n",
        " ",
        "　",
        "\u00a0",
        "[a](",
        "](b)",
        "[a](../x.md#y)",
        "[a](http://[",
    ),
    *("![](http://[::1)", "\\", "\x07", "\r\n", "😀", "𠮷", "null", "true", "0", "-1", "1e9", "2023-02-30", "!!int x"),
    *("&a", "*a", "<<: *a", "[", "]", ": ", "- ", "? ", '"', "'", "%", "@", "!x", "id: x", '{{ erratum("e07") }}'),
    *('{{ guideline_table("actors") }}', "{: .footnote-ref }", "{: data-table=actors }", "{: #igi }", "{: .column }"),
    *("昭和元年1月1日（月曜日）", "令和99年99月99日（1年）", "平成元年（9999年）", "¹²³", "第Ⅰ章 ", "コラム：", "(1) "),
]
"""What is typed, pasted or left over by mistake, and what someone might try."""

FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.is_file())


@pytest.mark.parametrize("seed", range(40))
def test_the_check_answers_in_japanese_whatever_is_typed(tree: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret: the same slips every time)
    file = tree / chance.choice(FILES)
    text = file.read_text(encoding="utf-8")
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(["", chance.choice(SLIPS)]) + text[at + chance.choice([0, 0, 1, 9]) :]
    file.write_text(text, encoding="utf-8", newline="")

    _, findings = check(tree)

    assert [problem for one in findings for problem in wording_problems(one)] == []
    assert contract_problems(findings) == []
