"""Cells of lists of accounts that are times and numbers."""

from __future__ import annotations

from datetime import UTC, datetime


def moment_of(name: str, text: str) -> datetime | None:
    """Read a day or a moment, in UTC where it says no zone; None for an empty cell.

    Raises:
        ValueError: where it is none, with words for who handed it in.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{name} is no ISO 8601 date or time, such as 2026-05-01T12:00:00Z") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def count_of(name: str, text: str) -> int | None:
    """Read a whole number; None for an empty cell.

    Raises:
        ValueError: where it is none, with words for who handed it in.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 15:  # noqa: PLR2004 - below 2**63
        raise ValueError(f"{name} is no whole number")
    return int(text)
