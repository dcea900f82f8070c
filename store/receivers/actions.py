"""The two profiles that act on a provider's own accounts: ban and step-up. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from store.claim_states import ClaimState
from store.feeds.feed import columns
from store.receivers.evidence import GUESSED_RULES, STRONG_RULES, Refusal, weigh_claim
from store.receivers.profile import COMMON_REFUSALS, Profile, Row

JUDGES_NEEDED = 2
BAN_STANDS = timedelta(days=180)
STEP_UP_STANDS = timedelta(days=30)
REASON_CODES = (
    ("probe", "RW-PROBE"), ("purchase", "RW-PURCHASE"), ("exact_identifier", "RW-IDENTIFIER"), ("cluster", "RW-CLUSTER"),
    ("partial", "RW-PARTIAL"), ("fuzzy", "RW-FUZZY"),
)  # fmt: skip
"""The reason of a step-up by the strongest evidence there is."""


def decide_ban(state: ClaimState, now: datetime) -> Row | Refusal:
    """Decide whether an account may be banned for a claim: strong fresh paths alone, and two people who confirm it.

    It expires 180 days after the younger-but-one confirmation, so that two people looked at it within that time.
    """
    standing = weigh_claim(state, STRONG_RULES)
    if isinstance(standing, Refusal):
        return standing
    judges = standing.judges(state)
    if len(judges) < JUDGES_NEEDED:
        return Refusal("unconfirmed")
    confirmed_at = sorted(judges.values(), reverse=True)[JUDGES_NEEDED - 1]
    expires_at = confirmed_at + BAN_STANDS
    if expires_at <= now:
        return Refusal("expired")
    return (
        state.id, state.provider, state.account_ref, state.account_class, " ".join(standing.kinds), ", ".join(sorted(judges)),
        confirmed_at, expires_at,
    )  # fmt: skip


def decide_step_up(state: ClaimState, now: datetime) -> Row | Refusal:
    """Decide whether an account may be asked to prove itself: an alert by fresh paths, guessed values among them.

    It expires 30 days after the Monday of the week in which the evidence or the seller's offers were last seen, so
    that a row changes once a week at most and its id never.
    """
    standing = weigh_claim(state, STRONG_RULES | GUESSED_RULES)
    if isinstance(standing, Refusal):
        return standing
    seen_at = min(max(standing.seen_at, state.on_sale_at or standing.seen_at), now)
    expires_at = monday(seen_at) + STEP_UP_STANDS
    if expires_at <= now:
        return Refusal("expired")
    code = next(code for rule, code in REASON_CODES if rule in standing.kinds)
    return (
        state.id, f"stp_{state.id.removeprefix('clm_')}", state.provider, state.account_ref, code, " ".join(standing.kinds),
        monday(seen_at), expires_at,
    )  # fmt: skip


def monday(moment: datetime) -> datetime:
    """Give the beginning of a moment's week.

    >>> from datetime import UTC
    >>> monday(datetime(2026, 11, 24, 15, 30, tzinfo=UTC)).isoformat()
    '2026-11-23T00:00:00+00:00'
    """
    day = moment - timedelta(days=moment.weekday())
    return day.replace(hour=0, minute=0, second=0, microsecond=0)


def itself(_: Any, state: ClaimState) -> Iterator[ClaimState]:  # noqa: ANN401 - where the claim alone decides
    """Give the claim as the one thing to decide on."""
    yield state


BAN = Profile(
    "ban", "1.0.0",
    columns(claim_id="text", provider="text", account_ref="text", account_class="text", evidence_kinds="text",
            judges="text", confirmed_at="utc", expires_at="utc"),
    ("claim_id",),
    ("the account is known as fraudulent now, and not protected",
     "a path of exact identifiers, purchases, probes and clusters alone, every hop of a strong kind and fresh, is an alert by itself",
     "two people confirm it, none rejects it, and no action on it was overturned",
     "two people looked at it within 180 days"),
    {**COMMON_REFUSALS, "partial": "every path rests on a partial value", "fuzzy": "every path rests on a similar value",
     "unconfirmed": "fewer than two people confirm it", "expired": "the confirmations are older than 180 days"},
    decide_ban, itself,
)  # fmt: skip
STEP_UP = Profile(
    "step-up", "1.0.0",
    columns(claim_id="text", step_up_id="text", provider="text", account_ref="text", reason_code="text",
            evidence_kinds="text", seen_at="utc", expires_at="utc"),
    ("claim_id",),
    ("the account is known as fraudulent now, and not protected",
     "a path whose every hop is fresh and of a strong kind is an alert by itself; no cohort and no name counts",
     "nobody rejects it, and no action on it was overturned",
     "it expires within 30 days, and a repeated row keeps its step_up_id"),
    {**COMMON_REFUSALS, "expired": "neither the evidence nor the seller's offers were seen within 30 days"},
    decide_step_up, itself,
)  # fmt: skip
