"""`links show`: one link with its whole path, each proof read again in the kept pages, and what speaks against it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.cli_links import links, print_claim, visible, write_claim
from store.options import options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawlers.reread import Reread


def register(_: typer.Typer) -> None:
    """Add `links show` beside the store's own commands of `links`."""
    links.command("show")(show_link)


def show_link(
    context: typer.Context,
    claim_id: Annotated[str, typer.Argument(help="The claim's id, or as much of its beginning as tells it.")],
) -> None:
    """Show one link: its path in sentences, the proof of every hop read again, and what speaks against it.

    Example: resalewatch links show clm_0f3a
    """
    from crawlers.reread import reread_hops
    from store.database import open_database
    from store.judgements import judgement_words
    from store.links.judged import rejected_hops
    from store.links.reach import reached_by, reached_words
    from store.links.show import find_doubts, find_hops, the_claim
    from store.links.told import find_outcomes, find_told, told_words

    options = options_of(context)
    with open_database(options.database) as database:
        with database.reading() as connection:
            claim = the_claim(connection, claim_id)
            hops = find_hops(connection, claim.link_id)
            doubts = find_doubts(connection, claim)
            reached = reached_by(connection, claim)
            unjudged = reached_by(connection, claim, judged=False) if rejected_hops(connection) else reached
            steps = [step.hop_key for one in unjudged for step in one.hops]
            said = judgement_words(connection, claim.link_id, [*(hop.hop_key for hop in hops), *steps])
            told, came = find_told(connection, claim.id), find_outcomes(connection, claim.id)
        again = reread_hops(database, options.evidence, hops)
    if options.as_json:
        rows: dict[str, Sequence[Any]] = {
            "read_again": again,
            "reached": reached,
            "told": told,
            "outcomes": came,
        }
        more = {name: [asdict(one) for one in found] for name, found in rows.items()}
        write_claim(claim, hops, against=doubts, judged=said, **more)
        return
    print_claim(claim, hops, [_told(one) for one in again])
    doubted = (*(f"against: {one}" for one in doubts), *(f"judged: {one}" for one in said))
    for words in (*doubted, *reached_words(reached), *told_words(told, came)):
        sys.stdout.write(f"{visible(words)}\n")


def _told(again: Reread) -> str:
    if again.stands is None:
        return f"  not read again: {again.words}"
    return f"  read again{'' if again.stands else ', and it stands there NO MORE'}: {again.words}"
