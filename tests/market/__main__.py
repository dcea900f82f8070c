"""python -m tests.market: run the market until SIGTERM or SIGINT."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from tests.market.server import CHANGES, PAGES, Market

CHANGE_NAMES = sorted(folder.name for folder in CHANGES.iterdir())


def read_arguments(words: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.market", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--port-file", type=Path, help="write the port here once it listens")
    parser.add_argument("--root", type=Path, default=PAGES, help="another folder of pages")
    parser.add_argument(
        "--change", action="append", default=[], metavar="NAME",
        help=f"lay this change over the pages: {', '.join(CHANGE_NAMES)}",
    )  # fmt: skip
    return parser.parse_args(words)


def open_market(arguments: argparse.Namespace) -> Market:
    """Open the market that the command line asks for.

    Raises:
        SystemExit: with one sentence, where the port is taken or there is no such change or folder.
    """
    if not arguments.root.is_dir():
        raise SystemExit(f"there is no folder of pages at {arguments.root}: name one, or leave --root out")
    try:
        market = Market(arguments.root, arguments.port)
    except (OSError, OverflowError) as error:
        raise SystemExit(
            f"port {arguments.port} cannot be listened on ({error}): choose another, or 0 for a free one"
        ) from None
    try:
        for name in arguments.change:
            market.change(name)
    except ValueError as error:
        market.close()
        raise SystemExit(f"{error}; there are {', '.join(CHANGE_NAMES)}") from None
    return market


def main(words: list[str] | None = None) -> int:
    """Serve until told to end."""
    arguments = read_arguments(words)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with open_market(arguments) as market:
        if arguments.port_file:
            try:
                arguments.port_file.write_text(f"{market.port}\n", encoding="utf-8")
            except OSError as error:
                raise SystemExit(f"{arguments.port_file} cannot be written: {error.strerror}") from None
        sys.stdout.write(f"127.0.0.1:{market.port} {' '.join(market.hosts)}\n")
        sys.stdout.flush()
        ended.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
