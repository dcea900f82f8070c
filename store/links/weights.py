"""What a piece of evidence weighs, in bits. Pure.

A weight is log2(m / u): m how often the evidence stands where the seller does sell the account, u how often it
stands by chance (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969). u follows the value itself: one
that others show too says less (Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", 1989).
Everything is exact decimals, so that two machines decide alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from store.derivations import NAMED_KINDS
from store.matching import EXACT, NAME, PARTIAL, PROBE, PURCHASE, joins_as
from store.records import KINDS, rounded

ALERT, LEAD = "alert", "lead"
_PLACES = 3
_TWO = Decimal(2).ln()
_FLOOR = 1_000
"""A market smaller than this is weighed as if it had so many sellers: few rows tell nothing of what is rare."""
_GROUP = 2
_BELOW = Decimal(1)
_THREE = Decimal(3)
_EDIT = "edit"

AGREE: dict[str, Decimal] = {
    PROBE: Decimal("0.99"), PURCHASE: Decimal("0.99"), EXACT: Decimal("0.95"), PARTIAL: Decimal("0.9"),
    "skeleton": Decimal("0.1"), "edit": Decimal("0.1"), "digits": Decimal("0.1"), NAME: Decimal("0.05"),
}  # fmt: skip
"""m by rule, of near names by how they are near: of an equal value what keeps it from 1 is a reading that is wrong,
of a name that it is seldom written in another way."""
CHANCE: dict[str, Decimal] = {
    PROBE: Decimal("0.0002"), PURCHASE: Decimal("0.0005"), EXACT: Decimal("0.001"),
    "skeleton": Decimal("0.001"), "edit": Decimal("0.002"), "digits": Decimal("0.03"), NAME: Decimal("0.05"),
}  # fmt: skip
"""u by rule, in sellers: how many unrelated ones show such a value, where nothing else looks like it."""
ALIKE = Decimal("0.02")
"""What each further name that looks like a near one adds to its u: names of the trade meet by chance."""
SHARING, GROUP_SHARING = Decimal("0.001"), Decimal("0.01")
"""What each other seller that shows the value adds to u: most are the same people's further shops."""
HUB_LIMITS: Mapping[str, int] = {kind.name: kind.hub_limit for kind in KINDS.values()}
SOLD = Decimal("0.5")
"""The share of known accounts that some watched seller sells: half is said where nobody knows."""
ALERT_ODDS = Decimal(19)
"""A link is an alert from 19 to 1 on, 95 in 100 before calibration."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """One frozen way of weighing: how many sellers and accounts there were, and m and u by rule."""

    sellers: int
    accounts: int
    agree: Mapping[str, Decimal]
    chance: Mapping[str, Decimal]
    hub_limits: Mapping[str, int]
    held: Mapping[str, int]
    """Known values by the kind that they are compared as, parts of them by `part_kind`: a mask's chance is how many fit."""
    alike: Decimal = ALIKE
    sharing: Decimal = SHARING
    group_sharing: Decimal = GROUP_SHARING
    sold: Decimal = SOLD
    alert_odds: Decimal = ALERT_ODDS

    @property
    def alert_bits(self) -> Decimal:
        """The score from which a link is an alert: the odds wanted, against those before any evidence."""
        return bits(self.alert_odds * self._sellers / self.sold)

    @property
    def _sellers(self) -> int:
        return max(self.sellers, _FLOOR)

    def exact(self, kind: str, others: int) -> Decimal:
        """Weigh an equal value that so many other sellers show too."""
        each = self.group_sharing if self.hub_limits.get(kind, 0) <= _GROUP else self.sharing
        return bits(self.agree[EXACT] * self._sellers / (self.chance[EXACT] + each * others))

    def purchase(self) -> Decimal:
        """Weigh a test purchase that delivered the account."""
        return bits(self.agree[PURCHASE] * self._sellers / self.chance[PURCHASE])

    def probe(self) -> Decimal:
        """Weigh a canary that was sent through the offer and found in the account's log."""
        return bits(self.agree[PROBE] * self._sellers / self.chance[PROBE])

    def near(self, how: str, alike: int) -> Decimal:
        """Weigh a name that is near the account's, where so many others look like it.

        Of few known names none looking alike says little: up to three in as many may yet (the rule of three).
        """
        rare = self.chance[how]
        if how == _EDIT:
            rare = max(rare, _THREE / max(1, sum(self.held.get(kind, 0) for kind in NAMED_KINDS)))
        return bits(self.agree[how] * self._sellers / (rare + self.alike * alike))

    def partial(self, kind: str, fits: int) -> Decimal:
        """Weigh a masked value that so many known ones fit; one mask alone never reaches an alert."""
        known = max(self.held.get(kind, 0), _FLOOR)
        return min(bits(self.agree[PARTIAL] * known / fits), self.alert_bits - _BELOW)

    def level(self, score: Decimal) -> str:
        """Name what a score allows: `alert`, or `lead`."""
        return ALERT if score >= self.alert_bits else LEAD


def part_kind(kind: str, derivation: str) -> str:
    """Name known parts of a kind, which are counted by themselves.

    >>> part_kind("whatsapp", "last_four")
    'phone last_four'
    """
    return f"{joins_as(kind)} {derivation}"


def weigh_as_usual(sellers: int, accounts: int, held: Mapping[str, int]) -> Weighing:
    """Give the weighing of a market of so many sellers, known accounts and values, as nobody has calibrated it."""
    return Weighing(sellers, accounts, AGREE, CHANCE, HUB_LIMITS, held)


@lru_cache(maxsize=4096)
def bits(odds: Decimal) -> Decimal:
    """Give odds as bits, to a thousandth.

    >>> bits(Decimal(8)), bits(Decimal("0.5"))
    (Decimal('3.000'), Decimal('-1.000'))
    """
    return rounded(odds.ln() / _TWO, _PLACES)


def through(weights: Iterable[Decimal]) -> Decimal:
    """Weigh a path that stands only where each of its hops does: the chances that one fails are added.

    >>> through([Decimal(10)]), through([Decimal(10), Decimal(10)]), through([Decimal(20), Decimal(10)])
    (Decimal('10.000'), Decimal('9.000'), Decimal('9.999'))
    """
    return bits(1 / sum(Decimal(2) ** -weight for weight in weights))


def total(paths: Iterable[tuple[Decimal, frozenset[str]]]) -> Decimal:
    """Sum the weights of paths that share nothing, the heaviest first: what two share is counted once.

    Each path comes with its weight and the marks of what it stands on.

    >>> one, two = frozenset(["telegram fast"]), frozenset(["telegram fast", "acc_1 phone"])
    >>> total([(Decimal(9), one), (Decimal(12), two), (Decimal(5), frozenset(["email"]))])
    Decimal('17')
    """
    used: set[str] = set()
    score = Decimal(0)
    for weight, marks in sorted(paths, key=lambda path: (-path[0], sorted(path[1]))):
        if used.isdisjoint(marks):
            used |= marks
            score += weight
    return score


def hop_key(rule: str, *ends: str) -> str:
    """Hash a hop's own ends into its key.

    >>> hop_key("purchase", "offer-1", "anthropic", "acc_1") == hop_key("purchase", "offer-1", "anthropic", "acc_1")
    True
    """
    words = json.dumps(["hop", rule, *ends], ensure_ascii=True)
    return hashlib.sha256(words.encode()).hexdigest()[:32]
