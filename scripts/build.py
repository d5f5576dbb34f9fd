"""`shishin build`: check, build and swap in the site."""

import argparse
import sys

from macros.model.findings import has_error
from macros.site.build import build
from macros.site.exchange import SITE
from scripts.check import as_text, tell_what_is_skipped
from scripts.streams import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This subcommand has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 where something has to be mended first."""
    tell_what_is_skipped(options.root)
    findings = build(options.root, tell=say)
    if has_error(findings):
        print(as_text(findings), end="", file=sys.stderr)
        kept = (
            "前のサイトは、そのまま残っています。" if (options.root / SITE).is_dir() else "サイトは、まだありません。"
        )
        say(f"サイトは作り直していません。{kept}")
        return 1
    print(as_text(findings), end="")
    print("サイトを site/ に作りました。画面で見るときは、make serve を実行してください。")
    return 0
