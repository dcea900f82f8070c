"""What a run says of its whole source: facts where they changed, hints once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from store.load_rows import Loading
from store.schema import TABLES

if TYPE_CHECKING:
    from store.run_records import FactRecord


def save_facts(loading: Loading) -> None:
    """Save the facts whose values differ from those that the source last stated under the same name and key."""
    bundle = loading.bundle
    stated: dict[tuple[str, str], dict[str, FactRecord]] = defaultdict(dict)
    for record in bundle.facts:
        stated[record.name, record.key].setdefault(record.value, record)
    last = _last_values(loading)
    for (name, key), records in stated.items():
        if last.get((name, key)) == records.keys():
            continue
        for value, record in records.items():
            row = {
                "source": loading.source, "name": name, "key": key, "value": value,
                "observed_at": bundle.seen_at(record.snapshot), "run_id": bundle.run.run_id,
            }  # fmt: skip
            loading.prove("fact", row, record.snapshot, record.place)


def _last_values(loading: Loading) -> dict[tuple[str, str], set[str]]:
    """Give the values of each fact as the last run stated them that stated any anew."""
    fact = TABLES["fact"]
    newest = (
        select(fact.c.name, fact.c.key, func.max(fact.c.id).label("id"))
        .where(fact.c.source == loading.source)
        .group_by(fact.c.name, fact.c.key)
        .subquery()
    )
    of_run = fact.alias()
    query = (
        select(fact.c.name, fact.c.key, fact.c.value)
        .join(newest, and_(newest.c.name == fact.c.name, newest.c.key == fact.c.key))
        .join(of_run, and_(of_run.c.id == newest.c.id, of_run.c.run_id == fact.c.run_id))
        .where(fact.c.source == loading.source)
    )
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, key, value in loading.connection.execute(query):
        found[name, key].add(value)
    return found


def save_hints(loading: Loading) -> None:
    """Save ways to other sources, each once."""
    bundle, hint = loading.bundle, TABLES["hint"]
    query = select(hint.c.url, hint.c.why).where(hint.c.source == loading.source)
    seen = {(row[0], row[1]) for row in loading.connection.execute(query)}
    for record in bundle.hints:
        if (record.url, record.why) in seen:
            continue
        seen.add((record.url, record.why))
        row = {
            "source": loading.source, "url": record.url, "why": record.why,
            "first_seen_at": bundle.seen_at(record.snapshot), "run_id": bundle.run.run_id,
        }  # fmt: skip
        loading.prove("hint", row, record.snapshot, record.place)
