"""The options that every command shares, and where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line or the environment says of where things are."""

    database: str = "sqlite:///resalewatch.db"
    sources: Path = Path("sources")
    spool: Path = Path("spool")
    evidence: Path = Path("evidence")
    as_json: bool = False
    keys: tuple[str, ...] = ()
    """Files of the keys under which providers made digests, as `FILE` or `ID=FILE` (store/peppers.py)."""


def options_of(context: typer.Context) -> Options:
    """Give the shared options of the command that runs."""
    found = context.find_object(Options)
    return found if found is not None else Options()
