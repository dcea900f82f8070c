"""What a manifest says of a version as a whole, and what speaks against writing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from store.errors import UserError
from store.feeds import manifest, source_health
from store.feeds.feed import Moment
from store.feeds.former import Former, why_strange
from store.feeds.settings import Settings


@dataclass(frozen=True, slots=True)
class Next:
    """The version that is being written: its number, the one before, whose feeds, and whether stale sources stop it."""

    number: int
    former: Former | None
    name: str
    whatever: bool = False


class StaleError(UserError):
    """What is known of the market is too old to be sent; a good crawl mends it."""


def make_head(moment: Moment, version: Next, settings: Settings, signer: str | None = None) -> manifest.Head:
    """Give what the manifest says of the version as a whole; `signer` is the signing key's fingerprint.

    Raises:
        StaleError: where too many of the sources are stale, and it is not forced.
        UserError: where the directory is not this database's to go on with, and it is not forced.
    """
    standings, old = source_health.find_standings(moment)
    strange = None if version.former is None else why_strange(moment.connection, version.former)
    stale = _why_stale(standings, old) if old > settings.stale_limit else None
    if strange is not None and not settings.force:
        raise UserError(f"nothing is published: {strange}; --force writes all the same")
    if stale is not None and not (settings.force or version.whatever):
        raise StaleError(
            f"nothing is published: {stale}, more than {settings.stale_limit:.0%}; see `status`, or use --force"
        )
    return manifest.Head(
        feed=version.name, version=version.number,
        previous=None if version.former is None else version.former.name, generated_at=moment.now, settings=settings,
        signer=signer, forced="; ".join(filter(None, (strange, stale))) or None,
        state={"claims": manifest.count_claims(moment.connection, len(moment.fallen)), "sources": standings},
    )  # fmt: skip


def _why_stale(standings: Mapping[str, Sequence[str]], old: float) -> str:
    if not any(standings.values()):
        return "no source is watched, so that all of them are stale"
    return f"{old:.0%} of the sources have had no good run for {source_health.STALE_AFTER.days} days"
