"""retractions.csv: every claim taken back in the last 400 days, for receivers that missed versions between."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from typing import TYPE_CHECKING, Any

from store.feeds.feed import KEPT, Batch, Feed, Gone, Moment, columns, in_batches

if TYPE_CHECKING:
    from store.feeds.fallen import Fallen

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
    """Give every claim that stands as retracted since less than 400 days, by its id, or that `link` will retract."""
    since = moment.now - KEPT
    found = moment.ask_columns(_QUERY, since=since)
    fallen = [_row(one) for _, one in sorted(moment.fallen.items()) if one.at >= since]
    if not fallen:
        return found
    rows = (row for batch in found for row in zip(*batch, strict=True))
    return in_batches(lambda _: merge(rows, fallen, key=lambda row: row[0]))(moment)


def _row(fallen: Fallen) -> tuple[Any, ...]:
    state = fallen.state
    return (
        state.id, fallen.at, fallen.reason, state.provider, state.account_ref, state.account_class or "withdrawn",
        state.source, state.seller, state.first_linked_at,
    )  # fmt: skip


FEED = Feed(
    "retractions", "1.0.0", COLUMNS, ("claim_id",), batches,
    gone=Gone(reason=f"the claim stands again, or was retracted more than {KEPT.days} days ago"), kept=KEPT,
)  # fmt: skip
