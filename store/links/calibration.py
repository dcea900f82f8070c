"""How true scores are: the probability that they claim against the share that people confirmed without seeing them.

Only the weekly sample counts, judged blind. What was unsure or is not judged yet is counted apart, and nothing is
said of it. Intervals are Wilson's at 95 % ("Probable Inference", JASA 22, 1927).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from sqlalchemy import select

from store.import_batches import table_of
from store.judgement_tables import CONFIRM, PAIR, REJECT, Judgement, LinkSample
from store.records import rounded

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.links.weights import Weighing

EDGES = tuple(map(Decimal, ("0", "0.5", "0.8", "0.95", "0.99", "0.999", "1.0001")))
"""Bins of claimed probability; at 0.95 an alert begins."""
ENOUGH = 30
"""Judged links from which a share says something: a week's sample."""
_Z = Decimal("1.959964")
_PLACES = 4
_judgement, _sample = table_of(Judgement), table_of(LinkSample)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The links of the sample that claimed so much: how many were judged, and which share of them was confirmed.

    `claimed` is their mean probability; it, the share and its interval are None where none was judged.
    """

    at_least: Decimal
    below: Decimal
    judged: int
    confirmed: int
    claimed: Decimal | None
    share: Decimal | None
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability table, and how much of the sample it leaves out."""

    bins: tuple[Reliability, ...]
    unsure: int
    open: int


def probability(weighing: Weighing, score: Decimal) -> Decimal:
    """Give the probability that a score claims: at the alert's threshold, the odds that an alert wants.

    >>> from store.links.weights import weigh_as_usual
    >>> weighing = weigh_as_usual(2000, 100, {})
    >>> probability(weighing, weighing.alert_bits)
    Decimal('0.9500')
    """
    odds = weighing.alert_odds * Decimal(2) ** (score - weighing.alert_bits)
    return rounded(odds / (1 + odds), _PLACES)


def wilson(part: int, whole: int) -> tuple[Decimal, Decimal]:
    """Give the interval of a share at 95 %.

    >>> wilson(19, 20)
    (Decimal('0.7639'), Decimal('0.9911'))
    """
    count, square = Decimal(whole), _Z * _Z
    share = part / count
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = _Z * (share * (1 - share) / count + square / (4 * count * count)).sqrt() / (1 + square / count)
    return max(rounded(middle - half, _PLACES), Decimal(0)), min(rounded(middle + half, _PLACES), Decimal(1))


def alert_odds(calibration: Calibration, wanted: Decimal) -> Decimal:
    """Give the odds that a score must claim to be an alert, so that as many of those judged blind hold as are wanted.

    From the claim that is wanted on each edge is tried: where so many links were judged that it is clear that fewer of
    them hold (Wilson's interval lies below), the next is. Without enough judged links the claim stands as it is.
    """
    share = wanted / (1 + wanted)
    edges = [one.at_least for one in calibration.bins if one.at_least >= share]
    for edge in edges:
        pool = [one for one in calibration.bins if one.at_least >= edge]
        judged, confirmed = sum(one.judged for one in pool), sum(one.confirmed for one in pool)
        if judged < ENOUGH or wilson(confirmed, judged)[1] >= share or edge == edges[-1]:
            return rounded(edge / (1 - edge), _PLACES)
    return wanted


def calibrate(connection: Connection) -> Calibration:
    """Read the whole sample with what was said of it blind; one rejection outweighs all confirmations."""
    words = _read_words(connection)
    claims: dict[str, Decimal] = {}
    for row in connection.execute(select(_sample.c.link_id, _sample.c.claimed).order_by(_sample.c.id)):
        claims.setdefault(row.link_id, row.claimed)  # a link that two weeks drew counts once
    judged = {link: _verdict(words[link]) for link in claims if link in words}
    found = [(claims[link], says) for link, says in judged.items() if says is not None]
    bins = tuple(_bin(low, high, found) for low, high in pairwise(EDGES))
    return Calibration(bins, len(judged) - len(found), len(claims) - len(judged))


def _read_words(connection: Connection) -> dict[str, dict[str, str]]:
    """Read by link what each person said of it blind at last."""
    blind = (_judgement.c.about == PAIR) & _judgement.c.blind & _judgement.c.undone_at.is_(None)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(_judgement).where(blind).order_by(_judgement.c.id)):
        found[row.key][row.who] = row.says
    return found


def _verdict(words: dict[str, str]) -> bool | None:
    said = set(words.values())
    return False if REJECT in said else True if CONFIRM in said else None


def _bin(low: Decimal, high: Decimal, found: Sequence[tuple[Decimal, bool]]) -> Reliability:
    mine = [(claimed, right) for claimed, right in found if low <= claimed < high]
    if not mine:
        return Reliability(low, high, 0, 0, None, None, None, None)
    confirmed = sum(right for _, right in mine)
    claimed = rounded(sum((one for one, _ in mine), Decimal(0)) / len(mine), _PLACES)
    share = rounded(Decimal(confirmed) / len(mine), _PLACES)
    return Reliability(low, high, len(mine), confirmed, claimed, share, *wilson(confirmed, len(mine)))
