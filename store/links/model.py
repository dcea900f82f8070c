"""Link models as rows: each is one frozen way of weighing, and only a full `link` makes another."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, text

from store.import_batches import table_of
from store.known_tables import KnownAccount, LinkModel
from store.links.calibration import alert_odds, calibrate
from store.links.weights import (
    AGREE,
    ALERT_ODDS,
    ALIKE,
    CHANCE,
    HUB_LIMITS,
    Weighing,
    part_kind,
    weigh_as_usual,
)
from store.matching import joins_as
from store.records import plain
from store.tables import Seller

if TYPE_CHECKING:
    from sqlalchemy import Connection

_model = table_of(LinkModel)
_HELD = "SELECT kind, count(*) FROM known_identifier WHERE valid_until IS NULL AND value IS NOT NULL GROUP BY kind"
_HELD_PARTS = """
SELECT kind, derivation, count(*) FROM known_identifier WHERE valid_until IS NULL AND derivation IS NOT NULL
GROUP BY kind, derivation
"""


@dataclass(frozen=True, slots=True)
class Model:
    """A weighing and the version under which it is kept."""

    version: int
    weighing: Weighing


def current_model(connection: Connection) -> Model | None:
    """Read the newest model, None where none was made yet."""
    row = connection.execute(select(_model).order_by(_model.c.version.desc()).limit(1)).first()
    return None if row is None else Model(row.version, read_weighing(json.loads(row.body)))


def model_for(connection: Connection, now: datetime, *, renew: bool) -> Model:
    """Give the model to link with: the newest, or one made now where there is none or `renew` asks for it.

    A model that would equal the newest is not made again. A program whose hub limits are others than the newest
    model's makes a new one, for it cannot keep what that one promises.
    """
    held = current_model(connection)
    if held is not None and not renew and held.weighing.hub_limits == HUB_LIMITS:
        return held
    fresh = weigh_as_usual(
        _count(connection, Seller), _count(connection, KnownAccount), _count_values(connection)
    )
    fresh = replace(fresh, alert_odds=alert_odds(calibrate(connection), ALERT_ODDS))
    if held is not None and held.weighing == fresh:
        return held
    version = 1 if held is None else held.version + 1
    connection.execute(insert(_model).values(version=version, made_at=now, body=written(fresh)))
    return Model(version, fresh)


def written(weighing: Weighing) -> str:
    """Write a weighing as the JSON of its row: decimals as text, keys in order."""
    body = {
        "sellers": weighing.sellers,
        "accounts": weighing.accounts,
        "agree": {rule: plain(share) for rule, share in weighing.agree.items()},
        "chance": {rule: plain(share) for rule, share in weighing.chance.items()},
        "hub_limits": dict(weighing.hub_limits),
        "held": dict(weighing.held),
        "alike": plain(weighing.alike),
        "sharing": plain(weighing.sharing),
        "group_sharing": plain(weighing.group_sharing),
        "sold": plain(weighing.sold),
        "alert_odds": plain(weighing.alert_odds),
    }
    return json.dumps(body, sort_keys=True)


def read_weighing(body: dict[str, Any]) -> Weighing:
    """Read a weighing from the JSON of its row."""
    # a model of before a rule came weighs that rule as it was first weighed
    return Weighing(
        sellers=body["sellers"],
        accounts=body["accounts"],
        agree=AGREE | {rule: Decimal(share) for rule, share in body["agree"].items()},
        chance=CHANCE | {rule: Decimal(share) for rule, share in body["chance"].items()},
        hub_limits=body["hub_limits"],
        held=body.get("held", {}),
        alike=Decimal(body.get("alike", ALIKE)),
        sharing=Decimal(body["sharing"]),
        group_sharing=Decimal(body["group_sharing"]),
        sold=Decimal(body["sold"]),
        alert_odds=Decimal(body["alert_odds"]),
    )


def _count(connection: Connection, model: type[Seller | KnownAccount]) -> int:
    return int(connection.execute(select(func.count()).select_from(table_of(model))).scalar_one())


def _count_values(connection: Connection) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for kind, count in connection.execute(text(_HELD)):
        counts[joins_as(kind)] += count
    for kind, derivation, count in connection.execute(text(_HELD_PARTS)):
        counts[part_kind(kind, derivation)] += count
    return dict(sorted(counts.items()))
