"""Blocks of an easy page at their places in the HTML."""

import pytest

from macros.site.block_places import changed, find_places

BOX = """<article><h1>外</h1><div data-easy>
<h2 id="a" data-of="r5/igi">題<a class="headerlink" href="#a">¶</a></h2>
<div class="easy-of" data-note><p>注</p></div>
<p>文<br>です<a href="b">行く</a></p>
<ul>
<li>一<ul><li>内</li></ul></li>
<li><p data-of="site">二</p></li>
</ul>
<table><tr><td>左</td><td><p>右</p></td></tr></table>
</div><p>後</p></article>"""


def test_blocks_of_the_box_are_found_with_their_places() -> None:
    places = find_places(BOX)
    assert places is not None

    found = [(one.tag, one.id, one.named, BOX[one.opened : one.inner]) for one in places.blocks]

    assert found == [
        ("h2", "a", "r5/igi", '題<a class="headerlink" href="#a">¶</a>'),
        ("p", "", None, '文<br>です<a href="b">行く</a>'),
        ("li", "", None, "一"),
        ("li", "", None, "内"),
        ("li", "", "site", '<p data-of="site">二</p>'),
        ("tr", "", None, "<td>左</td><td><p>右</p></td>"),
    ]
    assert [BOX[one.start : one.opened] for one in places.blocks][:2] == ['<h2 id="a" data-of="r5/igi">', "<p>"]
    assert all(BOX[one.closing : one.end] == f"</{one.tag}>" for one in places.blocks)
    assert BOX[places.start : places.end].startswith("<div data-easy>")
    assert BOX[places.end :] == "<p>後</p></article>"


def test_the_first_item_knows_where_its_list_begins() -> None:
    places = find_places(BOX)
    assert places is not None

    starts = [BOX[one.list_start :][:4] for one in places.blocks if one.list_start >= 0]

    assert starts == ["<ul>", "<ul>"]


def test_words_in_headings_links_and_notes_are_closed() -> None:
    places = find_places(BOX)
    assert places is not None

    closed = sorted(BOX[start:end] for start, end in places.closed)

    assert [one[:3] for one in closed] == ["<a ", "<a ", "<di", "<h2"]


@pytest.mark.parametrize("page", ["", "<article></article>", "<article><p>文</p></article>"])
def test_a_page_without_the_box_has_no_places(page: str) -> None:
    assert find_places(page) is None


def test_edits_at_one_place_keep_their_order() -> None:
    assert changed("あう", [(2, 2, "え"), (1, 1, "い"), (1, 1, "、"), (0, 1, "お")]) == "おい、うえ"
