"""Judgements as rows: who says what of a link or of a hop, and taking it back.

A rejection wins over every confirmation until it is undone; what else one person says is replaced by what they say
later. Undoing the last word restores exactly what stood before it, for nothing is ever overwritten.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, text, update

from store.errors import UserError
from store.import_batches import ImportReport, Origin, import_each, table_of
from store.judgement_tables import CONFIRM, HOP, PAIR, REJECT, UNSURE, Judgement, LinkSample
from store.known_records import Rejected
from store.links.reach import find_step
from store.links.show import find_claims

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

SAYS = (CONFIRM, REJECT, UNSURE)
MAX_WHO, MAX_WHY = 120, 2_000
HOP_MARK, CLAIM_MARK = "hop_", "clm_"
_judgement, _sample = table_of(Judgement), table_of(LinkSample)

_PAIRS = """
SELECT link_id AS key, seller_id, account_id FROM claim WHERE link_id BETWEEN :key AND :key || '~' ORDER BY 1 LIMIT 2
"""
_HOPS = """
SELECT key, min(seller_id) AS seller_id, min(account_id) AS account_id FROM (
    SELECT h.hop_key AS key, l.seller_id, l.account_id FROM link_hop h JOIN link l ON l.id = h.link_id
    WHERE h.hop_key BETWEEN :key AND :key || '~'
    UNION SELECT key, seller_id, account_id FROM judgement WHERE about = 'hop' AND key BETWEEN :key AND :key || '~'
) AS known GROUP BY key ORDER BY key LIMIT 2
"""


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """One thing that one person says; `week` names the sample in which they judged it with the score hidden."""

    line: int
    about_id: str
    says: str
    who: str
    why: str
    week: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged: a pair by its link's id or a hop by its key, and the ends of the link it was found on."""

    about: str
    key: str
    seller_id: int | None
    account_id: int | None


def name_of(who: str) -> str:
    """Give a person's name in one form, so that nobody counts twice.

    >>> name_of(" Fern  OSEI"), name_of("ｆern osei")
    ('fern osei', 'fern osei')
    """
    return " ".join(unicodedata.normalize("NFKC", who).casefold().split())


def find_judged(connection: Connection, about_id: str) -> Judged:
    """Find what an id, or its beginning, names: a claim (`clm_…`), a hop (`hop_…`), a step of a claim's reach.

    That is one between two sellers of a cluster, named by a claim that reaches over it: `clm_…/hop_…`.

    Raises:
        UserError: where it names nothing, or several.
    """
    asked = about_id.strip().lower().removesuffix("…")
    if "/" in asked:
        return _find_step(connection, *asked.split("/", 1))
    about = HOP if asked.startswith(HOP_MARK) else PAIR
    key = asked.removeprefix(HOP_MARK).removeprefix(CLAIM_MARK)
    query = _HOPS if about == HOP else _PAIRS
    found = connection.execute(text(query), {"key": key}).all() if key.isalnum() else []
    if not found:
        raise UserError(
            f"nothing bears the id {asked[:60]!r}: `links list` names links, `links show` their hops"
        )
    if len(found) > 1:
        raise UserError(f"several ids begin with {asked[:60]!r}: give more of it")
    return Judged(about, found[0].key, found[0].seller_id, found[0].account_id)


def _find_step(connection: Connection, claim_id: str, step: str) -> Judged:
    claims = find_claims(connection, limit=2, id=claim_id)
    key = step.removeprefix(HOP_MARK)
    found = find_step(connection, claims[0], key) if len(claims) == 1 and key.isalnum() else None
    if found is None:
        raise UserError(
            f"no one step bears the id {step[:60]!r} there: `links show {claim_id[:40]}` names them"
        )
    return Judged(HOP, found, claims[0].seller_id, claims[0].account_id)


def standing(connection: Connection, about: str, key: str) -> list[Row[Any]]:
    """Give what people say of one pair or hop and nobody took back, in the order in which they said it."""
    mine = (_judgement.c.about == about) & (_judgement.c.key == key) & _judgement.c.undone_at.is_(None)
    return list(connection.execute(select(_judgement).where(mine).order_by(_judgement.c.id)))


def save_judgements(
    connection: Connection, lines: Iterable[JudgementLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save what people say; the same said again changes nothing, and a line that names nothing is kept out.

    It moves links at the next `link`.
    """

    def save(line: JudgementLine, _: int) -> int | Rejected:
        try:
            return _save(connection, line, now)
        except UserError as refused:
            return Rejected(line.line, str(refused))

    return import_each(connection, "judgements", lines, (origin, now), save)


def _save(connection: Connection, line: JudgementLine, now: datetime) -> int:
    judged, who = find_judged(connection, line.about_id), name_of(line.who)
    mine = [row for row in standing(connection, judged.about, judged.key) if row.who == who]
    blind = bool(line.week) and _is_blind(connection, judged, mine, line)
    if mine and mine[-1].says == line.says:
        return 0
    if any(row.says == REJECT for row in mine):
        raise UserError(f"{who} rejects it already: take that back first with --undo")
    row: dict[str, Any] = {
        "about": judged.about, "key": judged.key, "says": line.says, "who": who, "at": now, "why": line.why,
        "blind": blind, "seller_id": judged.seller_id, "account_id": judged.account_id,
    }  # fmt: skip
    connection.execute(insert(_judgement).values(**row))
    return 1


def _is_blind(connection: Connection, judged: Judged, mine: list[Row[Any]], line: JudgementLine) -> bool:
    drawn = select(_sample.c.id).where(_sample.c.week == line.week, _sample.c.link_id == judged.key)
    if judged.about != PAIR or connection.execute(drawn).first() is None:
        raise UserError(
            f"the sample of {line.week[:20]} holds no such link: `links sample` draws and names it"
        )
    if any(not row.blind for row in mine):
        raise UserError("who judged it with its score in sight cannot judge it blind: let another do it")
    return True


def undo(connection: Connection, about_id: str, by: str, now: datetime, *, of: str = "") -> str:
    """Take back the last word that stands of a link or hop (`of` one person alone), and say what it was.

    Raises:
        UserError: where nobody said anything of it that stands.
    """
    judged = find_judged(connection, about_id)
    found = standing(connection, judged.about, judged.key)
    if of:
        found = [row for row in found if row.who == name_of(of)]
    if not found:
        raise UserError(
            f"nothing stands that was said of {about_id[:60]!r}: `links show` tells what people said"
        )
    last = found[-1]
    said = {"undone_at": now, "undone_by": name_of(by)}
    connection.execute(update(_judgement).where(_judgement.c.id == last.id).values(**said))
    return f"{last.says} by {last.who}"


def judgement_words(connection: Connection, link_id: str, hops: Iterable[str]) -> list[str]:
    """Tell what stands of a link and of its hops, a line each: who says what, when and why."""
    found = [("the link", row) for row in standing(connection, PAIR, link_id)]
    for key in dict.fromkeys(hops):
        found += [(f"{HOP_MARK}{key[:16]}", row) for row in standing(connection, HOP, key)]
    return [f"{row.who} says {row.says} of {what} on {row.at:%Y-%m-%d}: {row.why}" for what, row in found]
