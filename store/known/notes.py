"""What is said of values that came as digests: whose key is missing, and which rules cannot compare them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from store.derivations import DERIVATIONS
from store.matching import spoken
from store.records import KINDS

if TYPE_CHECKING:
    from store.known_records import Shape

_RULES = {
    "handle_skeleton": "handles written alike are not found",
    "local_part": "the same name across kinds is not found, nor masked addresses by it",
    "mail_domain": "masked addresses cannot be narrowed by their domain",
    "last_four": "masked numbers cannot be compared",
    "key_hint": "masked keys cannot be compared",
}


def unheld_words(peppers: Iterable[str], keys: Collection[str]) -> list[str]:
    """Say for each pepper without a key what follows.

    >>> unheld_words(["spring", "autumn"], ["autumn"])
    ['no key is held for digests under spring: they join nothing new until --key-file names it']
    """
    return [
        f"no key is held for digests under {pepper}: they join nothing new until --key-file names it"
        for pepper in sorted(set(peppers) - set(keys))
    ]


def impossible_words(shapes: Collection[Shape]) -> list[str]:
    """Say which rules the columns of a list make impossible, a sentence for each derivation that was not delivered.

    >>> impossible_words([("phone", "spring", None)])
    ['phone number by digest without last_four: masked numbers cannot be compared']
    """
    digested = {(kind, pepper) for kind, pepper, derivation in shapes if pepper and derivation is None}
    given = {(kind, pepper, derivation) for kind, pepper, derivation in shapes if derivation}
    found = []
    for name, (kinds, _) in DERIVATIONS.items():
        lacking = sorted(
            {k for k, pepper in digested if k in kinds and (k, pepper, name) not in given},
            key=list(KINDS).index,
        )
        if lacking:
            words = ", ".join(spoken(kind) for kind in lacking)
            found.append(f"{words} by digest without {name}: {_RULES[name]}")
    return found
