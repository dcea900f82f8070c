"""sellers.csv: who sells where; known_accounts.csv: the known accounts that a claim names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from store.columns import Utc
from store.feeds.feed import Batch, Feed, Gone, Moment, changed, columns

COLUMNS = columns(
    source="text", seller="text", seller_name="text", platform="text", url="text", listings="integer",
    offers="integer", identifiers="integer", active_claims="integer", first_seen_at="utc", cluster="text",
)  # fmt: skip
ACCOUNT_COLUMNS = columns(
    provider="text", account_ref="text", account_class="text", class_since="utc", campaign="text",
    active_claims="integer", retracted_claims="integer", sellers="integer", sources="integer",
    first_linked_at="utc", last_linked_at="utc", last_change="utc",
)  # fmt: skip

QUERY = """
WITH sold AS (
    SELECT l.seller_id, count(DISTINCT l.id) AS listings, count(p.id) AS offers
    FROM listing l LEFT JOIN offer o ON o.listing_id = l.id
    LEFT JOIN presence p ON p.offer_id = o.id AND p.until_at IS NULL GROUP BY l.seller_id),
seen AS (
    SELECT l.seller_id, min(t.seen_at) AS first_seen_at
    FROM listing l JOIN listing_text t ON t.listing_id = l.id GROUP BY l.seller_id),
shown AS (SELECT seller_id, count(DISTINCT identifier_id) AS identifiers FROM sighting GROUP BY seller_id),
claimed AS (SELECT seller_id, count(*) AS claims FROM claim WHERE status = 'active' GROUP BY seller_id)
SELECT s.source, s.key,
       (SELECT n.name FROM seller_name n WHERE n.seller_id = s.id ORDER BY n.first_seen_at DESC, n.id DESC LIMIT 1),
       o.platform, o.url, coalesce(sold.listings, 0), coalesce(sold.offers, 0), coalesce(shown.identifiers, 0),
       coalesce(claimed.claims, 0), seen.first_seen_at, m.cluster
FROM seller s JOIN source o ON o.name = s.source LEFT JOIN sold ON sold.seller_id = s.id
LEFT JOIN seen ON seen.seller_id = s.id LEFT JOIN shown ON shown.seller_id = s.id
LEFT JOIN claimed ON claimed.seller_id = s.id LEFT JOIN seller_cluster m ON m.seller_id = s.id
ORDER BY s.source {bytewise}, s.key {bytewise}
"""

ACCOUNTS_QUERY = """
SELECT a.provider, a.account_ref, coalesce(v.class_name, 'withdrawn'), v.valid_from, v.campaign,
       sum(CASE WHEN c.status = 'active' THEN 1 ELSE 0 END), sum(CASE WHEN c.status = 'active' THEN 0 ELSE 1 END),
       count(DISTINCT c.seller_id), count(DISTINCT s.source), min(c.first_linked_at), max(c.first_linked_at),
       max(c.last_change)
FROM claim c JOIN known_account a ON a.id = c.account_id JOIN seller s ON s.id = c.seller_id
LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
GROUP BY a.provider, a.account_ref, v.class_name, v.valid_from, v.campaign
ORDER BY a.provider {bytewise}, a.account_ref {bytewise}
"""


def _sellers(moment: Moment) -> Iterator[Batch]:
    """Give the sellers; a claim that fell since the last `link` is none of their active ones."""
    found = moment.ask_columns(QUERY)
    fallen = Counter(one.seller for one in moment.fallen.values())
    at = [column.name for column in COLUMNS].index("active_claims")
    less = lambda row: (*row[:at], row[at] - fallen[row[0], row[1]], *row[at + 1 :])
    return changed(found, less) if fallen else found


def _accounts(moment: Moment) -> Iterator[Batch]:
    """Give the accounts; a claim that fell since the last `link` counts as retracted."""
    found = moment.ask_columns(ACCOUNTS_QUERY)
    fallen: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for one in moment.fallen.values():
        fallen[one.account].append(one.at)
    active = [column.name for column in ACCOUNT_COLUMNS].index("active_claims")

    def moved(row: tuple[Any, ...]) -> tuple[Any, ...]:
        at = fallen.get((row[0], row[1]))
        if at is None:
            return row
        former = Utc().process_result_value(row[-1], moment.connection.dialect)
        last = max(at) if former is None else max(*at, former)
        stands, gone = row[active : active + 2]
        return (*row[:active], stands - len(at), gone + len(at), *row[active + 2 : -1], last)

    return changed(found, moved) if fallen else found


FEED = Feed("sellers", "1.0.0", COLUMNS, ("source", "seller"), _sellers, gone=Gone(keeps=("source",)))
ACCOUNTS_FEED = Feed(
    "known_accounts", "1.0.0", ACCOUNT_COLUMNS, ("provider", "account_ref"), _accounts,
    gone=Gone(reason="no claim names it any more"),
)  # fmt: skip
