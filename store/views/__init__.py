"""The analyst's views: one .sql file each, a SELECT alone; the file's name is the view's.

Those that read known values stand on SQLite in each connection and not in the database, for a view there cannot name
the tables of an attached file (store/known_files.py); attached/ has what they read there beside.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_ALL = "known_identifier"


@cache
def view_queries() -> dict[str, str]:
    """Read all views, each after those that it reads from."""
    found = {path.stem: path.read_text("utf-8").strip().rstrip(";") for path in sorted(_HERE.glob("*.sql"))}
    ordered: dict[str, str] = {}

    def add(name: str) -> None:
        for other in found:
            if other != name and other not in ordered and re.search(rf"\b{other}\b", found[name]):
                add(other)
        ordered[name] = found[name]

    for name in found:
        if name not in ordered:
            add(name)
    return ordered


@cache
def attached_views() -> dict[str, str]:
    """Read the views that stand in each connection to an SQLite database, each after those that it reads from.

    `known_filed` is what the file of known values holds and nothing since took back; `known_identifier` has the rest too.
    """
    queries = view_queries()
    filed = (_HERE / "attached" / "known_filed.sql").read_text("utf-8").strip()
    found = {"known_filed": filed, _ALL: f"{queries[_ALL]}\nUNION ALL\n{filed}"}
    for name, query in queries.items():
        if name not in found and any(re.search(rf"\b{one}\b", query) for one in found):
            found[name] = query
    return found


def view_statements(dialect: str = "sqlite") -> list[str]:
    """Give the statements that create a database's own views, in order, after the functions that they need in it."""
    functions = _HERE / "functions" / f"{dialect}.sql"
    needed = functions.read_text("utf-8").split(";\n") if functions.exists() else []
    return [one for one in needed if one.strip()] + [
        f"CREATE VIEW {name} AS\n{query}"
        for name, query in view_queries().items()
        if dialect != "sqlite" or name not in attached_views()
    ]


@cache
def digest_of_views() -> int:
    """Give a number (31 bits) that differs where any view does; a database keeps it to know when to make them anew."""
    whole = "\n".join(view_statements() + view_statements("postgresql")).encode()
    return int.from_bytes(hashlib.sha256(whole).digest()[:4], "big") >> 1 or 1
