"""Check of the navigation: every page is in it once, and everything in it exists."""

from collections.abc import Collection, Iterator

from macros.model.findings import Finding, Place, finding
from macros.model.nav_entries import nav_entries
from macros.model.nearest import nearest
from macros.model.yaml_file import YamlFile


def check_nav(nav: YamlFile, pages: list[str], refused: Collection[str] = ()) -> Iterator[Finding]:
    """Compare `data/nav.yml` with the pages (paths from the root); of those refused another finding tells."""
    named = [(path, file) for path, _, file in nav_entries(nav.value)]
    known = [page.removeprefix("docs/") for page in pages]
    there = {*known, *(page.removeprefix("docs/") for page in refused)}
    for key in nav.value if isinstance(nav.value, dict) else ():
        if key != "nav":
            problem = f"目次のほかの設定「{key}」があります。"
            yield finding(
                "L003", nav.key_place(key), problem=problem, fix="このファイルには、目次（nav:）だけを書いてください。"
            )
    if not named:
        problem = "data/nav.ymlに、ページの一覧（nav:）がありません。"
        yield finding("L003", Place(nav.file), problem=problem, fix="前の内容を見て、「nav:」から書いてください。")
        return
    listed: set[str] = set()
    for path, file in named:
        if file not in there:
            near = nearest(file, known)
            fix = f"「{near}」に直してください。" if near else "ページを作るか、この行を消してください。"
            yield finding("L003", nav.place(*path), problem=f"目次にあるページ「{file}」がありません。", fix=fix)
        elif file in listed:
            problem = f"ページ「{file}」が、目次に2回あります。"
            yield finding("L003", nav.place(*path), problem=problem, fix="どちらか一方を消してください。")
        listed.add(file)
    for file in known:
        if file not in listed:
            problem = f"ページ「{file}」が、サイトの目次にありません。"
            fix = "data/nav.ymlの、載せたい場所に書き足してください。"
            yield finding("L003", Place(f"docs/{file}"), problem=problem, fix=fix)
