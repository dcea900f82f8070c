"""Known accounts as rows: what a file adds or changes, version by version, and nothing where it says nothing new."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    Connection,
    Insert,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)  # fmt: skip

from store.bulk import insert_many
from store.columns import Utc
from store.import_batches import ImportReport, Origin, finish_import, start_import, table_of
from store.known.full import withdraw_lacking
from store.known.hold import take_values
from store.known.spans import Spans
from store.known.withdrawn import Withdrawn
from store.known_records import ACCOUNT_FIELDS, AccountFields, AccountLine, AccountRun, Rejected, Shape
from store.known_tables import KnownAccount, KnownAccountVersion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from store.known.build import StagedValue
    from store.known.full import Full

_BATCH = 5_000
_MOMENTS = ("created_at", "banned_at", "last_active_at")
_STAGE = MetaData()


def _field_column(name: str) -> Column[Any]:
    return Column(name, Utc() if name in _MOMENTS else Integer() if name == "exchanges" else Text())


_ACCOUNT = Table(
    "stage_account", _STAGE, Column("no", Integer, primary_key=True), Column("provider", Text),
    Column("account_ref", Text), *(_field_column(name) for name in ACCOUNT_FIELDS), prefixes=["TEMPORARY"],
)  # fmt: skip
_VERSION = Table(
    "stage_version", _STAGE, Column("account_id", Integer, primary_key=True),
    *(_field_column(name) for name in ACCOUNT_FIELDS), prefixes=["TEMPORARY"],
)  # fmt: skip

_account = table_of(KnownAccount)
_version = table_of(KnownAccountVersion)


@dataclass(slots=True)
class _Draft:
    """What the lines of one file say together of one account; `unclassed` numbers those before one named its class."""

    no: int
    lines: int = 0
    fields: AccountFields = field(default_factory=AccountFields)
    unclassed: list[int] = field(default_factory=list)


def save_accounts(
    connection: Connection, lines: Iterable[AccountLine | AccountRun | Rejected], origin: Origin, now: datetime,
    full: Full | None = None, *, reopen: bool = False,
) -> ImportReport:  # fmt: skip
    """Bring the known accounts to what a file's lines say; run it inside one transaction under the writer lock.

    Lines of one account are taken together, and a field that they contradict each other in keeps the later line
    out. A field that no line names stays as it was. A changed field closes the account's version and opens the next.
    What people took back is kept out, but for `reopen`: then a withdrawn account comes back with what this file says
    alone. Digests are stored beside clear values. What a `full` list lacks is withdrawn.

    Raises:
        UserError: where a full list is not whole, or would withdraw too much.
    """
    _STAGE.drop_all(connection)
    _STAGE.create_all(connection)
    import_id = start_import(connection, "accounts", origin, now)
    drafts: dict[tuple[str, str], _Draft] = {}
    rejected: list[Rejected] = []
    shapes: set[Shape] = set()
    spans = Spans()
    withdrawn = Withdrawn(connection, now, reopen=reopen, full=full is not None)
    with ExitStack() as leaving:
        staged = _staged_values(withdrawn.sift(lines), drafts, rejected, (shapes, spans))
        values = take_values(connection, staged, import_id, now, leaving, aside=full is not None)
        _stage(connection, drafts)
        rejected += _drop_without_class(connection, drafts)
        changed, words = withdraw_lacking(connection, full, rejected, now) if full else (0, "")
        changed += _save_versions(connection, import_id, now)
        changed += values.settle()
        spans.save(connection)
    _STAGE.drop_all(connection)
    good = sum(draft.lines for draft in drafts.values())
    report = finish_import(connection, import_id, good, changed, [*rejected, *withdrawn.kept])
    notes = (*((words,) if words else ()), *withdrawn.notes())
    return replace(report, shapes=frozenset(shapes), notes=notes)


def _stage(connection: Connection, drafts: dict[tuple[str, str], _Draft]) -> None:
    accounts = (
        {"no": draft.no, "provider": key[0], "account_ref": key[1]}
        | {name: getattr(draft.fields, name) for name in ACCOUNT_FIELDS}
        for key, draft in drafts.items()
    )
    while batch := list(islice(accounts, _BATCH)):
        insert_many(connection, _ACCOUNT, batch)


def _staged_values(
    lines: Iterable[AccountLine | AccountRun | Rejected],
    drafts: dict[tuple[str, str], _Draft],
    rejected: list[Rejected],
    noted: tuple[set[Shape], Spans],
) -> Iterator[StagedValue]:
    shapes, spans = noted
    for line in lines:
        if isinstance(line, Rejected):
            rejected.append(line)
            continue
        key = (line.provider, line.account_ref)
        draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = _Draft(len(drafts) + 1)
        numbers = range(line.line, line.line + (len(line.values) if isinstance(line, AccountRun) else 1))
        clash = _merge(draft, line.fields)
        if clash is not None:
            rejected += [Rejected(number, clash) for number in numbers]
            continue
        draft.lines += len(numbers)
        if draft.fields.class_name is None:
            draft.unclassed += numbers
        elif draft.unclassed:
            draft.unclassed = []
        if isinstance(line, AccountLine):
            spans.note(draft.no, line)
        yield from _values_of(line, draft.no, shapes)


def _values_of(line: AccountLine | AccountRun, no: int, shapes: set[Shape]) -> Iterable[StagedValue]:
    if isinstance(line, AccountRun):
        shapes.update((kind, None, None) for kind in set(line.kinds))
        none = repeat(None)
        return zip(repeat(no), line.kinds, line.values, none, none, none)
    shapes.update((one.kind, one.pepper_id, one.derivation) for one in line.values)
    return [(no, one.kind, one.value, one.digest, one.pepper_id, one.derivation) for one in line.values]


def _merge(draft: _Draft, fields: AccountFields) -> str | None:
    """Add what a line says of an account; gives what it contradicts, in words."""
    if not draft.lines:
        draft.fields = fields
    if fields is draft.fields or fields == draft.fields:
        return None
    said = {name: getattr(fields, name) for name in ACCOUNT_FIELDS}
    said = {name: value for name, value in said.items() if value is not None}
    for name, value in said.items():
        before = getattr(draft.fields, name)
        if before is not None and before != value:
            word = name.removesuffix("_name")
            return f"{word} differs from an earlier line of the same account"
    draft.fields = replace(draft.fields, **said)
    return None


def _current() -> Any:  # noqa: ANN401 - SQLAlchemy's own join types say less than they take
    return _ACCOUNT.outerjoin(
        _account,
        and_(_account.c.provider == _ACCOUNT.c.provider, _account.c.account_ref == _ACCOUNT.c.account_ref),
    ).outerjoin(
        _version, and_(_version.c.account_id == _account.c.id, _version.c.valid_until.is_(None))
    )  # fmt: skip


def _drop_without_class(connection: Connection, drafts: dict[tuple[str, str], _Draft]) -> list[Rejected]:
    query = select(_ACCOUNT.c.no, _ACCOUNT.c.provider, _ACCOUNT.c.account_ref).select_from(_current())
    query = query.where(_ACCOUNT.c.class_name.is_(None), _version.c.id.is_(None))
    rejected: list[Rejected] = []
    for no, provider, account_ref in connection.execute(query).all():
        draft = drafts.pop((provider, account_ref))
        why = "the account has no class: add a class column, or name one with --class"
        rejected += [Rejected(number, why) for number in draft.unclassed]
        connection.execute(delete(_ACCOUNT).where(_ACCOUNT.c.no == no))
    return rejected


def _save_versions(connection: Connection, import_id: int, now: datetime) -> int:
    new = select(_ACCOUNT.c.provider, _ACCOUNT.c.account_ref).select_from(_current())
    new = new.where(_account.c.id.is_(None)).order_by(_ACCOUNT.c.no)
    connection.execute(insert(_account).from_select(["provider", "account_ref"], new))
    merged = [func.coalesce(_ACCOUNT.c[name], _version.c[name]) for name in ACCOUNT_FIELDS]
    differs = [
        and_(_ACCOUNT.c[name].is_not(None), _ACCOUNT.c[name].is_distinct_from(_version.c[name]))
        for name in ACCOUNT_FIELDS
    ]
    changed = select(_account.c.id, *merged).select_from(_current())
    changed = changed.where(or_(_version.c.id.is_(None), *differs))
    connection.execute(insert(_VERSION).from_select(["account_id", *ACCOUNT_FIELDS], changed))
    closing = update(_version).values(valid_until=now)
    closing = closing.where(
        _version.c.valid_until.is_(None), _version.c.account_id.in_(select(_VERSION.c.account_id))
    )
    connection.execute(closing)
    columns = [_VERSION.c[name] for name in ACCOUNT_FIELDS]
    rows = select(_VERSION.c.account_id, *columns, literal(now, Utc()), literal(import_id))
    rows = rows.order_by(_VERSION.c.account_id)
    names = ["account_id", *ACCOUNT_FIELDS, "valid_from", "import_id"]
    return _insert(connection, insert(_version).from_select(names, rows))


def _insert(connection: Connection, statement: Insert) -> int:
    """Insert and give how many rows; SQLAlchemy keeps a server's count only where it is asked to."""
    return connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount
