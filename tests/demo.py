"""`make demo`: the whole line on the bundled market, through the real commands, into demo/."""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.market.rates import market_rates
from tests.market.server import PAGES, Market

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
MOVED = ("lanjing", "qingniao", "telegram", "yunfan")
"""The sources where prices move when the market is looked at again."""
DEEPEST = """
SELECT source, coalesce(product, kind) AS what, title, price, currency, ratio FROM cheapest LIMIT 10
"""
TRY_NEXT = (
    "SELECT ratio, source, product, price, currency, title FROM cheapest WHERE provider = 'anthropic' LIMIT 10",
    "SELECT kind, provider, count(*) AS offers, min(ratio_n) AS cheapest FROM offers_now GROUP BY 1, 2 ORDER BY 3 DESC",
    "SELECT kind, value, source, seller, sellers FROM shown_identifiers WHERE sellers > 1 ORDER BY sellers DESC, value",
)


class Demo:
    """Runs the commands of one demo in its own directory, and says what they did."""

    def __init__(
        self, into: Path, port: int, *, sources: Path = SOURCES, hosts: str = "*.market.test"
    ) -> None:
        self.into = into
        self.port = port
        into.mkdir(parents=True, exist_ok=True)
        self.command = [sys.executable, str(HERE.parent / "scheduler.py")]
        self.environment = {
            **os.environ,
            "RESALEWATCH_RESOLVE": f"{hosts}=127.0.0.1:{port}",
            "RESALEWATCH_DATABASE": f"sqlite:///{into / 'resalewatch.db'}",
            "RESALEWATCH_SOURCES": str(sources),
            "RESALEWATCH_SPOOL": str(into / "spool"),
            "RESALEWATCH_EVIDENCE": str(into / "evidence"),
        }

    def run(self, *words: str) -> str:
        """Run one command and give what it printed; its failure ends the demo with what it said."""
        done = subprocess.run(
            [*self.command, *words], env=self.environment, stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode != 0:
            sys.exit(f"resalewatch {' '.join(words)} ended with exit {done.returncode}\n{done.stdout}")
        return done.stdout

    def rows(self, *words: str) -> Iterator[dict[str, Any]]:
        """Run a command with --json and give its lines."""
        for line in self.run("--json", *words).splitlines():
            yield json.loads(line)

    def crawl(self, names: list[str]) -> None:
        """Take in what a provider knows, then go down the whole line."""
        market = HERE / "market"
        say(
            "accounts",
            self.run("accounts", "import", str(market / "accounts.csv"), "--provider", "anthropic"),
        )
        say("protected", self.run("protected", "import", str(market / "protected.csv")))
        say("rates", self.take_rates())
        say("crawl", self.run("crawl", *names))
        say("load", self.run("load"))
        say(
            "purchases",
            self.take_purchases(),
        )
        say("link", self.run("link"))
        self.write_feeds()

    def write_feeds(self) -> None:
        """Write what stands now into the demo's feeds."""
        say("feeds", self.run("feeds", "write", str(self.into / "feeds")))

    def look_again(self, market: Market) -> None:
        """Go on as a day later: a ban wave, the provider's own figures, probes and their answers, and prices that moved."""
        say(
            "campaigns",
            self.run("campaigns", "import", str(HERE.parent / "store" / "campaigns" / "public.csv")),
        )
        say("enforcement", self.run("enforcement", "import", self.as_of_now("enforcements.csv", "at")))
        say("sign-ups", self.run("cohorts", "import", str(HERE / "market" / "sign_ups.csv")))
        probes = self.as_of_now("probes.csv", "sent_at", "date")
        said = self.run("purchases", "import", probes)
        answers = self.as_of_now("probe_answers.csv", "seen_at")
        say("probes", said + self.run("purchases", "resolve", answers))
        market.change("prices_move")
        say("crawl again", self.run("crawl", *MOVED))
        say("load", self.run("load"))
        say("link", self.run("link"))

    def take_purchases(self) -> str:
        """Take in the market's own test purchases, as made today: nobody saw its offers before."""
        return self.run("purchases", "import", self.as_of_now("purchases.csv", "date"))

    def as_of_now(self, name: str, *columns: str) -> str:
        """Copy a file of the market's with these columns as of now, a day where the column is a `date`; name the copy."""
        path, now = self.into / name, datetime.now(UTC)
        dates = {
            column: f"{now:%Y-%m-%d}" if column == "date" else f"{now:%Y-%m-%dT%H:%M:%SZ}"
            for column in columns
        }
        with (HERE / "market" / name).open(encoding="utf-8", newline="") as given:
            rows = [row | dates for row in csv.DictReader(given)]
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        return str(path)

    def take_rates(self) -> str:
        """Take in the market's own rates, as of today."""
        path = self.into / "rates.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ("currency", "day", "per_usd", "source"))
            writer.writeheader()
            writer.writerows(market_rates(datetime.now(UTC).date()))
        return self.run("rates", "import", str(path))

    def tell(self) -> None:
        """Print the deepest discounts, the links with their reasons, the files, and what to try next."""
        write("\nThe ten deepest discounts, as a share of the provider's list price:")
        for row in self.rows("sql", DEEPEST):
            price = f"{row['price']} {row['currency']}" if row["price"] else ""
            write(
                f"  {float(row['ratio']):7.2%}  {row['source']:12} {row['what']:18} {price:12} {row['title'][:48]}"
            )
        write("\nLinks to known accounts, and why:")
        for row in self.rows("links", "list"):
            write(f"  {row['source']}/{row['seller']} -> {row['provider']}/{row['account_ref']}")
            for hop in row["hops"]:
                write(f"      {hop['words']}")
        write("\nFiles:")
        for path in sorted((self.into / "feeds").glob("[!.]*.*")):
            write(f"  {path.relative_to(self.into.parent)}  {path.stat().st_size} bytes")
        database = (self.into / "resalewatch.db").relative_to(self.into.parent)
        write("\nTry next:")
        for question in TRY_NEXT:
            write(f'  .venv/bin/resalewatch --database sqlite:///{database} sql "{question}"')


def say(step: str, words: str) -> None:
    """Print what a step said, below its name."""
    write(f"\n== {step}\n{words.rstrip()}")


def write(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def browser_found() -> bool:
    """Say whether there is a Chromium to render with."""
    names = (os.environ.get("RESALEWATCH_CHROMIUM", ""), "chromium-headless-shell", "chromium")
    return any(name and shutil.which(name) for name in names)


def sources_to_crawl() -> list[str]:
    """Name the sources; without a browser, those that need none."""
    rendered = {
        path.parent.name for path in SOURCES.glob("*/source.yml") if "browser: true" in path.read_text()
    }
    names = sorted(path.parent.name for path in SOURCES.glob("*/source.yml"))
    return names if browser_found() else [name for name in names if name not in rendered]


@contextmanager
def timed() -> Iterator[None]:
    """Say at the end how long it took."""
    start = time.monotonic()
    yield
    write(f"\nDone in {time.monotonic() - start:.1f} s.")


def main() -> None:
    """Run the demo; `--market DIR` takes another market, `--into DIR` another place."""
    parser = argparse.ArgumentParser(prog="python -m tests.demo", description=main.__doc__)
    parser.add_argument("--market", type=Path, default=PAGES)
    parser.add_argument("--into", type=Path, default=HERE.parent / "demo")
    chosen = parser.parse_args()
    with timed(), Market(chosen.market) as market:
        demo = Demo(chosen.into.resolve(), market.port)
        demo.crawl(sources_to_crawl())
        demo.look_again(market)
        demo.write_feeds()
        demo.tell()


if __name__ == "__main__":
    main()
