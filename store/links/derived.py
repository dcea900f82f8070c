"""Paths over digests of parts that a provider delivered: a handle's skeleton, an address's local part or host, last fours.

Whoever holds the key digests the parts of what sellers show likewise. Without it what had joined stays, as with whole
values (store/links/digested.py).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from store.derivations import HANDLE_KINDS, name_of, skeleton
from store.links.near import NAME as SAME_NAME
from store.links.near import SKELETON
from store.links.near_words import name_words, part_words, skeleton_words
from store.links.part_holders import Part, find_told, forged_accounts, holders_of, known_parts
from store.links.same_paths import DIGESTED
from store.links.seeking import ACCOUNTS, FITS, Held, Seeking, ShownBy
from store.links.weights import part_kind
from store.masks import seen_part
from store.matching import FUZZY, LINKING_CLASS, NAME, PARTIAL, comparable
from store.peppers import peppered
from store.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row

_JOINED = """
SELECT DISTINCT coalesce(i.kind, p.kind) AS kind, coalesce(i.value, p.written) AS value, h.known_kind, h.known_key
FROM link_seller x CROSS JOIN link l CROSS JOIN link_hop h
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
LEFT JOIN partial_sighting p ON p.id = h.partial_id
WHERE l.seller_id = x.seller_id AND h.link_id = l.id AND h.rule IN (:fuzzy, :name, :partial)
  AND length(h.known_key) > 65
"""


class _Showing(NamedTuple):
    """A value or mask (`rule` PARTIAL) that sellers show, and the part of it that is compared."""

    rule: str
    kind: str
    value: str
    words: str
    sellers: Sequence[Row[Any]]


def part_of_name(kind: str, value: str, known_kind: str, derivation: str) -> tuple[str, str] | None:
    """Give the rule by which a shown value is compared with a part of a known one, and its own such part.

    >>> part_of_name("telegram", "fast_keys", "telegram", "handle_skeleton")
    ('fuzzy', 'fastkeys')
    >>> part_of_name("telegram", "fast_keys", "email", "local_part"), part_of_name("qq", "1", "email", "local_part")
    (('name', 'fast_keys'), None)
    """
    name = name_of(kind, value)
    if name is None or (kind == known_kind and not (kind in HANDLE_KINDS and KINDS[kind].strong)):
        return None
    if derivation == "handle_skeleton":
        return FUZZY if kind == known_kind else NAME, skeleton(name)
    return (NAME, name) if derivation == "local_part" else None


def part_keys(
    connection: Connection, shown: Iterable[tuple[str, str]], keys: Mapping[str, bytes]
) -> Iterator[str]:
    """Give, for kinds and values that are shown, the keys of the known parts that look like them."""
    shapes = [
        one for one in known_parts(connection) if one.derivation == "handle_skeleton" and one.pepper in keys
    ]
    for kind, value in shown if shapes else ():
        for shape in shapes:
            found = part_of_name(kind, value, shape.kind, shape.derivation)
            if found is not None and kind == shape.kind:
                yield f"{shape.pepper}:{peppered(keys[shape.pepper], kind, found[1], shape.derivation)}"


def want_parts(seeking: Seeking) -> None:
    """Want the paths over parts of names and masks."""
    shapes = known_parts(seeking.connection)
    if not shapes:
        return
    asked: defaultdict[Part, list[_Showing]] = defaultdict(list)
    joined, names, masks = _joined(seeking), seeking.names, seeking.masks
    for shape in sorted(shapes):
        for showing in (*_named(names, shape), *_masked(masks, shape)):
            key = seeking.keys.get(shape.pepper)
            if key is not None:
                asked[
                    shape._replace(digest=peppered(key, shape.kind, showing.words, shape.derivation))
                ].append(showing)
                continue
            for digest in joined.get((showing.kind, showing.value, shape.kind, shape.pepper), ()):
                asked[shape._replace(digest=digest)].append(showing)
    for part in find_told(seeking.connection, asked):
        for showing in asked[part]:
            _want(seeking, part, showing)


def _joined(seeking: Seeking) -> dict[tuple[str, str, str, str], set[str]]:
    """Give the digests by which shown values had joined under peppers whose key is not held."""
    found: defaultdict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for row in seeking.ask(_JOINED, fuzzy=FUZZY, name=NAME, partial=PARTIAL):
        held = DIGESTED.match(row.known_key)
        if held and held["pepper"] not in seeking.keys:
            found[row.kind, row.value, row.known_kind, held["pepper"]].add(held["digest"])
    return found


def _named(names: ShownBy, shape: Part) -> Iterator[_Showing]:
    """Give the names that a shape of known parts may be compared with."""
    for (kind, value), sellers in names.items():
        found = part_of_name(kind, value, shape.kind, shape.derivation)
        if found is not None:
            yield _Showing(found[0], kind, value, found[1], sellers)


def _masked(masks: ShownBy, shape: Part) -> Iterator[_Showing]:
    """Give the masks that such a shape may be compared with."""
    for (kind, written), sellers in masks.items():
        seen = seen_part(kind, written)
        if seen is not None and seen[0] == shape.derivation and shape.kind in comparable(kind):
            yield _Showing(PARTIAL, kind, written, seen[1], sellers)


def _want(seeking: Seeking, part: Part, showing: _Showing) -> None:
    masked = showing.rule == PARTIAL
    most = FITS if masked else ACCOUNTS
    holders = holders_of(seeking.connection, part, most + 1)
    if len(holders) > most:
        return
    others = (seeking.others_masked if masked else seeking.others)(showing.kind, showing.value)
    if others is None or (not masked and seeking.is_barred(showing.kind, showing.value)):
        return
    refused = forged_accounts(seeking, part, showing.words, copied=showing.rule == FUZZY)
    if refused is None:
        return
    held = [
        Held(account, part.kind, f"{part.pepper}:{part.digest}")
        for account, class_name in holders
        if class_name == LINKING_CLASS and account not in refused
    ]
    said = {
        "rule": showing.rule, "kind": showing.kind, "value": showing.value, "sharers": others,
    } | _weighed(seeking, part, showing, (others, len(holders)))  # fmt: skip
    for seller in showing.sellers:
        seeking.add(seller, held, said)


def _weighed(seeking: Seeking, part: Part, showing: _Showing, counts: tuple[int, int]) -> dict[str, str]:
    others, fits = counts
    if showing.rule == PARTIAL:
        weight = seeking.weighing.partial(part_kind(part.kind, part.derivation), fits)
        words = part_words(showing.kind, showing.value, part.derivation, fits)
    elif showing.rule == NAME:
        weight = seeking.weighing.near(SAME_NAME, others)
        words = name_words(showing.kind, showing.value, part.kind)
    else:
        weight = seeking.weighing.near(SKELETON, others)
        words = skeleton_words(showing.kind, showing.value, part.kind)
    return {"weight": str(weight), "words": words}
