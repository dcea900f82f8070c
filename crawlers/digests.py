"""Digests in place of values: what a provider runs on its own machine before it hands a list in.

It needs no database and no network. Nothing in clear leaves it: neither in the output nor in what is said of bad lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.accounts import FIELDS, ListOptions, account_columns, read_lines, values_of
from crawlers.lists import ListFile, ListLine
from store.derivations import DERIVATIONS
from store.errors import UserError
from store.known_records import KnownValue, Rejected
from store.peppers import Pepper, peppered

DIGEST_COLUMNS = ("kind", "digest", "pepper_id", "derivation")
_LEAST = 4
"""Shorter values stand in too many words by chance to be missed in them."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digesting:
    """Under which key a list's values are digested, and what is derived from them beside."""

    pepper: Pepper
    derive: frozenset[str] = frozenset()


def check_derivations(names: Sequence[str]) -> frozenset[str]:
    """Let names of derivations pass.

    Raises:
        UserError: where there is none of such a name.
    """
    for name in names:
        if name not in DERIVATIONS:
            raise UserError(f"{name!r} is no derivation: use {', '.join(DERIVATIONS)}")
    return frozenset(names)


def digest_list(
    source: ListFile, options: ListOptions, digesting: Digesting
) -> tuple[Row, Iterator[Row | Rejected]]:
    """Give the header and the rows of a list of accounts with digests for values: a row for each.

    Raises:
        UserError: where the columns do not make a list of accounts.
    """
    kinds = account_columns(source, options)
    kept = ("account_ref", *(name for name in FIELDS if name in source.columns))
    rows = read_lines(source, lambda line: _rows(line, kept, kinds, options, digesting))
    return (*kept, *DIGEST_COLUMNS), _flat(rows)


def _flat(lines: Iterator[list[Row] | Rejected]) -> Iterator[Row | Rejected]:
    for line in lines:
        if isinstance(line, Rejected):
            yield line
        else:
            yield from line


def _rows(
    line: ListLine, kept: Row, kinds: tuple[str, ...] | None, options: ListOptions, digesting: Digesting
) -> list[Row]:
    cells = tuple(line.cells.get(name, "") for name in kept)
    found: list[Row] = []
    for raw, value in values_of(line.cells, kinds, options):
        if value.value is None:
            found.append(
                (*cells, value.kind, value.digest or "", value.pepper_id or "", value.derivation or "")
            )
            continue
        _check_hidden(kept, cells, raw, value)
        found += [(*cells, *digest) for digest in digests_of(raw, value.kind, value.value, digesting)]
    return found or [(*cells, "", "", "", "")]


def _check_hidden(kept: Row, cells: Row, raw: str, value: KnownValue) -> None:
    forms = {form.casefold() for form in (raw, value.value or "", raw.lstrip("@+")) if len(form) >= _LEAST}
    for name, cell in zip(kept, cells, strict=True):
        words = cell.casefold()
        if words and any(form in words for form in forms):
            raise ValueError(f"{name} holds the {value.kind} in clear: take it out there")


def digests_of(raw: str, kind: str, value: str, digesting: Digesting) -> Iterator[Row]:
    """Give kind, digest, pepper and derivation of a canonical value and of what is wanted beside."""
    pepper = digesting.pepper
    yield kind, peppered(pepper.key, kind, value), pepper.id, ""
    for name, (kinds, derive) in DERIVATIONS.items():
        if name not in digesting.derive or kind not in kinds:
            continue
        whole = value
        if kind == "api_key":
            whole = raw.strip()
            if hashlib.sha256(whole.encode()).hexdigest() != value:
                continue  # a digest or a mark has no end of a key left
        derived = derive(whole)
        if derived:
            yield kind, peppered(pepper.key, kind, derived, name), pepper.id, name
