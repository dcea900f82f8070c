"""Probes that an analyst sent and the provider's answers, from CSV or the command line to values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from crawlers.lists import Cells, ListFile
from crawlers.purchases import ALIASES, PROVIDER, check_lengths, check_words, words_of
from store.known_records import AnswerLine, ProbeLine, Rejected

NEEDED = ("sent_at", "canary", "buyer", "authorised_by", "case")
COLUMNS = ("offer", "host", "offer_title", "date", "request_id", *NEEDED)
ANSWERS = ("canary", "account_ref", "seen_at")
_CANARY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{11,127}\Z")


def read_probes(source: ListFile) -> Iterator[ProbeLine | Rejected]:
    """Read a list of probes: as purchases, with `sent_at`, `canary` and `request_id` instead of an account.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(NEEDED, COLUMNS, ALIASES)
    return source.read(read_probe)


def read_probe(line: int, cells: Cells) -> ProbeLine:
    """Read one probe from its cells.

    Raises:
        ValueError: that says what is missing or wrong.
    """
    said = words_of(cells, COLUMNS)
    why = "what was sent when, by whom, by whose leave and in which case must stand"
    offer = check_words(said, NEEDED, why)
    if not _CANARY.match(said["canary"]):
        raise ValueError("the canary is no word of 12 to 128 letters, digits, dots, dashes and underscores")
    sent = _moment("sent_at", said["sent_at"])
    return ProbeLine(
        line,
        offer,
        sent,
        said["canary"],
        said["request_id"],
        said["buyer"],
        said["authorised_by"],
        said["case"],
    )


def read_answers(source: ListFile, provider: str | None = None) -> Iterator[AnswerLine | Rejected]:
    """Read in which accounts' logs canaries were found, a line an account: canary, account_ref, seen_at, provider.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(ANSWERS, (*ANSWERS, "provider"))

    def read(line: int, cells: Cells) -> AnswerLine:
        said = {"provider": provider or ""} | {name: cell for name, cell in cells.items() if cell}
        for name in ANSWERS:
            if name not in said:
                raise ValueError(f"{name} is empty: which canary stood in whose log, and when, must stand")
        check_lengths(said)
        whose = said["provider"].lower()
        if whose and not PROVIDER.match(whose):
            raise ValueError("the provider is no short name such as anthropic")
        return AnswerLine(
            line, said["canary"], whose, said["account_ref"], _moment("seen_at", said["seen_at"])
        )

    return source.read(read)


def _moment(name: str, cell: str) -> datetime:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{name} is no moment such as 2026-05-01T12:00:00Z") from None
    if moment.tzinfo is None:
        raise ValueError(f"{name} has no zone: write it as 2026-05-01T12:00:00Z")
    return moment.astimezone(UTC)
