"""python -m tests.market: run the market until SIGTERM or SIGINT."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from tests.market.server import PAGES, Market


def read_arguments(words: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.market", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--port-file", type=Path, help="write the port here once it listens")
    parser.add_argument("--root", type=Path, default=PAGES, help="another folder of pages")
    parser.add_argument(
        "--change", action="append", default=[], metavar="NAME", help="lay this change over the pages"
    )
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Serve until told to end."""
    arguments = read_arguments(words)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with Market(arguments.root, arguments.port) as market:
        for name in arguments.change:
            market.change(name)
        if arguments.port_file:
            arguments.port_file.write_text(f"{market.port}\n", encoding="utf-8")
        sys.stdout.write(f"127.0.0.1:{market.port} {' '.join(market.hosts)}\n")
        sys.stdout.flush()
        ended.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
