"""Which paths of a claim count before a receiver, and why the others do not. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from store.claim_states import ClaimHop, ClaimState

STRONG_RULES = frozenset({"exact_identifier", "purchase", "probe", "cluster"})
GUESSED_RULES = frozenset({"partial", "fuzzy"})
FRAUDULENT, ACTIVE, ALERT = "fraudulent", "active", "alert"
BARRIERS = (
    "rejected", "protected", "value_withdrawn", "cohort", "name", "unknown_rule", "stale", "weak_hop", "fuzzy", "partial",
    "unweighed",
)  # fmt: skip
"""Why a path does not count, the gravest first."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a row may not leave to a receiver, and by which of its refusals."""

    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of a claim for a receiver: the paths that count, the kinds of their evidence, when it was seen."""

    paths: tuple[tuple[ClaimHop, ...], ...]

    @property
    def kinds(self) -> list[str]:
        """The rules of the hops, each once, in the order of their names."""
        return sorted({hop.rule for path in self.paths for hop in path})

    @property
    def seen_at(self) -> datetime:
        """When the youngest proof was captured."""
        return max(hop.seen_at for path in self.paths for hop in path)

    def judges(self, state: ClaimState) -> dict[str, datetime]:
        """Give who confirms the claim, or every hop of one of these paths, each once, and when; names fold case."""
        found: dict[str, datetime] = {}
        for one in (state.said.confirmed, *map(_confirmed_throughout, self.paths)):
            for who, at in one.items():
                name = " ".join(who.casefold().split())
                found[name] = max(at, found.get(name, at))
        found.pop("", None)
        return found


def _confirmed_throughout(path: tuple[ClaimHop, ...]) -> dict[str, datetime]:
    names = set.intersection(*(set(hop.said.confirmed) for hop in path)) if path else set()
    return {name: min(hop.said.confirmed[name] for hop in path) for name in names}


def barrier(path: Iterable[ClaimHop], rules: frozenset[str]) -> str | None:
    """Say why a path does not count where only some rules do: the gravest reason of its hops, None where it counts."""
    found = {reason for hop in path for reason in _barriers(hop, rules)}
    return next((reason for reason in BARRIERS if reason in found), None)


def _barriers(hop: ClaimHop, rules: frozenset[str]) -> Iterable[str]:
    if hop.barred is not None:
        yield hop.barred
    if hop.rule not in rules:
        yield hop.rule if hop.rule in BARRIERS else "unknown_rule"
    if hop.stale:
        yield "stale"
    if not hop.strong:
        yield "weak_hop"
    if hop.weight is None:
        yield "unweighed"


def weigh_claim(state: ClaimState, rules: frozenset[str]) -> Standing | Refusal:
    """Give what counts of a claim where only paths of these rules do, or why nothing may leave.

    Whatever rests on a claim passes here: it is active, its account is known as fraudulent now, nobody rejects it and
    no action on it was overturned, it is an alert, and one of the paths that count reaches the alert's bits alone,
    taken at its weakest hop.
    """
    plain = _plain_refusal(state)
    if plain is not None:
        return Refusal(plain)
    reasons = [barrier(path, rules) for path in state.paths]
    counting = tuple(
        path for path, reason in zip(state.paths, reasons, strict=True) if reason is None and path
    )
    if not counting:
        return Refusal(next((one for one in BARRIERS if one in reasons), "no_path"))
    assert state.alert_bits is not None
    best = max(min(hop.weight for hop in path if hop.weight is not None) for path in counting)
    return Standing(counting) if best >= state.alert_bits else Refusal("below_alert")


def _plain_refusal(state: ClaimState) -> str | None:
    checks = (
        ("retracted", state.status != ACTIVE),
        ("account_withdrawn", state.account_class is None),
        ("account_class", state.account_class != FRAUDULENT),
        ("overturned", state.overturned is not None),
        ("rejected", bool(state.said.rejected)),
        ("lead", state.level != ALERT),
        ("unweighed", state.alert_bits is None),
        ("stale", state.stale),
    )
    return next((reason for reason, holds in checks if holds), None)
