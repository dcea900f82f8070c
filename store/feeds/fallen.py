"""Claims that stand since the last `link` and that what is known now speaks against: they leave as retracted at once.

An account that was reinstated or withdrawn, a rejection, a value that was protected or withdrawn: the next `link`
retracts such a claim, and receivers do not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.claims_sent import SENT, TAKEN_BACK, Told
from store.links.judged import JUDGED
from store.matching import account_refusal, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.claim_states import ClaimHop, ClaimState

_VALUES = {
    "rejected": JUDGED,
    "protected": "this {} is protected and never links",
    "value_withdrawn": "the provider withdrew this {} of the account",
}
"""Why a path no longer counts, the gravest first, in the words of `link`."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """One such claim, when this was first told, and why."""

    state: ClaimState
    at: datetime
    reason: str

    @property
    def account(self) -> tuple[str, str]:
        """The account, as known_accounts.csv names it."""
        return self.state.provider, self.state.account_ref

    @property
    def seller(self) -> tuple[str, str]:
        """The seller, as sellers.csv names it."""
        return self.state.source, self.state.seller


def why_fallen(state: ClaimState) -> str | None:
    """Say why a claim that stands must not leave as one that does; None where it may."""
    if state.status != "active":
        return None
    refusal = account_refusal(state.account_class)
    if refusal is not None:
        return refusal.why
    if state.said.rejected:
        return JUDGED
    barred = [_barrier(path) for path in state.paths]
    if not barred or not all(barred):
        return None
    gravest = min((one for one in barred if one), key=lambda one: list(_VALUES).index(one[0]))
    return _VALUES[gravest[0]].format(spoken(gravest[1]) if gravest[1] else "value")


def barred_paths(state: ClaimState) -> frozenset[int]:
    """Give which paths of a claim, counted from 0, no longer count."""
    return frozenset(at for at, path in enumerate(state.paths) if _barrier(path))


def _barrier(path: Iterable[ClaimHop]) -> tuple[str, str | None] | None:
    found = {hop.barred: hop.kind for hop in path if hop.barred is not None}
    return next(((reason, found[reason]) for reason in _VALUES if reason in found), None)


def told_of(state: ClaimState, reason: str | None) -> Told:
    """Tell a claim as it stands, or as retracted for this reason."""
    if reason is None:
        return Told(state.id, SENT if state.status == "active" else TAKEN_BACK, state.body())
    bare = replace(
        state, status=TAKEN_BACK, reason=reason, level=None, score=None, model=None, stale=False, paths=()
    )
    return Told(state.id, TAKEN_BACK, bare.body())
