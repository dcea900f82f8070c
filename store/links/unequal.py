"""Paths over values that are not equal: masked ones that an account's value fits, and names near to an account's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from store.links import near
from store.links.derived import want_parts
from store.links.names import keep_names
from store.links.near_words import fuzzy_words, name_words, partial_words
from store.links.rules import NAMES
from store.links.seeking import ACCOUNTS, FITS, Seeking
from store.masks import Mask, read_mask
from store.matching import FUZZY, NAME, PARTIAL, comparable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from store.links.weights import Weighing

_SOUGHT = 5_000
"""Known values that begin as a mask does, beyond which it is not looked at."""
_END = "\U0010ffff"

_SHOWN_AS_OWN = """
SELECT 1 FROM identifier i JOIN sighting s ON s.identifier_id = i.id
WHERE i.kind IN :kinds AND i.value = :value AND s.role = :role LIMIT 1
"""
_HELD = """
SELECT DISTINCT k.account_id, k.kind, k.value
FROM known_identifier k JOIN known_account_version v ON v.account_id = k.account_id
WHERE k.kind = :kind AND k.value = :value AND k.valid_until IS NULL AND v.valid_until IS NULL
  AND v.class_name = :class_name LIMIT :most
"""
_BEGIN = """
SELECT DISTINCT k.kind, k.value FROM known_identifier k
WHERE k.kind = :kind AND k.value >= :head AND k.value < :end AND k.valid_until IS NULL LIMIT :most
"""


def want_unequal(connection: Connection, weighing: Weighing, keys: Mapping[str, bytes]) -> None:
    """Add to `link_wanted` the paths of the sellers of `link_seller` over masked and near values, and over digests of parts."""
    keep_names(connection)
    seeking = Seeking(connection, weighing, keys)
    _want_names(seeking)
    _want_masks(seeking)
    want_parts(seeking)
    seeking.write()


def _want_names(seeking: Seeking) -> None:
    blocks = near.Blocks(seeking.connection)
    names = seeking.names
    for showing, found in zip(names.values(), blocks.near(list(names)), strict=True):
        for one in found:
            _want_name(seeking, showing, one)


def _want_name(seeking: Seeking, sellers: Sequence[Row[Any]], one: near.Near) -> None:
    kind, value = sellers[0].kind, sellers[0].value
    others = seeking.others(kind, value)
    if others is None or seeking.is_barred(kind, value):
        return
    if one.how != near.NAME and _is_copied(seeking, one):
        return
    held = _held(seeking, one.kind, one.value)
    rule = NAME if one.how == near.NAME else FUZZY
    words = (
        name_words(kind, value, one.kind) if rule == NAME else fuzzy_words(kind, value, one.how, one.alike)
    )
    weight = str(seeking.weighing.near(one.how, one.alike + others))
    said = {"rule": rule, "kind": kind, "value": value, "sharers": others, "weight": weight, "words": words}
    for seller in sellers:
        seeking.add(seller, held, said)


def _is_copied(seeking: Seeking, one: near.Near) -> bool:
    """Tell whether a seller shows the known name itself: who shows a near one then may be their copycat."""
    return bool(seeking.ask(_SHOWN_AS_OWN, kinds=comparable(one.kind), value=one.value, role=NAMES["role"]))


def _held(seeking: Seeking, kind: str, value: str) -> list[Row[Any]]:
    """Give the accounts that a known value links to: none where it is barred, or held by too many."""
    if seeking.is_barred(kind, value):
        return []
    held = seeking.ask(_HELD, kind=kind, value=value, class_name=NAMES["class_name"], most=ACCOUNTS + 1)
    return held if len(held) <= ACCOUNTS else []


def _want_masks(seeking: Seeking) -> None:
    for (kind, written), sellers in seeking.masks.items():
        mask = read_mask(kind, written)
        if mask is not None:
            _want_mask(seeking, mask, written, sellers)


def _want_mask(seeking: Seeking, mask: Mask, written: str, sellers: Sequence[Row[Any]]) -> None:
    fitting = _fitting(seeking, mask)
    others = seeking.others_masked(mask.kind, written)
    if not 0 < len(fitting) <= FITS or others is None:
        return
    said = {
        "rule": PARTIAL, "kind": mask.kind, "value": written, "sharers": others,
        "weight": str(seeking.weighing.partial(mask.kind, len(fitting))),
        "words": partial_words(mask.kind, written, len(fitting)),
    }  # fmt: skip
    for value, kinds in sorted(fitting.items()):
        held = [row for kind in sorted(kinds) for row in _held(seeking, kind, value)]
        for seller in sellers:
            seeking.add(seller, held, said)


def _fitting(seeking: Seeking, mask: Mask) -> dict[str, set[str]]:
    """Give the known values that fit, with their kinds; none where too many begin alike."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind in comparable(mask.kind):
        rows = seeking.ask(_BEGIN, kind=kind, head=mask.head, end=mask.head + _END, most=_SOUGHT + 1)
        if len(rows) > _SOUGHT:
            return {}
        for row in rows:
            if mask.fits(row.value):
                found[row.value].add(row.kind)
    return found
