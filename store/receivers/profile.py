"""What a receiver's profile is: a frozen declaration of columns, guarantees and refusals, and a pure decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.claim_states import ClaimState
from store.feeds.feed import Column
from store.receivers.evidence import Refusal

Row = tuple[Any, ...]
Subject = Any
Decide = Callable[[Subject, datetime], "Row | Refusal"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a writing is for: the directory that it goes to, the case, who asked, and whether persons stay in clear."""

    directory: str = ""
    case: str = ""
    who: str = ""
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One receiver, for one action.

    `decide` takes a subject and the moment and gives the row in the order of `columns` and `added`, or the refusal. `subjects`
    gives what a claim has for this receiver. `personal` names the
    columns that may name a person: they are masked unless the case asks for them in clear.
    """

    name: str
    schema_version: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    guarantees: tuple[str, ...]
    refusals: Mapping[str, str]
    decide: Decide
    subjects: Callable[[Any, ClaimState], Iterable[Subject]]
    personal: tuple[str, ...] = ()
    added: tuple[Column, ...] = ()
    """The columns that came after the first edition, at the end of the row (store.feeds.feed.Feed)."""
    needs_case: bool = False
    may_be_clear: bool = False

    @property
    def receiver(self) -> str:
        """The name of its set of feeds."""
        return f"resalewatch-{self.name}"


COMMON_REFUSALS: Mapping[str, str] = {
    "retracted": "the claim was taken back",
    "account_withdrawn": "the provider withdrew the account",
    "account_class": "the account is not known as fraudulent now",
    "overturned": "the latest outcome of an action on the claim is that it was overturned",
    "rejected": "a person rejects the claim, or a hop of every path that would count",
    "lead": "the claim is a lead, to be looked at and not acted on",
    "unweighed": "no link model weighed it",
    "stale": "no path has only fresh hops",
    "no_path": "the claim has no path",
    "protected": "every path that would count goes over a protected value",
    "value_withdrawn": "the provider withdrew the value that every path that would count goes over",
    "cohort": "it rests on a cohort",
    "name": "it rests on a name alone",
    "unknown_rule": "it rests on a rule that the profile does not know",
    "weak_hop": "every path that would count has a hop of a weak kind",
    "below_alert": "no path that counts reaches the alert's bits alone, at its weakest hop",
}
