"""Masked values of a run, each once for a seller, a listing and a role."""

from __future__ import annotations

from sqlalchemy import select

from store.load_rows import Loading
from store.schema import TABLES


def save_partials(loading: Loading) -> None:
    """Save the masked values that were not seen there before."""
    if not loading.bundle.partials:
        return
    partial, seller = TABLES["partial_sighting"], TABLES["seller"]
    columns = (partial.c.kind, partial.c.written, partial.c.seller_id, partial.c.listing_id, partial.c.role)
    query = select(*columns).join(seller, seller.c.id == partial.c.seller_id)
    seen = {tuple(row) for row in loading.connection.execute(query.where(seller.c.source == loading.source))}
    for record in loading.bundle.partials:
        masked = record.partial
        listing = None if record.listing_key is None else loading.listings[record.listing_key]
        once = (masked.kind, masked.value, loading.sellers[record.seller_key], listing, masked.role)
        if once in seen:
            continue
        seen.add(once)
        row = {
            "kind": masked.kind, "written": masked.value, "seller_id": once[2], "listing_id": listing,
            "role": masked.role, "first_seen_at": loading.bundle.seen_at(record.snapshot),
            "run_id": loading.bundle.run.run_id, "reader": record.reader,
        }  # fmt: skip
        loading.prove("partial_sighting", row, record.snapshot, record.place)
