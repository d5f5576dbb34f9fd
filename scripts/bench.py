"""`shishin bench`: says what will be measured; there is nothing to compare with before the comparison exists."""

import argparse

PLANNED = (
    "このサイトを作る時間と、同じ文章を部品なしのMaterialで作る時間の比",
    "2つの案を比べる時間と、ほかの道具（difflib、diff-match-patch、xmldiff）で比べる時間の比",
    "節、版、団体の数を10倍、100倍にしたときの伸び",
    "ページの重さと、読み込みの回数",
    "ふりがなを付ける速さ（1秒あたりの文字数）",
)
"""What `make bench` will print, each as a ratio taken in one run."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This subcommand has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Name the measurements that are to come."""
    print("まだ何も測っていません。測る予定のもの：")
    print("".join(f"- {one}\n" for one in PLANNED), end="")
    return 0
