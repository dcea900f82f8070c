"""What the words state of a good beside its price: where it is of, its mail, batch, delivery, warranty, and what logs hold.

A statement belongs to the offers of its own line, and to all offers where its line makes none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import islice

import re2

from crawlers.reading.lexicon import stated as words
from crawlers.reading.number_lexer import MOST_LETTERS
from crawlers.reading.owners import Rate
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from crawlers.reading.tokens import lower
from crawlers.reading.triggers import Triggers
from store.records import Offer, plain, rounded

_ACCOUNTS = frozenset({"account", "subscription", "api_key"})
_MOST_MODELS = 6
_MOST = 40
"""How often one statement is looked for in a text."""
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_THOUSAND = Decimal(1000)
_PLACES = 4
_EDGE, _END = r"(?:^|[^a-zа-яёіїє])", r"(?:$|[^a-zа-яёіїє])"
"""Ends of a word, Latin or Cyrillic: RE2's own are those of ASCII, and every letter of Unicode is a program of megabytes."""
_LINE_END = re.compile("\n")
_LEAST_RECORDS = 100
_RECORD_REACH = 8


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact that the words state, and the character of the plain text at which they begin."""

    at: int
    name: str
    value: str


def _union(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _named(name: str, table: Mapping[str, str]) -> list[tuple[str, str, re2._Regexp]]:
    return [(name, value, re2.compile(pattern)) for value, pattern in table.items()]


def _places() -> list[tuple[str, str, re2._Regexp]]:
    found = []
    for code, entry in words.COUNTRIES.items():
        names = [name.replace("_", " ") for name in entry.split()]
        han = [name for name in names if not name[0].isascii() and "一" <= name[0] <= "鿿"]
        full = [name for name in han if len(name) > 1]
        latin = [name for name in names if name not in han]
        shapes = [f"(?:{'|'.join(han)})(?:国)?区"] if han else []
        if full:
            shapes.append(f"(?:{'|'.join(full)})(?:{words.OF_PLACES})")
        if latin:
            either = "|".join(latin)
            shapes.append(rf"{_EDGE}(?:{either})[ -](?:{words.OF_PLACES_LATIN}){_END}")
            shapes.append(rf"(?:region|регион|гео|geo)[: ]{{1,3}}(?:{either}){_END}")
        found.append(("region", code, re2.compile(_union(shapes))))
    return found


_MAIL = [
    ("mail_class", value, re2.compile(rf"(?:{names})[^\n@]{{0,6}}(?:{words.OF_MAIL})|(?:{words.OF_MAIL})[^\n@]{{0,3}}(?:{names})"))
    for value, names in words.MAIL.items()
]  # fmt: skip
_TABLES = [*_places(), *_MAIL, *_named("delivery", words.DELIVERY)]
_RANKS = {value: rank for rank, value in enumerate(words.DELIVERY)}
_DATASETS = [*_named("content", words.CONTENT), *_named("origin", words.ORIGIN)]
_BATCH = re2.compile(
    r"(?P<day>20[2-3]\d)[-./年 ]{1,2}(?P<month>1[0-2]|0?[1-9])(?:月)?(?:份)?(?:注册|批|号|开|的号|老号)"
    r"|(?P<lone>1[0-2]|0?[1-9])月(?:份)?(?:注册|批|号|新号|老号|开的)"
    r"|(?P<year>20[1-3]\d)年?(?:注册|老号|号)"
    r"|(?:registered|reg(?:\.|d)?|created|aged)(?: in)? (?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?P<of>20[1-3]\d)"
    r"|(?:registered|reg(?:\.|d)?|created|aged)(?: in)? (?P<only>20[1-3]\d)"
    r"|(?P<full>满月)(?:号|老号|成品)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def with_stated(scene: Scene, found: list[Rate]) -> None:
    """Complete offers by what their lines state, and the lines that make no offer."""
    facts = _statements(scene.plain)
    starts = _line_starts(scene.plain)
    lines = [_line(starts, scene.tokens[rate.offer.start or 0].start) for rate in found]
    taken = set(lines)
    for rate, line in zip(found, lines, strict=True):
        own = [fact for fact in facts if (at := _line(starts, fact.at)) == line or at not in taken]
        rate.offer = _completed(scene, rate.offer, own, starts, line, taken=taken)


def stated_of(scene: Scene, offer: Offer) -> Offer:
    """Complete a shop's good by what its words state; a price of its own text belongs to nothing else."""
    facts = _statements(scene.plain)
    starts = _line_starts(scene.plain)
    return _completed(scene, offer, facts, starts, 0, taken=set())


def _completed(
    scene: Scene, offer: Offer, facts: list[Statement], starts: list[int], line: int, *, taken: set[int]
) -> Offer:
    known = dict(offer.attributes)
    if offer.kind == "dataset":
        known |= {name: value for name, value in _dataset(scene, offer).items() if name not in known}
    elif offer.kind in _ACCOUNTS:
        for fact in facts:
            known.setdefault(fact.name, fact.value)
    days = offer.warranty_days
    if days is None:
        days = _warranty(scene, starts, line, taken)
    if days == offer.warranty_days and len(known) == len(offer.attributes):
        return offer
    return replace(offer, attributes=tuple(known.items()), warranty_days=days)


def _searched(plain: str) -> str:
    """Lower the case, each character in its place; halves of characters, which RE2 takes none of, become signs."""
    return lower(plain[:MOST_LETTERS]).encode("utf-8", "replace").decode()


@cache
def _triggers() -> Triggers:
    patterns = [pattern.pattern for _, _, pattern in _TABLES]
    return Triggers([_BATCH.pattern, *patterns], case_sensitive=True)


def _statements(plain: str) -> list[Statement]:
    """Find all statements of a plain text in order."""
    low = _searched(plain)
    hits = _triggers().match(low.encode())
    found: list[Statement] = []
    for hit in hits:
        name, value, pattern = _TABLES[hit - 1] if hit else ("batch", "", _BATCH)
        found += [
            Statement(one.start(), name, value or _batch(one)) for one in islice(pattern.finditer(low), _MOST)
        ]
    # the more telling way of delivery first (成品号 附rt), the first said of the rest
    return sorted(found, key=lambda fact: _RANKS.get(fact.value, fact.at))


def _batch(found: re2._Match) -> str:
    """Write a batch as 2026-05, as --05 where no year is stated, as 2025, or as `month-old`."""
    part = found.groupdict()
    if part["day"]:
        return f"{part['day']}-{int(part['month']):02}"
    if part["lone"]:
        return f"--{int(part['lone']):02}"
    if part["name"]:
        return f"{part['of']}-{_MONTHS.index(part['name']) + 1:02}"
    return part["year"] or part["only"] or "month-old"


def _warranty(scene: Scene, starts: list[int], line: int, taken: set[int]) -> int | None:
    """Give the days of a warranty that the offer's line, or a line that makes no offer, states."""
    shared = None
    for quantity in scene.quantities:
        if quantity.kind != "term" or quantity.role != "warranty" or quantity.per not in _DAYS:
            continue
        at = _line(starts, scene.tokens[quantity.start].start)
        days = int(quantity.amount * _DAYS[quantity.per])
        if at == line:
            return days
        if at not in taken and shared is None:
            shared = days
    return shared


def _dataset(scene: Scene, offer: Offer) -> dict[str, str]:
    low = _searched(scene.plain)
    said = {"content": "unknown"}
    for name, value, pattern in _DATASETS:
        if said.get(name, "unknown") == "unknown" and pattern.search(low) is not None:
            said[name] = value
    models = list(dict.fromkeys(name.slug for name in scene.products if name.slug and name.level == "model"))
    if models:
        said["models"] = " ".join(models[:_MOST_MODELS])
    records = _records(scene)
    if records is not None:
        said |= _by_record(offer, records)
    return said


def _records(scene: Scene) -> Quantity | None:
    """Find how many records there are: 30万条, or 120k Claude Opus conversations, a name between."""
    counted = (q for q in scene.quantities if q.kind == "records" and q.amount > 0 and not q.role)
    found = next(counted, None)
    if found is not None:
        return found
    for at in scene.tag_positions.get("RECORD", ()):
        before = scene.quantities_in(max(0, at - _RECORD_REACH), at)
        if before and before[-1].kind == "bare" and before[-1].amount >= _LEAST_RECORDS:
            return before[-1]
    return None


def _by_record(offer: Offer, records: Quantity) -> dict[str, str]:
    said = {"records": plain(records.amount)}
    if offer.price is not None and offer.per == "pack":
        each = rounded(offer.price.amount / records.amount * _THOUSAND, _PLACES)
        said["price_per_1000_records"] = f"{plain(each)} {offer.price.currency}"
    return said


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def _line(starts: list[int], at: int) -> int:
    return bisect_right(starts, at) - 1
