"""price_changes.csv: every change of what an offer costs, former and new, with both proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from store.feeds.feed import KEPT, Batch, Feed, Gone, Moment, columns, place_of
from store.records import rounded

COLUMNS = columns(
    offer_id="text", source="text", kind="text", provider="text", product="text", label="text", per="text",
    direction="text", former_at="utc", changed_at="utc", former_amount="decimal", former_currency="text",
    amount="decimal", currency="text", former_recharge="decimal", recharge="decimal",
    former_group_multiplier="decimal", group_multiplier="decimal", former_face_amount="decimal",
    face_amount="decimal", former_ratio="decimal", ratio="decimal", change="decimal", change_of="text", url="text",
    former_snapshot_sha256="text", former_place="text", snapshot_sha256="text", place="text",
)  # fmt: skip

_PLACES = 6
_STATED = ("amount", "group_multiplier", "recharge", "face_amount")
_HALF_RATIO = Decimal("0.00005")
"""The most that a ratio's 4 places are off."""
QUERY = """
SELECT offer_id, source, kind, provider, product, label, per, direction, former_at, changed_at, former_amount,
       former_currency, amount, currency, former_recharge, recharge, former_group_multiplier, group_multiplier,
       former_face_amount, face_amount, former_ratio, ratio, NULL, NULL, url, former_proof, former_proof_pointer, proof,
       {place}
FROM price_changes WHERE changed_at >= :since ORDER BY changed_at, offer_id {bytewise}
""".replace("{place}", place_of("proof_pointer", "proof_start", "proof_end"))
_NAMES = [column.name for column in COLUMNS]
_NUMBERS, _CHANGE = _NAMES.index("former_amount"), _NAMES.index("change")


def batches(moment: Moment) -> Iterator[Batch]:
    """Give every change of the last 400 days by its moment."""
    for batch in moment.ask_columns(QUERY, since=moment.now - KEPT):
        changes = map(_change_of, zip(*batch[_NUMBERS:_CHANGE], strict=True))
        yield [*batch[:_CHANGE], *zip(*changes, strict=True), *batch[_CHANGE + 2 :]]


def change_of(row: Mapping[str, Any]) -> tuple[Decimal | None, str | None]:
    """Give the change as a fraction of the former number, to 6 places, and of which number it is.

    The stated number that moved by the ratio's own share, for a ratio is rounded; else the ratio; else the first
    stated number that moved.

    >>> change_of({"former_amount": "40", "amount": "30", "former_currency": "CNY", "currency": "CNY"})
    (Decimal('-0.250000'), 'amount')
    >>> change_of({"former_group_multiplier": "0.05", "group_multiplier": "0.12", "former_ratio": "0.0037", "ratio": "0.0088"})
    (Decimal('1.400000'), 'group_multiplier')
    """
    return _change_of(tuple(row.get(name) for name in _NAMES[_NUMBERS:_CHANGE]))


@lru_cache(maxsize=1 << 14)
def _change_of(numbers: tuple[Any, ...]) -> tuple[Decimal | None, str | None]:
    *stated, former_ratio, ratio = numbers
    amount, currency, new_amount, new_currency, recharge, new_recharge, group, new_group, face, new_face = (
        stated
    )
    same = currency == new_currency
    pairs = (
        (amount, new_amount, same),
        (group, new_group, True),
        (recharge, new_recharge, True),
        (face, new_face, same),
    )
    first: tuple[Decimal | None, str | None] = (None, None)
    for name, (former, new, fits) in zip(_STATED, pairs, strict=True):
        change = _change(former, new) if fits and former != new else None
        if change is not None:
            if _is_ratios(former_ratio, ratio, change):
                return change, name
            first = first if first[1] else (change, name)
    of_ratio = _change(former_ratio, ratio)
    return first if of_ratio is None else (of_ratio, "ratio")


def _change(former: Decimal | str | None, new: Decimal | str | None) -> Decimal | None:
    if former is None or new is None or former == new:
        return None
    before, after = Decimal(former), Decimal(new)
    if not before or before == after:
        return None
    return rounded((after - before) / before, _PLACES)


def _is_ratios(former: Decimal | str | None, new: Decimal | str | None, change: Decimal) -> bool:
    """Tell whether the ratio, where both are known, moved by this share as far as its rounding shows."""
    if former is None or new is None:
        return True
    return abs(Decimal(new) - Decimal(former) * (1 + change)) <= _HALF_RATIO * (2 + change)


FEED = Feed(
    "price_changes", "1.1.0", COLUMNS, ("changed_at", "offer_id"), batches,
    gone=Gone(reason=f"the price changed more than {KEPT.days} days ago, or the change is no longer held"), kept=KEPT,
)  # fmt: skip
