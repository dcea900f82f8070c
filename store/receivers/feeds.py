"""A receiver's feeds: the rows that its profile lets leave, and what was taken back of those that left before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from store.claim_states import ClaimState, read_claims
from store.claims_sent import LEFT_OUT, SENT, To, Told, find_last, side_by_side
from store.errors import UserError
from store.feeds.feed import KEPT, Feed, Gone, Moment, columns, in_batches
from store.feeds.writer import FeedSet
from store.holds import has_case
from store.import_batches import table_of
from store.receiver_tables import ClearRelease
from store.receivers.actions import BAN, STEP_UP
from store.receivers.evidence import ACTIVE, Refusal
from store.receivers.legal import LEGAL
from store.receivers.market import Market
from store.receivers.profile import Asked, Profile, Row
from store.receivers.sites import CARD, TAKEDOWN

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy import Row as Sent

PROFILES = {profile.name: profile for profile in (BAN, STEP_UP, CARD, TAKEDOWN, LEGAL)}
_AHEAD = 200
"""How many claims' sellers are asked for at once."""
TAKEN_BACK = columns(
    claim_id="text", taken_back_at="utc", reason="text", words="text", provider="text", account_ref="text",
    account_class="text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """What a profile makes of one claim: its rows, persons masked, and why the rest may not leave."""

    state: ClaimState
    rows: tuple[Row, ...]
    refused: Counter[str]

    @property
    def claim_id(self) -> str:
        """The claim."""
        return self.state.id

    @property
    def reason(self) -> str:
        """The refusal that most of what the claim has meets; of equals the first by name."""
        return min(self.refused, default="retracted", key=lambda reason: (-self.refused[reason], reason))

    @property
    def told(self) -> Told:
        """What the receiver is told of the claim."""
        if self.rows:
            return Told(self.state.id, SENT, self.state.body())
        return Told(self.state.id, LEFT_OUT, json.dumps({"reason": self.reason}))


def decide_all(connection: Connection, profile: Profile, asked: Asked, now: datetime) -> Iterator[Decision]:
    """Decide on every claim, by its id.

    Raises:
        UserError: where no hold ever had the case, for a mistyped one would take everything back.
    """
    if profile.needs_case and not has_case(connection, asked.case):
        raise UserError(
            f"no hold has the case {asked.case[:40]!r}: `hold list` shows them, `hold add` makes one"
        )
    with closing(Market(connection, asked)) as market:
        claims = read_claims(connection)
        while ahead := list(islice(claims, _AHEAD)):
            market.expect(state.seller_id for state in ahead if state.status == ACTIVE)
            for state in ahead:
                yield _decide_one(state, profile, market, now)


def _decide_one(state: ClaimState, profile: Profile, market: Market, now: datetime) -> Decision:
    personal = [at for at, column in enumerate(profile.columns) if column.name in profile.personal]
    rows, refused = [], Counter[str]()
    for subject in profile.subjects(market, state):
        found = profile.decide(subject, now)
        if isinstance(found, Refusal):
            refused[found.reason] += 1
        else:
            rows.append(_masked(found, personal, market, state.seller_id))
    return Decision(state, tuple(rows), refused)


def _masked(row: Row, personal: list[int], market: Market, seller: int) -> Row:
    return tuple(
        market.masked(cell, seller) if at in personal and isinstance(cell, str) else cell
        for at, cell in enumerate(row)
    )


def feed_set(name: str, asked: Asked) -> FeedSet:
    """Give the set of feeds of a profile.

    Raises:
        UserError: where there is no such profile, or what is asked for does not go with it.
    """
    profile = PROFILES.get(name)
    if profile is None:
        raise UserError(f"there is no profile {name[:40]!r}: choose one of {', '.join(PROFILES)}")
    if profile.needs_case and not asked.case:
        raise UserError(f"the profile {name} belongs to a case: name it with --case")
    if asked.case and not profile.needs_case:
        raise UserError(f"the profile {name} belongs to no case: leave --case out")
    if asked.clear and not profile.may_be_clear:
        raise UserError(f"the profile {name} masks persons always: leave --clear out")
    if asked.clear and not (asked.case and asked.who):
        raise UserError("persons in clear need --case and --by, which are written down")
    if asked.who and not asked.clear:
        raise UserError("--by is who asks for persons in clear: name --clear too, or leave --by out")
    return FeedSet(
        profile.receiver, feeds_of(profile),
        lambda connection, now, to, decided: _decide(decide_all(connection, profile, asked, now), profile,
                                                     Moment(connection, now, decided=decided), to),
        lambda connection, version, now: _note(connection, profile, asked, (version, now)), whatever=True,
    )  # fmt: skip


def feeds_of(profile: Profile) -> tuple[Feed, Feed]:
    """Give a profile's two feeds, of what was decided before: what leaves, and what was taken back."""
    leaves, back = names_of(profile)
    op, what = ("UNLINK", "the offer") if "offer_id" in profile.key else ("DEL", "the claim")
    names = {column.name for column in profile.columns}
    gone = Gone(op, f"{what} no longer has what this receiver may act on", retracts="status" not in names)

    def rows(moment: Moment) -> Iterator[Row]:
        assert moment.decided is not None
        moment.refused.update(moment.decided.refused)
        yield from map(tuple, moment.decided.rows(leaves))

    def taken_back(moment: Moment) -> Iterator[Row]:
        assert moment.decided is not None
        yield from map(tuple, moment.decided.rows(back))

    return (
        Feed(leaves, profile.schema_version, profile.columns, profile.key, in_batches(rows), profile.added, gone),
        Feed(back, "1.0.0", TAKEN_BACK, ("claim_id",), in_batches(taken_back),
             gone=Gone(reason=f"the claim may leave again, or was taken back more than {KEPT.days} days ago"), kept=KEPT),
    )  # fmt: skip


def names_of(profile: Profile) -> tuple[str, str]:
    """Give the names of a profile's two feeds."""
    name = profile.name.replace("-", "_")
    return name, f"{name}_taken_back"


def _decide(decisions: Iterator[Decision], profile: Profile, moment: Moment, to: To) -> None:
    """Put aside of every claim what leaves, what is taken back, and what the receiver is told otherwise than before."""
    decided = moment.decided
    assert decided is not None
    leaves, back = map(decided.rows, names_of(profile))
    for before, decision in side_by_side(find_last(moment.connection, to), decisions):
        decided.tell(before, None if decision is None else decision.told)
        if decision is None:
            continue
        decided.refused.update(decision.refused)
        for row in decision.rows:
            leaves.put(row)
        if before is not None and not decision.rows:
            for row in _taken_back(before, decision, profile, moment.now):
                back.put(row)


def _taken_back(before: Sent[Any], decision: Decision, profile: Profile, now: datetime) -> Iterator[Row]:
    """Give the row of a claim that left to this receiver and may no more, for 400 days."""
    at, reason, state = now, decision.reason, decision.state
    if before.says == LEFT_OUT:
        at, reason = before.sent_at, json.loads(before.body).get("reason", reason)
    if at >= now - KEPT:
        words = state.reason if reason == "retracted" else profile.refusals.get(reason, reason)
        account = (state.provider, state.account_ref, state.account_class or "withdrawn")
        yield (state.id, at, reason, words, *account)


def _note(connection: Connection, profile: Profile, asked: Asked, what: tuple[int, datetime]) -> None:
    if asked.clear:
        version, now = what
        row = {
            "feed_version": version,
            "receiver": profile.receiver,
            "case_id": asked.case,
            "who": asked.who,
            "at": now,
        }
        connection.execute(insert(table_of(ClearRelease)).values(**row))
