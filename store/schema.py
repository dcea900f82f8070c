"""All tables by name, whichever module holds them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table
from sqlmodel import SQLModel

from store import campaign_tables as _campaigns
from store import cluster_tables as _clusters
from store import cohort_tables as _cohorts
from store import judgement_tables as _judgements
from store import known_tables as _known
from store import link_tables as _links
from store import price_tables as _prices
from store import probe_tables as _probes
from store import receiver_tables as _receivers
from store import retention_tables as _retention
from store import said_tables as _said
from store import tables as _market
from store import week_tables as _weeks

MODULES = (
    _market, _said, _campaigns, _retention, _known, _prices, _clusters, _weeks, _judgements, _receivers, _links,
    _probes, _cohorts,
)  # fmt: skip
TABLES: Mapping[str, Table] = SQLModel.metadata.tables
PROVEN = tuple(sorted(name for name, table in TABLES.items() if "snapshot_id" in table.c))
"""Tables whose rows name the page that proves them."""
