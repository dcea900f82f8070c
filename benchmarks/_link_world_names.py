"""Contacts of every kind in canonical form, and the ways in which sellers change or mask them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
_WORDS: list[str] = re.findall(
    "[a-z]+",
    "ai api bot card claude cloud code codex deal fast gold good gpt hub key keys king lab lite lucky mall max mega"
    " mini neo nova open panda plus pool pro prime quick relay sell shop star store sun super team tiger token top"
    " turbo ultra vip web wise zone",
)
_HEADS: list[str] = re.findall("[a-z]+", "b c ch d f g h j k l m n p q r s sh t w x y z zh")
_TAILS: list[str] = re.findall(
    "[a-z]+", "a ai an ang ao e ei en eng i ia ian iao ie in ing iu o ong ou u ua uan ui un uo"
)
_ENDS = ("com", "xyz", "top", "net", "cc", "shop")
_PHONES = ("133", "135", "136", "137", "138", "139", "150", "151", "158", "186", "187", "188")
_ALIKE = (("o", "0"), ("l", "1"), ("i", "1"), ("m", "rn"), ("w", "vv"), ("g", "9"))


def pick(random: Random, weighted: Sequence[tuple[T, float]]) -> T:
    """Draw one by its weight."""
    return random.choices([item for item, _ in weighted], [weight for _, weight in weighted])[0]


class Names:
    """Gives values that nobody has yet: no two owners share one but where a world says so."""

    def __init__(self, random: Random, rare: float) -> None:
        self.random = random
        self._rare = rare
        self._taken: set[str] = set()

    def _new(self, make: Callable[[], str]) -> str:
        while (value := make()) in self._taken:
            pass
        self._taken.add(value)
        return value

    def claim(self, value: str) -> bool:
        """Take a value where nobody has it."""
        if value in self._taken:
            return False
        self._taken.add(value)
        return True

    def handle(self, *, rare: bool | None = None) -> str:
        """Give a handle of 7 to 24 letters: made-up syllables, or words of the trade with a number."""
        if self.random.random() < self._rare if rare is None else rare:
            return self._new(self._syllables)
        return self._new(self._trade)

    def _syllables(self) -> str:
        parts = [
            self.random.choice(_HEADS) + self.random.choice(_TAILS) for _ in range(self.random.randint(4, 5))
        ]
        at = self.random.randint(2, 3)
        word = "".join(parts[:at]) + self.random.choice(("", "_")) + "".join(parts[at:])
        return (word + self.random.choice(("", str(self.random.randint(1, 99)))))[:24].ljust(7, "x")

    def _trade(self) -> str:
        first, last = self.random.sample(_WORDS, 2)
        word = first + self.random.choice(("", "_")) + last
        return word.ljust(5, "x") + str(self.random.randint(10, 9999))

    def value(self, kind: str, mail: str = "gmail.com") -> str:
        """Give a canonical value of a kind."""
        draw = self.random
        if kind == "email":
            return f"{self.handle()}@{mail}"
        if kind in ("telegram", "wechat", "username"):
            return self.handle()
        makers: dict[str, Callable[[], str]] = {
            "qq": lambda: str(draw.randint(10_000_000, 3_999_999_999)),
            "qq_group": lambda: str(draw.randint(10_000_000, 999_999_999)),
            "phone": lambda: f"+86{draw.choice(_PHONES)}{draw.randint(0, 99_999_999):08d}",
            "domain": lambda: f"{self._syllables().replace('_', '-')}.{draw.choice(_ENDS)}",
            "card_fingerprint": lambda: f"fp_{draw.getrandbits(64):016x}",
            "shop": lambda: f"ldxp:shop:{draw.getrandbits(32):08x}",
        }
        makers["whatsapp"] = makers["phone"]
        return self._new(makers.get(kind, lambda: f"{draw.getrandbits(40):010x}"))


def changed(random: Random, handle: str, way: str) -> str:
    """Give a handle as its owner might write it elsewhere; of an e-mail address the local part is changed.

    `separator`, `digits` (other ones at the end), `edit` (one letter is another), `homoglyph` (letters that look alike).
    """
    name, at, mail = handle.partition("@")
    if way == "separator":
        bare = name.replace("_", "")
        cut = random.randint(3, len(bare) - 3)
        name = bare if "_" in name else f"{bare[:cut]}_{bare[cut:]}"
    elif way == "digits":
        bare = name.rstrip("0123456789")
        name = bare + str(random.choice([n for n in range(1, 99) if f"{bare}{n}" != name]))
    elif way == "edit":
        places = [i for i, char in enumerate(name) if char.isalpha() and i > 0]
        i = random.choice(places)
        other = random.choice([char for char in "abcdefghijkmnpqrstuvxyz" if char != name[i]])
        name = name[:i] + other + name[i + 1 :]
    else:
        pairs = [(a, b) for a, b in _ALIKE if a in name[1:]] or [(name[-1], name[-1])]
        old, new = random.choice(pairs)
        name = name[0] + name[1:].replace(old, new, 1)
    return name + at + mail


def masked(kind: str, value: str) -> str:
    """Mask a value as shops and forums do: `zh***@gmail.com`, `138****1234`."""
    if kind == "email":
        name, _, mail = value.partition("@")
        return f"{name[:2]}***{name[-1]}@{mail}"
    national = value.removeprefix("+86")
    return f"{national[:3]}****{national[-4:]}"


def written(kind: str, value: str) -> str:
    """Write a canonical value as a listing does."""
    if kind == "telegram":
        return f"@{value}"
    return f"https://{value}" if kind == "domain" else value
