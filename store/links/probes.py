"""Links by probes: a request sent through the seller's offer stood in the log of the known account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from store.import_batches import table_of
from store.known_tables import KnownAccountVersion
from store.links.purchases import proof_of
from store.matching import LINKING_CLASS, PROBE
from store.probe_tables import Probe, ProbeAnswer
from store.tables import Listing, Offer

if TYPE_CHECKING:
    from sqlalchemy import Connection

_probe, _answer = table_of(Probe), table_of(ProbeAnswer)
_offer, _listing = table_of(Offer), table_of(Listing)
_version = table_of(KnownAccountVersion)

_INSERT = """
INSERT INTO link_wanted (seller_id, account_id, rule, kind, value, probe_answer_id, snapshot_id, pointer, span_start,
                         span_end)
VALUES (:seller_id, :account_id, :rule, '', :canary, :answer, :snapshot_id, :pointer, :span_start, :span_end)
"""


def want_probes(connection: Connection) -> None:
    """Add to `link_wanted` one path for every answer to a probe of a seller of `link_seller` whose account is fraudulent now.

    The proof is what the offer last stated by the moment at which the probe was sent, or else its first words.
    """
    query = (
        select(_answer.c.id, _answer.c.account_id, _probe.c.offer_id, _probe.c.sent_at, _probe.c.canary)
        .add_columns(_listing.c.seller_id)
        .join(_probe, _probe.c.id == _answer.c.probe_id)
        .join(_offer, _offer.c.id == _probe.c.offer_id)
        .join(_listing, _listing.c.id == _offer.c.listing_id)
        .join(_version, _version.c.account_id == _answer.c.account_id)
        .where(_version.c.valid_until.is_(None), _version.c.class_name == LINKING_CLASS)
        .where(_listing.c.seller_id.in_(text("SELECT seller_id FROM link_seller")))
        .order_by(_answer.c.id)
    )
    proofs = {}
    for row in connection.execute(query).all():
        if row.canary not in proofs:
            proofs[row.canary] = proof_of(connection, row.offer_id, row.sent_at)
        proof = proofs[row.canary]
        if proof is not None:
            ends = {"seller_id": row.seller_id, "account_id": row.account_id, "canary": row.canary}
            connection.execute(text(_INSERT), ends | {"rule": PROBE, "answer": row.id} | proof)
