"""The commands `links clusters`, `links cluster`, `links hubs` and `links twins`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from store.cli_links import Limit, links, visible
from store.options import options_of
from store.report import plural, write_json_line
from store.short_ids import CLUSTER, as_asked, the_one

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.links.cluster_show import Banned, ClusterRow


def register(app: typer.Typer) -> None:  # noqa: ARG001 - they stand under `links`
    """Add the commands to `links`."""
    for name, command in (
        ("clusters", list_clusters),
        ("cluster", show_cluster),
        ("hubs", list_hubs),
        ("twins", list_twins),
    ):
        links.command(name)(command)


def list_clusters(context: typer.Context, *, limit: Limit = 50) -> None:
    """List clusters of sellers who share strong identifiers, the largest first, with linked accounts by campaign.

    Example: resalewatch links clusters
    """
    from store.database import open_database
    from store.links.cluster_show import list_clusters as found_clusters

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = found_clusters(connection, limit)
    if not found:
        sys.stderr.write(
            "there are no clusters: no two sellers share a value that joins, or `link` did not run\n"
        )
    for one in found:
        if options.as_json:
            write_json_line(sys.stdout, one)
        else:
            sys.stdout.write(visible(_line(one)) + "\n")


def show_cluster(
    context: typer.Context,
    cluster: Annotated[
        str, typer.Argument(help="The cluster's id, or as much of its beginning as tells it.")
    ],
) -> None:
    """Show one cluster: its sellers, what joins each with the proof, and what bans of its accounts did to it.

    Example: resalewatch links cluster clu_22504e
    """
    from store.database import open_database
    from store.links.cluster_show import campaigns, find_bans, find_edges

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        name = the_cluster(connection, cluster)
        edges, counts = find_edges(connection, name), campaigns(connection, name)
        bans = find_bans(connection, name)
    if options.as_json:
        body = {"cluster": name, "edges": [asdict(one) for one in edges], "campaigns": dict(counts)}
        write_json_line(sys.stdout, body | {"bans": [asdict(one) for one in bans]})
        return
    lines = [name]
    for seller, shown in groupby(edges, key=lambda one: f"{one.source}/{one.seller}"):
        lines.append(seller)
        for one in shown:
            lines.append(f"  shows {one.kind} {one.value} as their own")
            lines.append(f"    proof: {one.sha256} at {one.place or 'the whole page'}, {one.url}")
    lines += [f"linked accounts of {campaign}: {count}" for campaign, count in counts]
    lines += [line for one in bans for line in _ban_lines(one)]
    sys.stdout.write("".join(visible(line) + "\n" for line in lines))


def list_hubs(context: typer.Context, *, limit: Limit = 50) -> None:
    """List values that join nobody, for too many sellers show them or a warning list names them.

    Example: resalewatch links hubs
    """
    from sqlalchemy import text

    from store.database import open_database

    options = options_of(context)
    query = "SELECT kind, value, rule, sellers, hub_limit, listed_as FROM hubs ORDER BY sellers DESC, kind, value LIMIT :limit"
    with open_database(options.database) as database, database.reading() as connection:
        found = [row._asdict() for row in connection.execute(text(query), {"limit": limit})]
    if not found:
        sys.stderr.write("there are no hubs: no strong value is shown by too many, or `link` did not run\n")
    for row in found:
        if options.as_json:
            write_json_line(sys.stdout, row)
            continue
        why = row["listed_as"] or f"more than {row['hub_limit']}"
        sys.stdout.write(
            visible(f"{row['kind']} {row['value']}: {plural(row['sellers'], 'seller')}; {why}") + "\n"
        )


def list_twins(
    context: typer.Context,
    *,
    limit: Limit = 50,
    parts: Annotated[int, typer.Option(min=1, max=4, help="In how many parts they agree at least.")] = 2,
) -> None:
    """List duplicate storefronts: pairs that agree in words, prices, stock moves or logo. They join nobody.

    Example: resalewatch links twins
    """
    from store.database import open_database
    from store.links.twins import find_twins

    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        found = find_twins(connection, limit, parts)
    if not found:
        sys.stderr.write(f"no two storefronts agree in {plural(parts, 'part')}: `--parts 1` asks for less\n")
    for one in found:
        if options.as_json:
            write_json_line(sys.stdout, one)
            continue
        shared = ", ".join(f"{part} (shared by {plural(sellers, 'seller')})" for part, sellers in one.parts)
        known = "; joined by what they show, too" if one.same_cluster else ""
        ends = f"{one.source}/{one.seller} and {one.other_source}/{one.other_seller}"
        sys.stdout.write(visible(f"{ends} agree in {shared}{known}") + "\n")


def the_cluster(connection: Connection, asked: str) -> str:
    """Give the one cluster whose id begins so.

    Raises:
        UserError: where none or several do.
    """
    from store.links.cluster_show import became, find_ids

    wanted = as_asked(asked, CLUSTER)
    found = find_ids(connection, wanted)
    where = "" if found else became(connection, wanted)
    return the_one(found, asked, "cluster", where or "`links clusters` names them")


def _line(one: ClusterRow) -> str:
    values = ", ".join(f"{kind} {value} ({sellers})" for kind, value, sellers in one.deciding)
    size = f"{plural(one.sellers, 'seller')} on {plural(one.sources, 'source')}"
    counts = ", ".join(f"{campaign} {count}" for campaign, count in one.campaigns)
    accounts = f"; linked accounts: {counts}" if counts else ""
    return f"{one.cluster}  {size}, joined by {values}{accounts}"


def _ban_lines(one: Banned) -> list[str]:
    lines = [f"{plural(one.accounts, 'linked account')} banned on {one.day}:"]
    for effect in one.effects:
        if effect.effect is None:
            lines.append(f"  {effect.metric}: {effect.why}")
            continue
        between = (
            f" ({effect.low:+.2f} to {effect.high:+.2f})" if effect.low is not None else f", {effect.why}"
        )
        lines.append(f"  {effect.metric}: {effect.effect:+.2f} against untouched clusters{between}")
    return lines
