"""Links as a list that people fill in and hand back: what each says of them, and why."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from store.feeds.neutralise import neutralise

if TYPE_CHECKING:
    from store.links.show import ClaimRow, HopRow

COLUMNS = (
    "id",
    "source",
    "seller",
    "provider",
    "account_ref",
    "level",
    "score",
    "path",
    "proofs",
    "says",
    "by",
    "why",
)


def write_to_judge(out: TextIO, claims: Iterable[ClaimRow], hops: Mapping[str, Sequence[HopRow]]) -> None:
    """Write links as CSV with empty columns for the judgement; no cell is a formula to a spreadsheet."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        path = hops[claim.id]
        told = (
            claim.source,
            claim.seller,
            claim.provider,
            claim.account_ref,
            claim.level or "",
            str(claim.score or ""),
        )
        words = " | ".join(hop.words for hop in path), " | ".join(hop.url for hop in path)
        writer.writerow([neutralise(cell)[0] for cell in (claim.id, *told, *words, "", "", "")])
