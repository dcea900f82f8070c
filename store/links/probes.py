"""Links by probes: a request sent through the seller's offer stood in the log of the known account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from store.import_batches import table_of
from store.links.purchases import delivered, proof_of, want
from store.matching import PROBE
from store.probe_tables import Probe, ProbeAnswer

if TYPE_CHECKING:
    from sqlalchemy import Connection

_probe, _answer = table_of(Probe), table_of(ProbeAnswer)


def want_probes(connection: Connection) -> None:
    """Add to `link_wanted` one path for every answer to a probe of a seller of `link_seller` whose account is fraudulent now.

    The proof is what the offer last stated by the moment at which the probe was sent, or else its first words.
    """
    sent = select(_answer.c.id, _answer.c.account_id, _probe.c.offer_id, _probe.c.sent_at, _probe.c.canary)
    sent = sent.join(_probe, _probe.c.id == _answer.c.probe_id)
    query = delivered(sent, _probe.c.offer_id, _answer.c.account_id).order_by(_answer.c.id)
    proofs = {}
    for row in connection.execute(query).all():
        if row.canary not in proofs:
            proofs[row.canary] = proof_of(connection, row.offer_id, row.sent_at)
        proof = proofs[row.canary]
        if proof is not None:
            want(connection, row, {"rule": PROBE, "value": row.canary, "probe_answer_id": row.id}, proof)
