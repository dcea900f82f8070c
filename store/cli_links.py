"""The commands `link` and `links`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.errors import UserError
from store.options import options_of
from store.short_ids import short_hop

if TYPE_CHECKING:
    from store.links.show import ClaimRow, HopRow

links = typer.Typer(help="Links from sellers to known accounts, and why.", no_args_is_help=True)

_NONE = "there are no links: `accounts import` brings in known accounts, and `link` links sellers to them\n"
_NONE_FILTERED = "no link matches: `links list` without options shows all\n"
Limit = Annotated[int, typer.Option(min=1, help="At most this many.")]


def register(app: typer.Typer) -> None:
    """Add `link` and `links`."""
    app.command("link")(link)
    app.add_typer(links, name="links")


def link(
    context: typer.Context,
    *,
    full: Annotated[
        bool, typer.Option("--full", help="Weigh and write every link anew, under a new link model.")
    ] = False,
) -> None:
    """Link sellers to known accounts, and keep the claims that feeds carry.

    Example: resalewatch link
    """
    from store.database import open_database
    from store.known.notes import unheld_words
    from store.links.build import build_links
    from store.links.digested import known_digests
    from store.peppers import read_peppers

    options = options_of(context)
    keys = read_peppers(options.keys)
    with open_database(options.database, write=True) as database, database.writing() as connection:
        report = build_links(connection, datetime.now(UTC), full=full, keys=keys)
        peppers = {pepper for _, pepper in known_digests(connection)}
    for words in unheld_words(peppers, keys):
        sys.stderr.write(f"{words}\n")
    if options.as_json:
        sys.stdout.write(json.dumps(asdict(report)) + "\n")
        return
    from store.report import plural

    counts = report.claims
    sys.stdout.write(
        f"{plural(report.active, 'link')}: {counts.new} new, {counts.back} back, {counts.changed} changed, "
        f"{counts.retracted} retracted\n"
    )


@links.command("list")
def list_links(
    context: typer.Context,
    *,
    status: Annotated[str, typer.Option(help="active or retracted; both without it.")] = "",
    source: Annotated[str, typer.Option(help="Only sellers of this source.")] = "",
    account: Annotated[str, typer.Option(help="Only this account_ref.")] = "",
    limit: Limit = 50,
    to_judge: Annotated[
        bool, typer.Option("--to-judge", help="As CSV, those that nobody judged: for `links judge --file`.")
    ] = False,
) -> None:
    """List claims: links as they leave in feeds, retracted ones among them.

    Example: resalewatch links list --status active
    """
    from store.database import open_database
    from store.links.reach import ties_words
    from store.links.show import find_claims, find_hops
    from store.to_judge import write_to_judge

    if status not in ("", "active", "retracted"):
        raise UserError(f"--status is active or retracted, not {status!r}")
    if to_judge and status == "retracted":
        raise UserError("--to-judge writes links that stand: leave --status retracted out")
    options = options_of(context)
    with open_database(options.database) as database, database.reading() as connection:
        asked = {"status": "active" if to_judge else status, "source": source, "account": account}
        found = find_claims(connection, limit=limit, judged="0" if to_judge else "", **asked)
        hops = {claim.id: find_hops(connection, claim.link_id) for claim in found}
    if to_judge:
        write_to_judge(sys.stdout, found, hops)
        return
    if not found:
        sys.stderr.write(_NONE_FILTERED if status or source or account else _NONE)
    for claim in found:
        if options.as_json:
            write_claim(claim, hops[claim.id])
            continue
        why = claim.reason or "; ".join(hop.words for hop in hops[claim.id])
        sys.stdout.write(f"{claim.id}  {_standing(claim)}  {_ends(claim)}: {visible(why)}\n")
    for words in ties_words(found, hops):
        sys.stderr.write(f"{words}\n")


@links.command("refused")
def list_refused_links(context: typer.Context, *, limit: Limit = 50) -> None:
    """List the values that a seller and a known account share and that join nobody, with the reason.

    Example: resalewatch links refused
    """
    from store.database import open_database
    from store.known.notes import unheld_words
    from store.links.digested import known_digests
    from store.links.show import list_refused, refusal_words
    from store.peppers import read_peppers

    options = options_of(context)
    keys = read_peppers(options.keys)
    with open_database(options.database) as database, database.reading() as connection:
        found = list_refused(connection, limit)
        peppers = {pepper for _, pepper in known_digests(connection)}
    for words in unheld_words(peppers, keys):
        sys.stderr.write(f"{words}\n")
    if not found:
        sys.stderr.write(
            "nothing is refused: no seller shares a value with an account but where it links them\n"
        )
    for source, seller, provider, account_ref, refused in found:
        if options.as_json:
            ends = {"source": source, "seller": seller, "provider": provider, "account_ref": account_ref}
            said = {"kind": refused.shown.kind, "value": refused.shown.value, **asdict(refused.refusal)}
            sys.stdout.write(json.dumps(ends | said, ensure_ascii=False) + "\n")
        else:
            words = f"{source}/{seller} and {provider}/{account_ref}: {refusal_words(refused)}"
            sys.stdout.write(visible(words) + "\n")


def print_claim(claim: ClaimRow, hops: list[HopRow], again: list[str]) -> None:
    """Print a claim with its hops, under each its proof and what it says when it is read again."""
    lines = [f"{claim.id}  {_standing(claim)}", f"{_ends(claim)}"]
    lines.append(f"first linked {_day(claim.first_linked_at)}, last change {_day(claim.last_change)}")
    if claim.reason:
        lines.append(f"reason: {claim.reason}")
    for hop, words in zip(hops, again, strict=True):
        lines.append(
            f"path {hop.path + 1}, {hop.rule}, {hop.weight} bits{', stale' if hop.stale else ''}, {short_hop(hop.hop_key)}: {hop.words}"
        )
        lines.append(f"  proof: {hop.sha256} at {hop.place or 'the whole page'}")
        lines.append(f"  {hop.url}, fetched {_day(hop.fetched_at)}")
        lines.append(words)
    sys.stdout.write("".join(visible(line) + "\n" for line in lines))


def write_claim(claim: ClaimRow, hops: list[HopRow], **more: Any) -> None:  # noqa: ANN401 - what JSON takes
    """Write a claim with its hops, and more, as a line of JSON."""
    body = asdict(claim) | {"hops": [asdict(hop) for hop in hops]} | more
    sys.stdout.write(json.dumps(body, ensure_ascii=False, default=str) + "\n")


def _standing(claim: ClaimRow) -> str:
    stale = ", stale" if claim.stale else ""
    weighed = "" if claim.level is None else f"  {claim.level} {claim.score} bits{stale}"
    return f"{claim.status}{weighed}{'' if claim.overturned is None else f'  {claim.overturned} overturned'}"


def _ends(claim: ClaimRow) -> str:
    return visible(f"{claim.source}/{claim.seller} linked to {claim.provider}/{claim.account_ref}")


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC")


def visible(words: str) -> str:
    """Escape what could drive a terminal: sellers wrote parts of these words."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in words)
