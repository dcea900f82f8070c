"""Which identifier shown on the market joins which identifier of a known account, and why the others do not.

Pure. docs/linking.md states these rules in prose; store/links/exact.py asks them of the database in SQL, and a
property test holds the two equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.records import KINDS, Kind

EXACT = "exact_identifier"
PURCHASE = "purchase"
STRONG, WEAK = "strong", "weak"
LINKING_ROLE = "operator"
LINKING_CLASS = "fraudulent"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as a seller shows it; `sharers` counts the sellers that show it, this one among them."""

    kind: str
    value: str
    role: str = LINKING_ROLE
    sharers: int = 1
    masked: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a provider holds of a known account, and how that account stands now.

    `class_name` is None for an account whose entry was withdrawn; `current` is false for a withdrawn value.
    """

    kind: str
    value: str
    class_name: str | None = LINKING_CLASS
    current: bool = True
    withdrawn_reason: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Two equal values that join a seller to an account; `against` is what speaks against it, in words."""

    rule: str
    weight: str
    words: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two equal values that join nobody: the rule that refuses, a stable sentence why, and its numbers."""

    rule: str
    why: str
    numbers: str = ""


def joins_as(kind: str) -> str:
    """Name the kind whose values this one is compared with.

    >>> joins_as("whatsapp"), joins_as("email")
    ('phone', 'email')
    """
    found = KINDS.get(kind)
    return found.joins_as or kind if found else kind


def comparable(kind: str) -> tuple[str, ...]:
    """List the kinds whose values are compared with this one's, itself among them.

    >>> comparable("phone")
    ('phone', 'whatsapp', 'zalo')
    """
    target = joins_as(kind)
    return tuple(sorted(name for name in KINDS if joins_as(name) == target))


def account_refusal(class_name: str | None, withdrawn_reason: str = "") -> Refusal | None:
    """Say why nothing may be linked to an account as it stands now, or None where linking is allowed.

    >>> account_refusal("reinstated").why
    'the account is reinstated, and only fraudulent accounts are linked'
    """
    if class_name is None:
        said = f": {withdrawn_reason}" if withdrawn_reason else ""
        return Refusal("withdrawn", f"the account was withdrawn by its provider{said}")
    if class_name != LINKING_CLASS:
        return Refusal("class", f"the account is {class_name}, and only fraudulent accounts are linked")
    return None


def hub_refusal(kind: Kind, sharers: int) -> Refusal | None:
    """Say why a value that many sellers show joins nobody, or None where they are few enough.

    >>> hub_refusal(KINDS["qq_group"], 7).numbers
    '7 sellers show it'
    """
    if sharers <= kind.hub_limit:
        return None
    why = f"more than {kind.hub_limit} sellers share this {kind.name}, so it says nothing of who they are"
    return Refusal("hub", why, f"{sharers} sellers show it")


def value_refusal(shown: Shown, known: Known) -> Refusal | None:
    """Say why two equal values do not join, whatever the account is; the gravest reason first."""
    kind = KINDS.get(shown.kind)
    if kind is None or known.kind not in KINDS:
        return Refusal("kind", f"{shown.kind if kind is None else known.kind} is no kind of identifier")
    if joins_as(shown.kind) != joins_as(known.kind):
        return Refusal("kind", f"a {shown.kind} is never compared with a {known.kind}")
    if shown.protected:
        return Refusal("protected", f"this {shown.kind} is protected and never links")
    if not known.current:
        return Refusal("value_withdrawn", f"the provider withdrew this {known.kind} of the account")
    return _shown_refusal(shown, kind)


def _shown_refusal(shown: Shown, kind: Kind) -> Refusal | None:
    if shown.masked:
        return Refusal("masked", f"the {shown.kind} is masked: it narrows a search and identifies nobody")
    if not kind.strong:
        return Refusal("weak", f"a {shown.kind} is weak evidence and joins nobody")
    if shown.role != LINKING_ROLE:
        return Refusal("role", f"the {shown.kind} is shown as {shown.role}, not as the seller's own")
    return hub_refusal(kind, shown.sharers)


def match(shown: Shown, known: Known) -> Match | Refusal | None:
    """Compare one shown value with one known value; None where they are not even equal."""
    if shown.value != known.value:
        return None
    refused = value_refusal(shown, known) or account_refusal(known.class_name, known.withdrawn_reason)
    if refused is not None:
        return refused
    return Match(EXACT, STRONG, exact_words(shown.kind, shown.value, known.kind), against(shown, known))


def exact_words(kind: str, value: str, known_kind: str) -> str:
    """Tell an exact hop in a plain sentence."""
    held = "the same value" if known_kind == kind else f"the same value as its {known_kind}"
    return (
        f"the seller shows {kind} {value} as their own contact, and the provider holds {held} for the account"
    )


def purchase_words(bought_on: str, case_id: str) -> str:
    """Tell a purchase hop in a plain sentence."""
    return f"a test purchase of this seller's offer on {bought_on} (case {case_id}) delivered the account"


def against(shown: Shown, known: Known) -> tuple[str, ...]:
    """Say in words what speaks against a match that holds."""
    found = []
    others = shown.sharers - 1
    if others > 0:
        found.append(f"{others} other seller{'s' if others > 1 else ''} show the same value")
    if known.kind != shown.kind:
        found.append(f"the values are of two kinds, {shown.kind} and {known.kind}")
    return tuple(found)


def find_matches(
    shown: Iterable[Shown], known: Sequence[Known]
) -> tuple[tuple[tuple[Shown, Known, Match], ...], tuple[tuple[Shown, Known, Refusal], ...]]:
    """Compare all shown values with all known ones, by index: (the matches, the refusals of equal values).

    >>> matches, refusals = find_matches([Shown("whatsapp", "+15550100")], [Known("phone", "+15550100")])
    >>> [found.weight for _, _, found in matches], refusals
    (['strong'], ())
    """
    index: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in known:
        index[joins_as(one.kind), one.value].append(one)
    matches: list[tuple[Shown, Known, Match]] = []
    refusals: list[tuple[Shown, Known, Refusal]] = []
    for seen in shown:
        for one in index.get((joins_as(seen.kind), seen.value), ()):
            found = match(seen, one)
            if isinstance(found, Match):
                matches.append((seen, one, found))
            elif found is not None:
                refusals.append((seen, one, found))
    return tuple(matches), tuple(refusals)
