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


_PARTS = {
    "last_four": "its last four digits are those",
    "mail_domain": "its host is that",
    "key_hint": "its last four letters are those",
}


def skeleton_words(kind: str, value: str, known_kind: str) -> str:
    """Tell a hop on a name of which a provider told the skeleton alone.

    >>> skeleton_words("telegram", "fast_keys", "telegram").split(", and ")[1]
    "without case, separators and the look of its letters it is the account's Telegram name"
    """
    return (
        f"the seller shows {kind} {value} as their own contact, and without case, separators and the look of its"
        f" letters it is the account's {spoken(known_kind)}"
    )


def part_words(kind: str, written: str, derivation: str, fits: int) -> str:
    """Tell a hop on a masked value of which a provider told a part.

    >>> part_words("phone", "138****1234", "last_four", 2).partition("masked: ")[2]
    'its last four digits are those of a phone number of the account; of all known accounts 2 have such a one'
    """
    whose = "the account alone has" if fits == 1 else f"{fits} have"
    return (
        f"the seller shows {kind} {written} as their own contact, masked: {_PARTS[derivation]} of"
        f" {spoken(kind, article=True)} of the account; of all known accounts {whose} such a one"
    )
