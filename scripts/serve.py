"""`shishin serve`: show the site on this machine, made anew after each change; what has a slip is not shown."""

import argparse
import sys
import tempfile
import threading
from pathlib import Path

from macros.site.preview import Preview, Shown, errors
from macros.site.preview_server import HOST, make_server
from scripts.check import as_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this subcommand."""
    parser.add_argument("--port", type=int, default=8000, help="番号（指定しなければ 8000）")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C; 1 where the port cannot be had."""
    stop = threading.Event()
    with tempfile.TemporaryDirectory(prefix="shishin-") as folder:
        preview = Preview(options.root, Path(folder), _tell)
        try:
            server = make_server(lambda: preview.shown, options.port)
        except (OSError, OverflowError):
            print(
                f"番号 {options.port} は使えません。--port 8001 のように、ほかの番号を書いてください。", file=sys.stderr
            )
            return 1
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(
                f"http://{HOST}:{server.server_port}/ で見られます。終わるときは、Ctrl-C を押してください。", flush=True
            )
            try:
                preview.watch(stop)
            except KeyboardInterrupt:
                print("\n表示を終わりました。")
            server.shutdown()
    return 0


def _tell(shown: Shown) -> None:
    """What a build came to, for the terminal."""
    print(as_text(shown.findings), end="")
    if not errors(shown.findings):
        print("新しいページを表示しています。", flush=True)
    elif shown.site:
        print("直すところがあるので、前のページを表示しています。", flush=True)
    else:
        print("直すところがあるので、まだ何も表示できません。", flush=True)
