"""The crawler's own verdict of a run, from what happened to its pages. Pure; history is the store's business.

ok      goods were read, or a public denial was (prices for members only)
empty   no goods, by the pages' own words: a total of 0, or empty-state words
changed the pages no longer say what the reader knows to read: nothing was read where goods are stated or expected,
        every page of one role was changed, or the contract is broken with no word of the page to explain it
blocked the pages that list goods were walls, or robots.txt forbade them
failed  they could not be fetched, or a reader broke

A wall, a failure or a changed page among pages that were read leaves the verdict `ok` but `covers_all` false: what
was read counts, and nothing ends for not having been seen. That holds for every page, for what stands on the page of
one good may stand nowhere else. The page of one good that is not there is named in the reason and no more: the list
proves that good.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Fate = Literal["read", "missing", "blocked", "changed", "failed", "broken", "unasked"]
"""What became of a page: `missing` is a 4xx reply, `broken` a reader's own fault, `unasked` one too many."""
GONE = "gone"
"""The state of a page that says, in its program's own words and under any status, that its good is not there."""
_OF_GOODS = frozenset({"detail", "topic", "variants"})
"""The roles of pages that stand for one good that a list named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one page that was wanted; `listings` is the number read on it."""

    role: str
    fate: Fate
    lists: bool = False
    reason: str = ""
    listings: int = 0
    total: int | None = None
    empty: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a run is worth, in the words of RunRecord."""

    verdict: str
    reason: str
    anchored: bool = False
    covers_all: bool = False
    total: int | None = None


def decide(
    outcomes: Sequence[Outcome], *, listings: int, min_listings: int = 0, max_listings: int = 100_000
) -> Verdict:
    """Give the verdict of a run; `listings` counts what its pages gave once double ones are joined."""
    total = max((one.total for one in outcomes if one.total is not None), default=None)
    whole = _is_whole(outcomes)
    anchored = whole and _is_anchored(outcomes, listings, total)
    name, reason = _judge(outcomes, listings, total)
    if name in ("ok", "empty") and not anchored and not min_listings <= listings <= max_listings:
        name, reason = _breach(outcomes, listings, min_listings, max_listings)
    covers_all = (
        name in ("ok", "empty") and whole and (total is None or total <= listings) and not _state(outcomes)
    )
    return Verdict(
        verdict=name,
        reason="; ".join(part for part in (reason, _misses(outcomes) if name == "ok" else "") if part),
        anchored=anchored and name in ("ok", "empty"),
        covers_all=covers_all,
        total=total,
    )


def _judge(outcomes: Sequence[Outcome], listings: int, total: int | None) -> tuple[str, str]:
    if broken := _first(outcomes, "broken"):
        return "failed", broken.reason
    if role := _changed_role(outcomes):
        return "changed", next(
            one.reason for one in outcomes if _kind(one.role) == role and one.fate == "changed"
        )
    if listings:
        return (
            "ok",
            "" if total is None or total <= listings else f"{listings} of the {total} goods stated were read",
        )
    return _lost(outcomes) or _judge_none(outcomes, total)


def _judge_none(outcomes: Sequence[Outcome], total: int | None) -> tuple[str, str]:
    """Judge pages that were all read and gave no goods."""
    if total:
        return "changed", f"the source states {total} goods and none was read"
    if total == 0 or any(one.empty for one in outcomes):
        return "empty", next((one.empty for one in outcomes if one.empty), "the source states 0 goods")
    if state := _state(outcomes):
        return "ok", state
    return "changed", "no goods were read, and nothing on the pages says that there are none"


def _lost(outcomes: Sequence[Outcome]) -> tuple[str, str] | None:
    """Say what kept the goods from being read: pages that list count first, then all."""
    listing = [one for one in outcomes if one.lists] or list(outcomes)
    for fate, name in (
        ("blocked", "blocked"),
        ("failed", "failed"),
        ("missing", "failed"),
        ("unasked", "failed"),
    ):
        if one := _first(listing, fate):
            return name, one.reason
    return None if listing else ("failed", "no page was asked for")


def _changed_role(outcomes: Sequence[Outcome]) -> str | None:
    """Give a role of which pages were changed and none was read: a layout that broke, not one odd page."""
    changed = {_kind(one.role) for one in outcomes if one.fate == "changed"}
    read = {_kind(one.role) for one in outcomes if one.fate == "read"}
    return next(iter(sorted(changed - read)), None)


def _kind(role: str) -> str:
    """Give a role without its count: "list 3" is a page of the same make as "list"."""
    return role.split(" ", maxsplit=1)[0]


def _breach(outcomes: Sequence[Outcome], listings: int, low: int, high: int) -> tuple[str, str]:
    if listings < low and (lost := _lost(outcomes)):
        return lost
    side = f"at least {low}" if listings < low else f"at most {high}"
    return "changed", f"{listings} listings were read, the contract of the source asks for {side}"


def _is_whole(outcomes: Sequence[Outcome]) -> bool:
    """Say whether every page that lists goods was read, there was one, and no page of a good was lost."""
    return any(one.lists for one in outcomes) and not any(_hides_goods(one) for one in outcomes)


def _hides_goods(one: Outcome) -> bool:
    """Say whether goods may stand on a page that was not read; one that lists none and is not there holds none."""
    return one.fate != "read" and (one.lists or one.fate != "missing")


def _is_anchored(outcomes: Sequence[Outcome], listings: int, total: int | None) -> bool:
    """Say whether the pages' own words agree with what was read."""
    if total is not None:
        return total <= listings if listings else total == 0
    return not listings and any(one.empty for one in outcomes)


def _misses(outcomes: Sequence[Outcome]) -> str:
    """Name the pages that were lost; a page that many sites do not have (contact, config) is none of them."""
    lost = [
        (one.reason, "gone" if one.fate == "read" else one.fate)
        for one in outcomes
        if _hides_goods(one) or _is_gone(one)
    ]
    if not lost:
        return ""
    named = ", ".join(f"{count} {fate}" for fate, count in sorted(Counter(fate for _, fate in lost).items()))
    return f"{len(lost)} of {len(outcomes)} pages lost: {named} ({lost[0][0]})"


def _is_gone(one: Outcome) -> bool:
    """Say whether the page of a listed good is not there, by its status or by its own words."""
    return _kind(one.role) in _OF_GOODS and (one.fate == "missing" or one.state == GONE)


def _state(outcomes: Sequence[Outcome]) -> str:
    return next((one.state for one in outcomes if one.lists and one.state), "")


def _first(outcomes: Sequence[Outcome], fate: str) -> Outcome | None:
    return next((one for one in outcomes if one.fate == fate), None)
