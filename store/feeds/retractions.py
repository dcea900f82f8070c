"""retractions.csv: every claim taken back in the last 400 days, for receivers that missed versions between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.feeds.feed import Batch, Feed, Gone, Moment, columns

KEPT = timedelta(days=400)
COLUMNS = columns(
    claim_id="text", retracted_at="utc", reason="text", provider="text", account_ref="text", account_class="text",
    source="text", seller="text", first_linked_at="utc",
)  # fmt: skip
_QUERY = """
SELECT c.id, c.last_change, c.reason, a.provider, a.account_ref, coalesce(v.class_name, 'withdrawn'), s.source, s.key,
       c.first_linked_at
FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id
LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
WHERE c.status = 'retracted' AND c.last_change >= :since ORDER BY c.id {bytewise}
"""


def batches(moment: Moment) -> Iterator[Batch]:
    """Give every claim that stands as retracted since less than 400 days, by its id."""
    return moment.ask_columns(_QUERY, since=moment.now - KEPT)


FEED = Feed(
    "retractions", "1.0.0", COLUMNS, ("claim_id",), batches,
    gone=Gone(reason=f"the claim stands again, or was retracted more than {KEPT.days} days ago"),
)  # fmt: skip
