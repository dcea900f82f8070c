"""The tables of `lexicon` made ready for looking up: one pass over a text asks each word once."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from crawlers.reading.lexicon import abroad, kinds, money, periods, products, roles, sale, telling, units
from crawlers.reading.text import normalise

Tags = frozenset[str]
NO_TAGS: Tags = frozenset()

LETTERS = "a-z\u00df-\u024f\u0370-\u052f\u0590-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u0669\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0900-\u0965\u0970-\u097f\u1e00-\u1eff\u200c"
"""Scripts that part words by blanks."""
RUNS = "\u0e00-\u0e7f\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts whose words stand side by side (Korean too: its particles are glued on)."""

_HEAD = re.compile(f"[{LETTERS}]+")
_SHORTEST_STEM = 4

CURRENCY_OF: dict[str, str] = {}
FACTOR_OF: dict[str, Decimal] = {}
CENT_OF: dict[str, tuple[Decimal, str]] = {}
FRACTION_OF: dict[str, Decimal] = {}
NUMBER_OF: dict[str, int] = {
    word: number for number, words in money.NUMBER_WORDS.items() for word in words.split()
}
SHARERS_OF: dict[str, int] = {
    word: number for number, words in money.COLLECTIVE.items() for word in words.split()
}
PERIOD_OF: dict[str, str] = {}
BRAND_OF: dict[str, str] = {}
TIER_OF: dict[str, str] = {}
MODEL_OF: dict[str, str] = {}

_tags: dict[str, set[str]] = defaultdict(set)
_stem_tags: dict[str, set[str]] = defaultdict(set)


def entries_of(table: str) -> list[str]:
    """Give a table's entries in the form that a plain text has (no 無, but 无)."""
    return [normalise(entry.replace("_", " ")).plain.lower() for entry in table.split()]


def _learn(entry: str, tag: str) -> str:
    if entry.endswith("*"):
        _stem_tags[entry[:-1]].add(tag)
        return entry[:-1]
    _tags[entry].add(tag)
    return entry


def _learn_values(table: dict[str, str], tag: str, values: dict[str, str]) -> None:
    for value, words in table.items():
        for entry in entries_of(words):
            values[_learn(entry, tag)] = value


def _learn_numbers() -> None:
    for factor, words in money.FACTORS.items():
        for entry in entries_of(words):
            FACTOR_OF[_learn(entry, "FACTOR")] = factor
    for (part, currency), words in money.CENTS.items():
        for entry in entries_of(words):
            CENT_OF[_learn(entry, "CENT")] = (Decimal(part), currency)
    for share, words in money.FRACTIONS.items():
        for entry in entries_of(words):
            FRACTION_OF[_learn(entry, "SHARE")] = Decimal(share)


def _learn_classes() -> None:
    for tables in (
        units.UNITS,
        roles.GRAMMAR,
        roles.ROLES,
        kinds.KINDS,
        sale.SALE,
        sale.AGAINST,
        telling.TELLING,
        abroad.ABROAD,
        kinds.BESIDE,
        units.SIGNS,
    ):
        for tag, words in tables.items():
            for entry in entries_of(words):
                _learn(entry, tag)


def _learn_tables() -> None:
    _learn_values(money.CURRENCIES, "CUR", CURRENCY_OF)
    _learn_values(periods.NOUNS, "PERIOD", PERIOD_OF)
    _learn_values(periods.SPELT, "PERIOD", PERIOD_OF)
    _learn_values(periods.SPELT, "SPELT", PERIOD_OF)
    _learn_values(periods.CARDS, "CARD", PERIOD_OF)
    _learn_values(products.BRANDS, "BRAND", BRAND_OF)
    _learn_values(products.TIERS, "TIER", TIER_OF)
    _learn_values(products.MODELS, "MODEL", MODEL_OF)
    _learn_numbers()
    _learn_classes()


_learn_tables()

EXACT: dict[str, Tags] = {}
PHRASES: dict[str, tuple[str, ...]] = {}
PAIRS: dict[str, tuple[str, ...]] = {}
"""Entries of scripts without blanks, and signs, by their first two letters."""
SINGLES: set[str] = set()
HEADS: set[str] = set()
STEMS: dict[str, Tags] = {stem: frozenset(tags) for stem, tags in _stem_tags.items()}
LONGEST_STEM = max(map(len, STEMS))
TAGS_OF: dict[str, Tags] = {entry: frozenset(tags) for entry, tags in _tags.items()}


def _arrange() -> None:
    phrases: dict[str, list[str]] = defaultdict(list)
    index: dict[str, list[str]] = defaultdict(list)
    for entry, tags in TAGS_OF.items():
        head = _HEAD.match(entry)
        if head is None:
            index[entry[:2]].append(entry)
        elif head.end() == len(entry):
            EXACT[entry] = tags
        else:
            phrases[head[0]].append(entry)
    for stem, tags in STEMS.items():
        if _HEAD.fullmatch(stem) is None:  # Korean and Thai stems: any run may go on after them
            index[stem[:2]].append(stem)
            TAGS_OF[stem] = TAGS_OF.get(stem, NO_TAGS) | tags
    SINGLES.update(key for key in index if len(key) == 1)
    HEADS.update(key[0] for key in index)
    for source, target in ((phrases, PHRASES), (index, PAIRS)):
        for key, found in source.items():
            target[key] = tuple(sorted(set(found), key=len, reverse=True))


_arrange()

_FOLD = str.maketrans(
    "أإآٱىیکةۀ", "ااااييكهه", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)
"""Letters that Arabic and Persian keyboards give alike, and the vowel signs that few write."""
FOLDED = {entry.translate(_FOLD): entry for entry in EXACT if "\u0620" <= entry[0] <= "\u06d3"}

_known: dict[str, tuple[str, Tags]] = {}
_MOST_KNOWN = 50_000
_ARTICLES = ("ال", "وال", "بال", "لل", "و", "ب", "ل")


def look_up(word: str) -> tuple[str, Tags]:
    """Give the entry that a blank-parted word belongs to, and its classes; an unknown word has none."""
    tags = EXACT.get(word)
    if tags is not None:
        return word, tags
    known = _known.get(word)
    if known is None:
        known = _look_up_stem(word)
        if len(_known) < _MOST_KNOWN:
            _known[word] = known
    return known


def _look_up_stem(word: str) -> tuple[str, Tags]:
    for size in range(min(len(word), LONGEST_STEM), 2, -1):
        tags = STEMS.get(word[:size])
        if tags is not None:
            return word[:size], tags
    for article in _ARTICLES:
        if word.startswith(article):
            tags = EXACT.get(word[len(article) :])
            if tags is not None:
                return word[len(article) :], tags
    entry = _folded(word)
    return (word, NO_TAGS) if entry is None else (entry, EXACT[entry])


def _folded(word: str) -> str | None:
    """Give the Arabic or Persian entry that differs in vowel signs and letters of the other keyboard alone."""
    if not "\u0620" <= word[0] <= "\u06d3":
        return None
    plain = word.translate(_FOLD)
    for article in ("", *_ARTICLES):
        if plain.startswith(article) and plain[len(article) :] in FOLDED:
            return FOLDED[plain[len(article) :]]
    return None
