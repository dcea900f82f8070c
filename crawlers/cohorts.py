"""A provider's sign-ups as counts of all its customers, from CSV to values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crawlers.lists import Cells, ListFile
from crawlers.purchases import PROVIDER
from store.cohorts import FEWEST
from store.known_records import Rejected
from store.save_cohorts import CohortLine

NEEDED = ("day", "sign_ups", "banned")
COLUMNS = ("provider", "day", "plan", "country", "channel", "mail_class", "sign_ups", "banned")
_WORD = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_MOST = 12


def read_cohorts(source: ListFile, provider: str = "") -> Iterator[CohortLine | Rejected]:
    """Read sign-ups, a cell a line: day, plan, country, channel, mail_class, sign_ups, banned; none under 20.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(NEEDED, COLUMNS)
    return source.read(lambda line, cells: _cell(line, {"provider": provider} | {name: cell for name, cell in cells.items() if cell}))  # fmt: skip


def _cell(line: int, cells: Cells) -> CohortLine:
    said = {name: cells.get(name, "") for name in COLUMNS}
    provider, country = said["provider"].lower(), said["country"].upper()
    if not PROVIDER.match(provider):
        raise ValueError("the provider is no short name such as anthropic: give the column, or --provider")
    try:
        day = date.fromisoformat(said["day"])
    except ValueError:
        raise ValueError("the day is no ISO 8601 day, such as 2026-05-01") from None
    words = {name: said[name].lower() for name in ("plan", "channel", "mail_class")}
    for name, word in words.items():
        if word and not _WORD.match(word):
            raise ValueError(f"{name} is no short word, such as claude-max-20x or outlook")
    if country and not _COUNTRY.match(country):
        raise ValueError("country is not two letters, such as TR")
    sign_ups, banned = _number("sign_ups", said["sign_ups"]), _number("banned", said["banned"])
    if sign_ups < FEWEST:
        raise ValueError(
            f"a cell of fewer than {FEWEST} sign-ups may name people: suppress it, or merge it with others"
        )
    if banned > sign_ups:
        raise ValueError("more were banned than signed up")
    return CohortLine(line, provider, day, words["plan"], country, words["channel"], words["mail_class"], sign_ups, banned)  # fmt: skip


def _number(name: str, cell: str) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > _MOST:
        raise ValueError(f"{name} is no whole number such as 1200")
    return int(cell)
