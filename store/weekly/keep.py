"""Weekly pages: made once for a week that is over, and the same bytes whenever they are asked for again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from store.database import open_database
from store.errors import UserError
from store.schema import TABLES
from store.weekly.figures import find_figures
from store.weekly.page import page_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from store.weekly.span import Week


@dataclass(frozen=True, slots=True)
class Report:
    """A week's page in Markdown, and its figures as JSON."""

    page: str
    figures: str


def report_of(url: str, week: Week, now: datetime) -> Report:
    """Give the page of a week: the kept one, else a new one, which is kept where the week is over.

    Raises:
        UserError: where the week has not begun.
    """
    if week.start > now:
        raise UserError(f"week {week.name} begins on {week.start:%Y-%m-%d}: name one that has begun")
    with open_database(url) as database, database.reading() as connection:
        if kept := _kept(connection, week):
            return kept
        made = _made(connection, week, whole=week.end <= now)
    if week.end > now:
        return made
    with open_database(url, write=True) as database, database.writing() as connection:
        if kept := _kept(connection, week):  # another made it meanwhile
            return kept
        values = {"week": week.name, "made_at": now, "page": made.page, "figures": made.figures}
        connection.execute(insert(TABLES["week_report"]).values(**values))
    return made


def _kept(connection: Connection, week: Week) -> Report | None:
    table = TABLES["week_report"]
    query = select(table.c.page, table.c.figures).where(table.c.week == week.name).order_by(table.c.id)
    row = connection.execute(query).first()
    return None if row is None else Report(row.page, row.figures)


def _made(connection: Connection, week: Week, *, whole: bool) -> Report:
    figures = find_figures(connection, week)
    return Report(page_of(figures, whole=whole), json.dumps(asdict(figures), ensure_ascii=False))
