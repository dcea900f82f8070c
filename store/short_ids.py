"""Ids given by their beginning, as people copy them from a screen: the one that is meant, or why there is none. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from store.errors import UserError

CLAIM, HOP, CLUSTER = "clm_", "hop_", "clu_"
"""What the ids of claims, hops and clusters begin with."""
SHOWN = 5
"""Of several ids that begin alike so many are named; ask the database for one more, so that more can be told."""
_SHORT = 16


def as_asked(wanted: str, mark: str = "") -> str:
    """Give the beginning of an id as ids are written: small, without blanks and an ellipsis, with its mark before it.

    >>> as_asked(" CLM_0F3A… ", "clm_"), as_asked("0f3a", "clm_")
    ('clm_0f3a', 'clm_0f3a')
    """
    return mark + wanted.strip().lower().removesuffix("…").removeprefix(mark)


def short_hop(key: str) -> str:
    """Write a hop's key as people see it: its mark and its beginning.

    >>> short_hop("0f" * 32)
    'hop_0f0f0f0f0f0f0f0f'
    """
    return f"{HOP}{key[:_SHORT]}"


def the_one(found: Sequence[str], asked: str, what: str, where: str) -> str:
    """Give the one id of those that begin as asked.

    Raises:
        UserError: where there is none, with `where` to look, or several, with the first of them.

    >>> the_one(["clu_0f3a77"], "clu_0f", "cluster", "`links clusters` names them")
    'clu_0f3a77'
    """
    if not found:
        raise UserError(f"there is no {what} {asked[:60] or '(the id is empty)'}: {where}")
    if len(found) > 1:
        ids = ", ".join(one[:_SHORT] for one in found[:SHOWN])
        more = " and more" if len(found) > SHOWN else ""
        raise UserError(f"several {what}s begin with {asked[:60]} ({ids}{more}): give more of the id")
    return found[0]
