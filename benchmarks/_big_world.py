"""A database of a size that no test has: a million offers and twenty observations of each, made by SQL alone."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from math import prod
from pathlib import Path

from store.database import open_database

SOURCES = 1000
SELLERS = 20_000
DAYS = 180
_STATEMENTS = Path(__file__).with_name("big_world.sql")
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)"
_MOMENT = r"strftime('%Y-%m-%dT%H:%M:%f', '2026-05-01', '+' || (\1) || ' minutes') || '000Z'"
_NAMED = (
    ("anthropic", "claude-max-20x"), ("anthropic", "claude-pro"), ("anthropic", "claude-opus-4.6"),
    ("openai", "chatgpt-plus"), ("openai", "chatgpt-pro"), ("openai", "gpt-5.2"), ("google", "gemini-ultra"),
    ("google", "gemini-pro"), ("xai", "supergrok"), ("cursor", "cursor-pro"),
)  # fmt: skip


def make_world(path: Path, offers: int, each: int) -> None:
    """Fill a new database: sources, sellers, listings, offers, `each` observations an offer with their worth."""
    open_database(f"sqlite:///{path}", write=True).close()
    sizes = {
        "offers": offers,
        "sources": SOURCES,
        "sellers": min(SELLERS, offers),
        "days": DAYS,
        "each": each,
    }
    with closing(sqlite3.connect(path)) as made:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000"):
            made.execute(f"PRAGMA {setting}")
        made.execute("CREATE TEMP TABLE named (provider TEXT, product TEXT)")
        made.executemany("INSERT INTO named VALUES (?, ?)", _NAMED)
        for count, statement in statements(_STATEMENTS, sizes):
            made.execute(statement, {**sizes, "count": count})
        made.execute("ANALYZE")
        made.commit()


def statements(file: Path, sizes: dict[str, int]) -> Iterator[tuple[int, str]]:
    """Give each statement of a file with the rows that it makes: `--# offers each` before it is their product."""
    for part in file.read_text("utf-8").split("--# ")[1:]:
        words, statement = part.split("\n", 1)
        statement = re.sub(r"\{moment ([^}]*)\}", _MOMENT, statement).replace("{n}", _NUMBERS)
        yield prod(sizes.get(word, 1) for word in words.split()), statement
