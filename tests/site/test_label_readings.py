"""Labels of cells: their readings stand in an attribute of their own, and the label stays as it is."""

import pytest

from macros.site.label_readings import add_label_readings, without_label_readings
from tests.site.test_ruby import by_machine


@pytest.mark.parametrize(
    ("label", "reading"),
    [
        ("内容", "内容（ないよう）"),
        ("想定される事例", "想定（そうてい）される事例（じれい）"),
        ("「A&amp;B」の協働", "「A&amp;B」の協働（きょうどう）"),
    ],
)
def test_a_label_is_read(label: str, reading: str) -> None:
    found = add_label_readings(f'<td data-label="{label}">協働</td>', by_machine)

    assert found == f'<td data-label="{label}" data-label-reading="{reading}">協働</td>'
    assert without_label_readings(found) == f'<td data-label="{label}">協働</td>'


@pytest.mark.parametrize("cell", ['<td data-label="ID">協働</td>', "<td>協働</td>", '<td data-label="">協働</td>'])
def test_a_label_without_kanji_stays_alone(cell: str) -> None:
    assert add_label_readings(cell, by_machine) == cell
