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


def view_statements() -> list[str]:
    """Give the statements that create all views, in order."""
    return [f"CREATE VIEW {name} AS\n{query}" for name, query in view_queries().items()]


@cache
def digest_of_views() -> int:
    """Give a number (31 bits) that differs where any view does; a database keeps it as its user_version."""
    whole = "\n".join(view_statements()).encode()
    return int.from_bytes(hashlib.sha256(whole).digest()[:4], "big") >> 1 or 1
