"""The analyst's views: one .sql file each, a SELECT alone; the file's name is the view's."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


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


def view_statements(dialect: str = "sqlite") -> list[str]:
    """Give the statements that create all views, in order, after the functions that they need in a dialect."""
    functions = _HERE / "functions" / f"{dialect}.sql"
    needed = functions.read_text("utf-8").split(";\n") if functions.exists() else []
    return [one for one in needed if one.strip()] + [
        f"CREATE VIEW {name} AS\n{query}" for name, query in view_queries().items()
    ]


@cache
def digest_of_views() -> int:
    """Give a number (31 bits) that differs where any view does; a database keeps it to know when to make them anew."""
    whole = "\n".join(view_statements() + view_statements("postgresql")).encode()
    return int.from_bytes(hashlib.sha256(whole).digest()[:4], "big") >> 1 or 1
