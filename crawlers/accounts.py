"""A provider's lists of known accounts, of withdrawals and of protected values, from CSV to values.

Two shapes of account list: long (`account_ref`, `kind`, `value` or `digest` and `pepper_id`) and wide (a column a
kind). docs/linking.md states the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from crawlers.account_cells import count_of, moment_of
from crawlers.account_rows import LongReader, Shared
from crawlers.known_values import REGIONS, canonical_value, known_digest, known_value
from crawlers.lists import OURS, ListFile, ListLine
from crawlers.spreadsheets import check_not_rounded
from store.errors import UserError
from store.known_records import (
    AccountFields,
    AccountLine,
    AccountRun,
    KnownValue,
    ProtectedLine,
    Rejected,
    Withdrawal,
)
from store.records import ACCOUNT_CLASSES, KINDS

MAX_REF = 256
_PROVIDER = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_SPAN = ("valid_from", "valid_until")
_LONG = ("kind", "value", "digest", "pepper_id", "derivation", *_SPAN)
_WORDS = ("reason", "campaign", "plan", "channel", "mail_class", "hold")
_MOMENTS = ("created_at", "banned_at", "last_active_at")
FIELDS = ("class", "provider", "billing_country", "exchanges", *_WORDS, *_MOMENTS)
"""Columns that say something of the account itself."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What the command line adds to a list: a provider and class for lines that name none, a region for phones."""

    provider: str | None = None
    class_name: str | None = None
    region: str | None = None
    ignore: frozenset[str] = field(default_factory=frozenset)
    reason: str | None = None
    canonical: bool = False
    """Values are said to stand in canonical form."""

    def value_of(self, kind: str, raw: str) -> KnownValue | str:
        """Read a value in clear, or say why it is none."""
        return canonical_value(kind, raw) if self.canonical else known_value(kind, raw, self.region)


class _BadLineError(ValueError):
    """Raised inside this module where a line says something that cannot be; its text is the reason."""


def check_class(name: str | None) -> str | None:
    """Let a class of the command line pass.

    Raises:
        UserError: where there is no such class.
    """
    if name is not None and name not in ACCOUNT_CLASSES:
        raise UserError(f"{name!r} is no class of accounts: use one of {', '.join(ACCOUNT_CLASSES)}")
    return name


def check_region(name: str | None) -> str | None:
    """Let a country of the command line pass, in capitals.

    Raises:
        UserError: where no country has this code.
    """
    found = name.upper() if name is not None else None
    if found is not None and found not in REGIONS:
        raise UserError(f"{name!r} is no country: --region takes a code of two letters, such as CN or DE")
    return found


def read_accounts(source: ListFile, options: ListOptions) -> Iterator[AccountLine | AccountRun | Rejected]:
    """Read a list of known accounts, long or wide.

    Raises:
        UserError: where the columns do not make a list of accounts.
    """
    kinds = account_columns(source, options)
    if "class" not in source.columns and options.class_name is None:
        raise UserError(f"{source.path} has no class column: add one, or name the class with --class")
    if kinds is not None or "value" not in source.columns:
        return read_lines(source, lambda line: _account(line, options, kinds))
    return LongReader(
        options.value_of,
        lambda cells: _shared(cells, options),
        lambda line: _looked_at(line, options),
        options.canonical,
    ).read(source)


def read_withdrawals(source: ListFile, options: ListOptions) -> Iterator[Withdrawal | Rejected]:
    """Read a list of withdrawn accounts (`account_ref`), or of withdrawn values of theirs (`kind`, `value`).

    Raises:
        UserError: where the columns do not make such a list, or nothing says the reason.
    """
    _need(source, "account_ref")
    _check_unknown(source, {"account_ref", *_LONG, *FIELDS}, options)
    if "reason" not in source.columns and not options.reason:
        raise UserError(f"{source.path} has no reason column: add one, or name the reason with --reason")
    return read_lines(source, lambda line: _withdrawal(line, options))


def read_protected(source: ListFile, options: ListOptions) -> Iterator[ProtectedLine | Rejected]:
    """Read a list of values that never link: `kind`, `value`, and a `reason` on request.

    Raises:
        UserError: where the columns do not make such a list.
    """
    for name in ("kind", "value"):
        _need(source, name)
    _check_unknown(source, {"kind", "value", "reason"}, options)
    return read_lines(source, lambda line: _protected(line, options))


def read_lines(source: ListFile, reader: Any) -> Iterator[Any]:  # noqa: ANN401 - one loop for every kind of line
    """Read each line; one that raises ValueError is kept out with its words."""
    for line in source.lines():
        if isinstance(line, Rejected):
            yield line
            continue
        try:
            yield reader(line)
        except ValueError as error:
            yield Rejected(line.line, str(error), line.without_secrets())


def _need(source: ListFile, name: str) -> None:
    if name not in source.columns:
        said = ", ".join(source.columns[:8])
        raise UserError(f"{source.path} has no column {name}: its first line names {said[:200]}")


def account_columns(source: ListFile, options: ListOptions) -> tuple[str, ...] | None:
    """Give the columns of a wide list that are kinds, None for a long one.

    Raises:
        UserError: where the columns do not make a list of accounts.
    """
    _need(source, "account_ref")
    if "provider" not in source.columns and options.provider is None:
        raise UserError(f"{source.path} has no provider column: add one, or name it with --provider")
    kinds = tuple(name for name in source.columns if name in KINDS)
    if "kind" in source.columns:
        if "value" not in source.columns and "digest" not in source.columns:
            raise UserError(f"{source.path} has a kind column but neither value nor digest: add one")
        if kinds:
            raise UserError(
                f"{source.path} has a kind column and one named {kinds[0]}: use one shape of the two"
            )
    _check_unknown(source, {"account_ref", *_LONG, *FIELDS, *kinds}, options)
    return None if "kind" in source.columns else kinds


def _check_unknown(source: ListFile, known: set[str], options: ListOptions) -> None:
    unknown = [name for name in source.columns if name not in known | options.ignore and name not in OURS]
    if unknown:
        raise UserError(
            f"{source.path} has a column {unknown[0][:40]!r} that means nothing here: mend its name, or leave it "
            f"out with --ignore {unknown[0][:40] or '…'}"
        )


def _looked_at(line: ListLine, options: ListOptions) -> AccountLine | Rejected:
    try:
        return _account(line, options, None)
    except ValueError as error:
        return Rejected(line.line, str(error), line.without_secrets())


def _shared(cells: dict[str, str], options: ListOptions) -> Shared:
    fields = _fields(tuple(cells.get(name, "") for name in FIELDS if name != "provider"), options.class_name)
    return _provider(cells, options), _account_ref(cells), fields


def _account(line: ListLine, options: ListOptions, kinds: tuple[str, ...] | None) -> AccountLine:
    cells = line.cells
    values = tuple(value for _, value in values_of(cells, kinds, options))
    return AccountLine(line.line, *_shared(cells, options), values)


def values_of(
    cells: dict[str, str], kinds: tuple[str, ...] | None, options: ListOptions
) -> list[tuple[str, KnownValue]]:
    """Read the values of a line, each as it was written (a digest: empty) and in its form; `kinds` None: a long list.

    Raises:
        ValueError: where one is none of its kind.
    """
    if kinds is not None:
        return [(cells[kind], _clear(kind, cells[kind], options)) for kind in kinds if cells[kind]]
    kind, value, digest = cells.get("kind", "").lower(), cells.get("value", ""), cells.get("digest", "")
    if not kind and not value and not digest:
        return []
    if value and digest:
        raise _BadLineError("a value in clear and a digest stand in one line: keep one of the two")
    if not digest:
        return [(value, _dated(_clear(kind, value, options), cells))]
    found = known_digest(kind, digest, cells.get("pepper_id", ""), cells.get("derivation", ""))
    if isinstance(found, str):
        raise _BadLineError(found)
    return [("", _dated(found, cells))]


def _dated(found: KnownValue, cells: dict[str, str]) -> KnownValue:
    had_from, had_until = (moment_of(name, cells.get(name, "")) for name in _SPAN)
    if had_from and had_until and had_until < had_from:
        raise _BadLineError("valid_until lies before valid_from")
    return replace(found, had_from=had_from, had_until=had_until) if had_from or had_until else found


def _clear(kind: str, raw: str, options: ListOptions) -> KnownValue:
    found = options.value_of(kind, raw)
    if isinstance(found, str):
        raise _BadLineError(found)
    return found


def _account_ref(cells: dict[str, str]) -> str:
    ref = cells.get("account_ref", "")
    if not ref:
        raise _BadLineError("the account_ref is empty")
    if len(ref) > MAX_REF:
        raise _BadLineError(f"the account_ref is longer than {MAX_REF} characters")
    return check_not_rounded("account_ref", ref)


def _provider(cells: dict[str, str], options: ListOptions) -> str:
    name = (cells.get("provider") or options.provider or "").lower()
    if not _PROVIDER.match(name):
        raise _BadLineError(
            "the provider is no short name such as anthropic" if name else "no provider is named"
        )
    return name


@lru_cache(maxsize=4096)
def _fields(cells: tuple[str, ...], class_name: str | None) -> AccountFields:
    said = dict(zip((name for name in FIELDS if name != "provider"), cells, strict=True))
    name = said["class"].lower() or class_name
    if name is not None and name not in ACCOUNT_CLASSES:
        raise _BadLineError(f"{name[:40]!r} is no class: use one of {', '.join(ACCOUNT_CLASSES)}")
    country = said["billing_country"].upper() or None
    if country and not _COUNTRY.match(country):
        raise _BadLineError("billing_country is no country code of two letters")
    fields: dict[str, Any] = {moment: moment_of(moment, said[moment]) for moment in _MOMENTS}
    if fields["created_at"] and fields["banned_at"] and fields["banned_at"] < fields["created_at"]:
        raise _BadLineError("banned_at lies before created_at")
    fields |= {word: said[word] or None for word in _WORDS}
    exchanges = count_of("exchanges", said["exchanges"])
    return AccountFields(class_name=name, billing_country=country, exchanges=exchanges, **fields)


def _withdrawal(line: ListLine, options: ListOptions) -> Withdrawal:
    cells = line.cells
    kind, raw = cells.get("kind", "").lower(), cells.get("value", "")
    value = None
    if kind or raw:
        found = known_value(kind, raw, options.region)
        if isinstance(found, str):
            raise _BadLineError(found)
        value = found.value
    reason = cells.get("reason") or options.reason or ""
    if not reason:
        raise _BadLineError("a withdrawal needs its reason")
    account = (_provider(cells, options), _account_ref(cells))
    return Withdrawal(line.line, *account, reason, kind or None, value)


def _protected(line: ListLine, options: ListOptions) -> ProtectedLine:
    found = known_value(line.cells["kind"].lower(), line.cells["value"], options.region)
    if isinstance(found, str):
        raise _BadLineError(found)
    reason = line.cells.get("reason") or options.reason or ""
    return ProtectedLine(line.line, found.kind, found.value or "", reason)
