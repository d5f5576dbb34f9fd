"""The views of consultations: states, links for opinions, the 意見書, the result; on an invented example."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html

from macros.comparison.frozen_sets import adopted_script
from macros.model.project import Project
from macros.site.check import check
from macros.views.comparison import comparison
from macros.views.consultation_paper import consultation_counter, consultation_sheet
from macros.views.consultation_time import print_period, state_of
from macros.views.consultations import banners, consultation, consultation_list
from macros.views.frame import PageView
from macros.views.home import consultation_state
from macros.views.qr import qr_svg
from macros.views.section_changes import section_changes
from scripts.main import main
from tests.comparison.texts import real_project
from tests.consulted import ID, RECORD, open_consultation, project_of, result_of, write
from tests.trees import replace

SITE = "https://example.jp/shishin/"
FIRST, LAST = date(2026, 12, 28), date(2027, 1, 26)
DAY = timedelta(days=1)
PAGE = PageView(f"docs/consultations/{ID}.md", site_url=SITE)
COMPARED = PageView("docs/compare/h25-r5.md", site_url=SITE)


@pytest.fixture
def opened(tree: Path) -> Project:
    """見本市 with the example consultation, before any result."""
    open_consultation(tree)
    return project_of(tree)


@pytest.fixture
def decided(tree: Path) -> Project:
    """The same with a published result."""
    write(tree, {**open_consultation(tree), "result": result_of(tree)})
    return project_of(tree)


def tree_of(text: str) -> Any:
    """A macro's output, parsed."""
    return html.fragment_fromstring(text, create_parent="div")


def shown(element: Any) -> str:
    """What a reader sees on the day of the build."""
    for one in element.xpath(".//*[@hidden]"):
        one.drop_tree()
    return str(element.text_content())


def test_the_example_has_nothing_to_mend(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = open_consultation(tree)
    assert check(tree)[1] == ()
    monkeypatch.setenv("SHISHIN_NOW", "2027-03-02")
    write(tree, {**written, "result": result_of(tree)})
    assert check(tree)[1] == ()


@pytest.mark.parametrize(
    ("day", "state"), [(FIRST - DAY, "before"), (FIRST, "open"), (LAST, "open"), (LAST + DAY, "closed")]
)
def test_both_days_belong_to_the_period(opened: Project, day: date, state: str) -> None:
    one = next(loaded.record for loaded in opened.data.consultations if loaded.record.id == ID)

    assert state_of(one, day) == state


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (FIRST - DAY, "これから意見を募ります"),
        (FIRST, "今、意見を募っています"),
        (LAST, "今、意見を募っています"),
        (LAST + DAY, "募集は終わりました"),
    ],
)
def test_every_page_says_the_state_and_both_days(opened: Project, day: date, words: str) -> None:
    home = PageView("docs/index.md")
    pages = [
        consultation(opened, PAGE, ID, today=day),
        consultation_list(opened, PageView("docs/consultations/index.md"), today=day),
        comparison(opened, COMPARED, "h25", "r5", today=day),
    ]
    if day <= LAST:
        pages.append(consultation_state(opened, home, today=day))

    for page in pages:
        said = shown(tree_of(page))
        assert words in said
        assert "令和8年（2026年）12月28日（月曜日）から令和9年（2027年）1月26日（火曜日）午後5時必着" in said
        assert "見本です" in said


def test_an_hour_is_printed_only_where_it_is_given(opened: Project) -> None:
    one = next(loaded.record for loaded in opened.data.consultations if loaded.record.id == ID)

    assert print_period(one.period).endswith("午後5時必着")
    for real in real_project().data.consultations:
        assert print_period(real.record.period).endswith("曜日）まで")
        assert "時" not in print_period(real.record.period)


def test_a_banner_stands_only_until_the_end(opened: Project) -> None:
    assert [one["state"] for one in banners(opened, FIRST - DAY)] == ["before"]
    assert [one["state"] for one in banners(opened, LAST)] == ["open"]
    assert banners(opened, LAST + DAY) == []
    assert banners(real_project(), date(2026, 11, 22)) == []


def links_of(page: str) -> list[str]:
    """Where the links for opinions lead."""
    return [str(one) for one in tree_of(page).xpath("//a[contains(@class, 'consult-write')]/@href")]


def test_each_change_offers_a_mail_and_a_form_with_its_number_words_and_address(opened: Project) -> None:
    page = tree_of(comparison(opened, COMPARED, "h25", "r5", today=FIRST))
    rows = page.xpath("//tr[contains(concat(' ', @class, ' '), ' change ')]")

    for number, row in enumerate(rows, 1):
        mail, form = (str(one) for one in row.xpath(".//a[contains(@class, 'consult-write')]/@href"))
        assert mail.startswith("mailto:mihonka@city.example.lg.jp?")
        fields = parse_qs(urlsplit(mail).query)
        assert fields["subject"] == [f"意見（変更{number}）"]
        lines = fields["body"][0].split("\r\n")
        assert lines[1] == f"変更{number}"
        assert f"{SITE}consultations/{ID}/counter/#{number}" in lines
        text = parse_qs(urlsplit(form).query)["text"][0]
        assert text.startswith(f"変更{number} ")
        assert f"#{number}" in text
        assert len(mail) < 2000
    assert len(rows) > 40


def test_the_quotation_in_a_mail_is_the_text_of_the_draft(opened: Project) -> None:
    row = tree_of(comparison(opened, COMPARED, "h25", "r5", today=FIRST)).xpath("//tr[@data-group]")[1]
    body = unquote(row.xpath(".//a[contains(@class, 'consult-write')]/@href")[0])

    assert "「見本県 見本市」" in body


def test_no_link_bears_a_word_about_a_person(opened: Project) -> None:
    pages = [consultation(opened, PAGE, ID, today=FIRST), comparison(opened, COMPARED, "h25", "r5", today=FIRST)]
    pages.append(consultation_counter(opened, PAGE, ID, today=FIRST))

    links = [unquote(link) for page in pages for link in links_of(page)]

    assert len(links) > 100
    for link in links:
        filled = link.split("body=")[-1]
        for label in ("氏名（団体は、名称と代表者の氏名）：", "住所："):
            if label in filled:
                after = filled.split(label, 1)[1].split("\r\n", 1)[0]
                assert after == ""
        assert "000-000" not in link
        assert not urlsplit(link).username


def test_the_whole_and_what_did_not_change_can_be_commented_on(opened: Project) -> None:
    page = consultation(opened, PAGE, ID, today=FIRST)

    said = shown(tree_of(page))
    assert "指針全体への意見" in said
    assert "変わっていない部分への意見" in said
    subjects = [parse_qs(urlsplit(link).query)["subject"][0] for link in links_of(page) if link.startswith("mailto")]
    assert subjects == ["意見（指針全体）", "意見（変わっていない部分）"]


def test_every_section_of_the_draft_offers_a_way(opened: Project) -> None:
    page = PageView("docs/guideline/r5/rinen.md", "r5", SITE)

    for section, part in section_changes(opened, page, today=FIRST).items():
        write_links = tree_of(part).xpath("//div[@class='section-write']//a/@href")
        assert len(write_links) == 2
        assert f"guideline/r5/rinen/#{section}" in unquote(write_links[0]) or section == "rinen"
    assert "この変更に意見を書く" in section_changes(opened, page, today=FIRST)["rinen"]
    assert "意見を書く" not in "".join(section_changes(opened, page, today=LAST + DAY).values())


def test_after_the_end_no_way_is_left(opened: Project) -> None:
    after = LAST + DAY

    for page in (
        consultation(opened, PAGE, ID, today=after),
        comparison(opened, COMPARED, "h25", "r5", today=after),
        consultation_counter(opened, PAGE, ID, today=after),
    ):
        assert links_of(page) == []
        assert "mailto:" not in page
        assert "data-when" not in page


def test_where_neither_mail_nor_form_is_given_the_link_leads_to_the_paper(tree: Path) -> None:
    ways = [one for one in RECORD["responses"] if one["way"] not in ("mail", "form")]
    open_consultation(tree, responses=ways)

    links = links_of(comparison(project_of(tree), COMPARED, "h25", "r5", today=FIRST))

    assert set(links) == {f"../../consultations/{ID}/sheet/"}


def test_a_form_that_takes_no_text_gets_it_beside_the_link(tree: Path) -> None:
    open_consultation(
        tree, responses=[{"way": "form", "text": "書いてください。", "to": "https://form.example.jp/iken"}]
    )

    page = tree_of(comparison(project_of(tree), COMPARED, "h25", "r5", today=FIRST))
    row = page.xpath("//tr[@data-group]")[0]

    assert row.xpath(".//a[contains(@class, 'consult-write')]/@href") == ["https://form.example.jp/iken"]
    assert "変更1 " in row.xpath(".//*[@class='consult-copy']")[0].text_content()


def test_ways_stand_with_telephone_fax_counter_and_post_first(opened: Project) -> None:
    page = tree_of(consultation(opened, PAGE, ID, today=FIRST))

    ways = [one.text for one in page.xpath("//dt[.='出し方']/following-sibling::dd//strong")]

    assert ways == ["電話", "ファクス", "窓口", "郵送", "メール", "フォーム"]


def test_the_sheet_asks_what_the_procedure_asks_and_names_every_change(opened: Project) -> None:
    page = tree_of(consultation_sheet(opened, PAGE, ID, today=FIRST))

    boxes = [one.text_content() for one in page.xpath("//*[contains(@class, 'sheet-field')]")]
    assert boxes[:2] == ["氏名（団体は、名称と代表者の氏名）", "住所"]
    assert boxes[-2:] == ["意見", "理由"]
    assert len(page.xpath("//*[@class='sheet-categories']//li")) == 6
    changes = page.xpath("//ul[@class='sheet-changes']/li")
    for number, change in enumerate(changes, 1):
        address = f"{SITE}consultations/{ID}/counter/#{number}"
        assert change.xpath(".//svg/@aria-label") == [f"二次元コード：{address}"]
        assert change.xpath(".//*[@class='sheet-address']")[0].text == address.removeprefix("https://")
    assert page.xpath("//@style") == []


def test_without_an_address_of_the_site_the_sheet_has_no_codes(opened: Project) -> None:
    page = tree_of(consultation_sheet(opened, PageView(PAGE.file), ID, today=FIRST))

    assert page.xpath("//svg") == []
    assert page.xpath("//*[@class='sheet-address']")[0].text == f"consultations/{ID}/counter/#1"


def test_nothing_is_asked_that_the_procedure_does_not_ask(tree: Path) -> None:
    open_consultation(tree, required=[], categories=[], procedure="意見募集", basis=None)
    project = project_of(tree)

    paper = tree_of(consultation_sheet(project, PAGE, ID, today=FIRST)).xpath("//div[@class='sheet-paper']")[0]
    sheet = shown(paper)
    page = shown(tree_of(consultation(project, PAGE, ID, today=FIRST)))

    for word in ("氏名", "住所", "区分", "理由"):
        assert word not in sheet
    for word in ("必要な記載", "提出する人の区分", "根拠"):
        assert word not in page


def test_the_code_is_made_of_rectangles_with_a_quiet_zone() -> None:
    drawn: Any = html.fragment_fromstring(qr_svg("https://example.jp/"))

    size = int(drawn.get("viewbox", drawn.get("viewBox")).split()[2])
    path = drawn.xpath(".//path/@d")[0]
    xs = [int(step.split()[0]) for step in path.split("M")[1:]]
    assert min(xs) == 4
    assert (size - 8 - 17) % 4 == 0


def test_the_counter_shows_both_texts_of_every_number(opened: Project) -> None:
    page = tree_of(consultation_counter(opened, PAGE, ID, today=FIRST))
    changes = page.xpath("//section[@class='counter-change']")

    assert [one.get("id") for one in changes] == [str(number) for number in range(1, len(changes) + 1)]
    assert [one.get("href") for one in page.xpath("//nav//a")] == [f"#{one.get('id')}" for one in changes]
    assert all(len(one.xpath(".//*[@class='counter-side']")) == 2 for one in changes)


@pytest.mark.parametrize("name", ["r5-2023", "nai"])
def test_what_was_not_opened_here_has_neither_sheet_nor_counter(opened: Project, name: str) -> None:
    for view in (consultation_sheet, consultation_counter):
        with pytest.raises(KeyError, match=name):
            view(opened, PAGE, name, today=FIRST)


def test_the_result_leads_from_opinion_to_change_and_back(decided: Project) -> None:
    after = date(2027, 3, 2)
    page = tree_of(consultation(decided, PAGE, ID, today=after))
    compared = tree_of(comparison(decided, COMPARED, "h25", "r5", today=after))
    rows = compared.xpath("//tr[@data-group]")

    assert page.xpath("//tr[@id='answer-2']//a/@href") == [f"../../consultations/{ID}/counter/#{n}" for n in (1, 2)]
    assert "指針全体" in page.xpath("//tr[@id='answer-3']")[0].text_content()
    told = [row.xpath(".//*[@class='consult-opinions']")[0].text_content() for row in rows[:3]]
    assert told[0].startswith("この変更への意見：2件")
    assert told[1].startswith("この変更への意見：1件")
    assert told[2] == "この変更への意見：0件"
    assert rows[0].xpath(".//*[@class='consult-opinions']//a/@href") == [
        f"../../consultations/{ID}/#answer-1",
        f"../../consultations/{ID}/#answer-2",
    ]


def test_the_result_counts_every_change_and_says_what_was_decided(decided: Project) -> None:
    page = tree_of(consultation(decided, PAGE, ID, today=date(2027, 3, 2)))

    counts = [one.text_content() for one in page.xpath("//ul[@class='change-counts']/li")]
    assert len(counts) == len(tree_of(comparison(decided, COMPARED, "h25", "r5")).xpath("//tr[@data-group]"))
    assert sum("意見：0件" in one for one in counts) == len(counts) - 2
    said = shown(page)
    for words in (
        "定めないことにしました",
        "個人が分かる部分は、載せていません。",
        "電話 1件、メール 2件、ファクス 0件",
    ):
        assert words in said
    assert "意見を反映しました" in said
    assert "理由の記載はありません。" in said


def test_before_the_result_no_number_is_claimed(opened: Project) -> None:
    said = shown(tree_of(consultation(opened, PAGE, ID, today=LAST + DAY)))

    assert "意見の数" in said
    assert "資料では確認できていません。" in said
    assert "0件" not in said
    assert "この変更への意見" not in comparison(opened, COMPARED, "h25", "r5", today=LAST + DAY)


def test_a_draft_that_was_edited_later_says_what_became_of_each_number(tree: Path) -> None:
    open_consultation(tree)
    replace(tree, "docs/guideline/r5/index.md", "見本県 見本市", "見本県 見本市 見本課")
    project = project_of(tree)

    page = shown(tree_of(consultation(project, PAGE, ID, today=FIRST)))
    counter = tree_of(consultation_counter(project, PAGE, ID, today=FIRST))
    compared = shown(tree_of(comparison(project, COMPARED, "h25", "r5", today=FIRST)))

    assert "意見を募ったあとに、案の文が変わりました。" in page
    assert "その後：意見を募ったあとに、変わりました" in counter.xpath("//section[@id='2']")[0].text_content()
    assert "見本県 見本市 見本課" not in counter.xpath("//section[@id='2']")[0].text_content()
    assert "その後：意見を募ったときのままです" in counter.xpath("//section[@id='1']")[0].text_content()
    assert "意見を募ったあとに、変わりました" in compared


@pytest.mark.parametrize(("name", "result"), [("h31-2019", "結果は、資料では確認できていません。"), ("r5-2023", "0件")])
def test_the_real_pages_say_what_is_known_and_every_gap(name: str, result: str) -> None:
    project = real_project()
    one = next(loaded.record for loaded in project.data.consultations if loaded.record.id == name)
    page = tree_of(consultation(project, PageView(f"docs/consultations/{name}.md"), name, today=date(2026, 11, 22)))
    said = shown(page)

    for words in (*one.unknown, *one.notes, *one.meetings, *one.about, result, "募集は終わりました"):
        assert words in said
    assert len(one.unknown) >= 5
    assert "23:59" not in said
    assert page.xpath("//a[contains(@href, '/compare/')]")
    assert ("0件" in said) == (name == "r5-2023")
    assert "必要な記載" not in said
    assert ("条例" in said) == (name == "h31-2019")


@pytest.fixture
def adopted(tree: Path) -> Project:
    """The same with an adopted text: one change came from an opinion, one from the city, one was taken back."""
    written = open_consultation(tree)
    assert main(["new-revision", "r8", "--from", "r5", "--root", str(tree)]) == 0
    replace(tree, "docs/guideline/r8/rinen.md", "次の原則を守ります。", "次の原則を必ず守ります。")
    replace(tree, "docs/guideline/r8/index.md", "見本県 見本市", "見本県 見本市 見本課")
    result = {**result_of(tree), "decision": "adopted", "adopted_revision": "r8"}
    write(tree, {**written, "result": result})
    script = adopted_script(project_of(tree), ID)
    assert script is not None
    own, caused = [change.id for change in script.changes()]
    result["answers"][0]["adopted"] = [caused]
    result["own_changes"] = [{"change": own, "note": "担当の名前を加えました。"}]
    write(tree, {**written, "result": result})
    return project_of(tree)


def test_the_adopted_text_says_what_became_of_each_number_and_why(adopted: Project) -> None:
    after = date(2027, 3, 2)
    page = tree_of(consultation(adopted, PAGE, ID, today=after))
    said = shown(page)
    fates = [one.text_content() for one in page.xpath("//ul[@class='change-counts']//*[@class='consult-fate']")]

    assert len(fates) == len(page.xpath("//ul[@class='change-counts']/li"))
    assert all("では：" in one for one in fates)
    assert sum("意見を募ったあとに、変わりました" in one for one in fates) == 2
    assert "定めました" in said
    assert (
        page.xpath("//h3[@id='own-changes']/following-sibling::ul[1]/li")[0]
        .text_content()
        .endswith("担当の名前を加えました。")
    )
    caused = page.xpath("//tr[@id='answer-1']//a[contains(@href, 'compare/r5-r8/')]")
    assert [one.text for one in caused] == ["第Ⅰ章1「協働の原則」の変更"]


def test_changes_that_opinions_caused_stand_apart_from_the_others(adopted: Project) -> None:
    compared = tree_of(comparison(adopted, PageView("docs/compare/r5-r8.md"), "r5", "r8", today=date(2027, 3, 2)))
    own, caused = compared.xpath("//tr[@data-group]")

    assert "意見によらない変更：担当の名前を加えました。" in own.text_content()
    assert "意見による変更：1件（意見1）" in caused.text_content()
    assert "意見による" not in own.text_content()
