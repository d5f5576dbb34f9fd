"""The command `shishin`: one subcommand a file, messages in Japanese."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from macros.site.clock import FIRST_YEAR, LAST_YEAR, now
from scripts.journal import recover_saves
from scripts.stops import StoppedError, stop_signals, tell_stop
from scripts.streams import flush_output, make_readable, say, write_utf8

COMMANDS = {
    "check": "本文とデータを検査します",
    "build": "検査してから、サイトを site/ に作ります",
    "serve": "検査してから、できあがりを自分のパソコンだけで見せます",
    "compare": "2つの版の違いを、すべて出します",
    "furigana": "文に読み（ふりがな）を付けます",
    "easy": "やさしい日本語のページの読みやすさと、もとの節を調べます",
    "bench": "速さを、ほかの道具と比べて測ります",
    "new-revision": "今の版を写して、新しい版の案を作ります",
    "consult": "意見募集を始めるために、変更の一覧を固めます",
}
"""Subcommand → what it does. Each is a module of `scripts` with `add_arguments` and `run`."""


class _Parser(argparse.ArgumentParser):
    """A parser whose own few words are Japanese too."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False)
        self.add_argument("-h", "--help", action="help", help="使い方を見ます")
        self._positionals.title = "書くもの"
        self._optionals.title = "付けられる指定"

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Stop after the help, which may go into a closed pipe."""
        flush_output()
        raise SystemExit(status)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say how to get help and stop."""
        say(f"命令の書き方が違います。{self.prog} --help で使い方を見てください。")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    top = _Parser(prog="shishin", description="協働指針のサイトを作る道具です。")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令")
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("--root", type=Path, default=Path(), help="調べるフォルダー（指定しなければ今の場所）")
        _module(name).add_arguments(command)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is its exit code. Whatever happens ends in words, never in a traceback."""
    make_readable()
    root = None
    try:
        with stop_signals():
            options = parser().parse_args(arguments)
            root = options.root = options.root.resolve()
            code = _run(options)
            flush_output()
    except SystemExit as end:
        if root is None:  # the parser has spoken
            raise
        return tell_stop(end, root)
    except (Exception, KeyboardInterrupt, StoppedError) as error:
        return tell_stop(error, root)
    return code


def _run(options: argparse.Namespace) -> int:
    """Run the subcommand."""
    if not options.root.is_dir():
        say(f"フォルダー {options.root} がありません。--root の場所を確かめてください。")
        return 1
    try:
        now()
    except ValueError:
        say(
            "SHISHIN_NOW の日時を使えません。"
            f"{FIRST_YEAR}年から{LAST_YEAR}年までの日時を、2026-11-22T09:00 の形で書いてください。"
        )
        return 1
    if getattr(options, "format", "text") != "text":
        write_utf8()
    for done in recover_saves(options.root):
        say(done)
    return int(_module(options.command).run(options))


def _module(name: str):  # type: ignore[no-untyped-def] # noqa: ANN202 (a module has no narrower type)
    return import_module(f"scripts.{name.replace('-', '_')}")


if __name__ == "__main__":
    raise SystemExit(main())
