"""Hops on values that are not equal, in plain sentences. Pure; what the provider holds is not told, only how near it is."""

from __future__ import annotations

from store.matching import spoken

_HOW = {
    "skeleton": "it differs from the one that the provider holds for the account only in case, separators or letters"
    " that look alike",
    "edit": "it differs by one letter from the one that the provider holds for the account",
    "digits": "it differs only in the digits at its end from the one that the provider holds for the account",
}


def fuzzy_words(kind: str, value: str, how: str, alike: int) -> str:
    """Tell a fuzzy hop.

    >>> fuzzy_words("telegram", "fast_key", "digits", 0).split("; ")[1]
    'no other known name looks like it'
    """
    others = (
        f"{alike} other known names look"
        if alike > 1
        else f"{'one' if alike else 'no'} other known name looks"
    )
    return f"the seller shows {kind} {value} as their own contact, and {_HOW[how]}; {others} like it"


def name_words(kind: str, value: str, known_kind: str) -> str:
    """Tell that a name is the same in two kinds.

    >>> name_words("telegram", "fastkeys", "email")
    "the name of the seller's own telegram fastkeys is that of the account's email address: anybody may choose a name"
    """
    return (
        f"the name of the seller's own {kind} {value} is that of the account's {spoken(known_kind)}:"
        " anybody may choose a name"
    )


def partial_words(kind: str, written: str, fits: int) -> str:
    """Tell a hop on a masked value.

    >>> partial_words("email", "zh***@mail.example", 1)
    "the seller shows email zh***@mail.example as their own contact, masked: of all known values the account's alone fits"
    """
    whose = "the account's alone fits" if fits == 1 else f"{fits} fit, the account's among them"
    return f"the seller shows {kind} {written} as their own contact, masked: of all known values {whose}"
