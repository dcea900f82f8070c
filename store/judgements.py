"""Judgements as rows: who says what of a link or of a hop, and taking it back.

A rejection wins over every confirmation until it is undone; what else one person says is replaced by what they say
later. Undoing the last word restores exactly what stood before it, for nothing is ever overwritten.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, text, tuple_, update

from store import short_ids
from store.errors import UserError
from store.import_batches import ImportReport, Origin, import_each, table_of
from store.judgement_tables import CONFIRM, HOP, PAIR, REJECT, UNSURE, Judgement, LinkSample
from store.known_records import Rejected
from store.known_tables import Claim
from store.links.reach import find_step
from store.links.reasons import find_shared
from store.links.show import the_claim
from store.links.weights import hop_key
from store.matching import EXACT, joins_as, spoken
from store.short_ids import as_asked, the_one

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

SAYS = (CONFIRM, REJECT, UNSURE)
MAX_WHO, MAX_WHY = 120, 2_000
_judgement, _sample, _claim = table_of(Judgement), table_of(LinkSample), table_of(Claim)

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
_ENDS = """
SELECT s.source, s.key, a.provider, a.account_ref FROM seller s JOIN known_account a ON a.id = :account WHERE s.id = :seller
"""
_CLAIM_ENDS = """
SELECT c.seller_id, c.account_id, s.source, s.key, a.provider, a.account_ref
FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id WHERE c.link_id = :link
"""
_TOLD = 5


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
    asked = as_asked(about_id)
    if "/" in asked:
        return _find_step(connection, *asked.split("/", 1))
    mark = short_ids.HOP if asked.startswith(short_ids.HOP) else short_ids.CLAIM
    about, key = HOP if mark == short_ids.HOP else PAIR, asked.removeprefix(mark)
    query = _HOPS if about == HOP else _PAIRS
    found = connection.execute(text(query), {"key": key}).all() if key.isalnum() else []
    where = "`links list` names links, `links show` their hops"
    the_one([f"{mark}{row.key}" for row in found], asked, "hop" if about == HOP else "link", where)
    return Judged(about, found[0].key, found[0].seller_id, found[0].account_id)


def _find_step(connection: Connection, claim_id: str, step: str) -> Judged:
    claim, key = the_claim(connection, claim_id), step.removeprefix(short_ids.HOP)
    found = find_step(connection, claim, key) if key.isalnum() else None
    if found is None:
        raise UserError(
            f"no one step bears the id {step[:60]!r} there: `links show {claim_id[:40]}` names them"
        )
    return Judged(HOP, found, claim.seller_id, claim.account_id)


def standing(connection: Connection, about: str, key: str) -> list[Row[Any]]:
    """Give what people say of one pair or hop and nobody took back, in the order in which they said it."""
    mine = (_judgement.c.about == about) & (_judgement.c.key == key) & _judgement.c.undone_at.is_(None)
    return list(connection.execute(select(_judgement).where(mine).order_by(_judgement.c.id)))


def save_judgements(
    connection: Connection, lines: Iterable[JudgementLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save what people say; the same said again changes nothing, and a line that names nothing is kept out.

    It moves links at the next `link`, which the report says with what the first few are.
    """
    told: list[str] = []

    def save(line: JudgementLine, _: int) -> int | Rejected:
        try:
            judged = find_judged(connection, line.about_id)
            changed = _save(connection, line, judged, now)
        except UserError as refused:
            return Rejected(line.line, str(refused))
        if changed and len(told) < _TOLD:
            told.append(f"{name_of(line.who)} says {line.says} of {_named(connection, judged)}")
        return changed

    report = import_each(connection, "judgements", lines, (origin, now), save)
    return replace(report, notes=(*told, "the next `link` makes it count")) if told else report


def _named(connection: Connection, judged: Judged) -> str:
    ends = {"seller": judged.seller_id, "account": judged.account_id}
    row = connection.execute(text(_ENDS), ends).first()
    words = f"{row.source}/{row.key} linked to {row.provider}/{row.account_ref}" if row else "what is gone"
    return words if judged.about == PAIR else f"{short_ids.short_hop(judged.key)} of {words}"


def _save(connection: Connection, line: JudgementLine, judged: Judged, now: datetime) -> int:
    who = name_of(line.who)
    mine = [row for row in standing(connection, judged.about, judged.key) if row.who == who]
    blind = bool(line.week) and _is_blind(connection, judged, mine, line)
    if mine and mine[-1].says == line.says and (line.says == REJECT or mine[-1].blind == blind):
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


def undo(
    connection: Connection, about_id: str, by: str, now: datetime, *, of: str = "", why: str = ""
) -> str:
    """Take back the last word that stands of a link or hop (`of` one person alone), and say what it was.

    Raises:
        UserError: where nobody said anything of it that stands, or it is another's word and no reason is given.
    """
    judged = find_judged(connection, about_id)
    found = standing(connection, judged.about, judged.key)
    if of:
        found = [row for row in found if row.who == name_of(of)]
    if not found:
        raise UserError(
            f"nothing stands that was said of {about_id[:60]!r}: `links show` tells what people said"
        )
    last, why = found[-1], why.strip()[:MAX_WHY]
    if last.who != name_of(by) and not why:
        raise UserError(f"{last.who} said it: who takes back another's word gives the reason with --why")
    said = {"undone_at": now, "undone_by": name_of(by), "undone_why": why}
    connection.execute(update(_judgement).where(_judgement.c.id == last.id).values(**said))
    return f"{last.says} by {last.who}"


def judgement_words(connection: Connection, link_id: str, hops: Iterable[str]) -> list[str]:
    """Tell what was said of a link and of its hops, of those too that no path uses any more, a line each.

    Each tells who says what, when and why, and who took it back.
    """
    mine = (_judgement.c.about == HOP) & _judgement.c.key.in_(tuple(hops))
    pair = select(_claim.c.seller_id, _claim.c.account_id).where(_claim.c.link_id == link_id)
    judged_on = (_judgement.c.about == HOP) & tuple_(_judgement.c.seller_id, _judgement.c.account_id).in_(
        pair
    )
    of_link = (_judgement.c.about == PAIR) & (_judgement.c.key == link_id)
    query = select(_judgement).where(of_link | mine | judged_on)
    rows = connection.execute(query.order_by(_judgement.c.about.desc(), _judgement.c.key, _judgement.c.id))
    found = rows.all()
    named = _shared_by_hop(connection, link_id) if any(row.about == HOP for row in found) else {}
    return [_told(row, named) for row in found]


def _shared_by_hop(connection: Connection, link_id: str) -> dict[str, str]:
    """Name the values that a link's ends share by the keys of their hops, also of hops that a rejection took away."""
    claim = connection.execute(text(_CLAIM_ENDS), {"link": link_id}).first()
    if claim is None:
        return {}
    found = {}
    for _, _, shown, _ in find_shared(connection, [(claim.seller_id, claim.account_id)]):
        ends = (claim.source, claim.key, joins_as(shown.kind), shown.value, claim.provider, claim.account_ref)
        found[hop_key(EXACT, *ends)] = f" ({spoken(shown.kind)} {shown.value})"
    return found


def _told(row: Row[Any], named: Mapping[str, str]) -> str:
    what = "the link" if row.about == PAIR else f"{short_ids.short_hop(row.key)}{named.get(row.key, '')}"
    blind = ", blind, which counts for calibration alone" if row.blind and row.says != REJECT else ""
    words = f"{row.who} says {row.says} of {what} on {row.at:%Y-%m-%d}{blind}: {row.why}"
    if row.undone_at is None:
        return words
    why = f": {row.undone_why}" if row.undone_why else ""
    return f"{words}; taken back by {row.undone_by} on {row.undone_at:%Y-%m-%d}{why}"
