"""Bundles into the database: each in one transaction, once, under the one writer's lock.

A bundle leaves the spool only after its commit; a crash between the two is harmless, for a run that is already
loaded is skipped.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.exc import IntegrityError

from store.database import Database, friendly
from store.errors import UserError
from store.judge import IMPORTED, LATE, Judgement, RunView, judge
from store.kept_runs import let_stand
from store.load_facts import save_facts, save_hints
from store.load_forgotten import without_forgotten
from store.load_offers import save_offers, save_stock
from store.load_partials import save_partials
from store.load_presence import save_doubted, save_presences
from store.load_read import BrokenBundleError, read_bundle, read_run
from store.load_rows import Loading, save_identifiers, save_listings, save_sellers, save_signals
from store.load_same import judge_same, renews
from store.rewrite import heal
from store.run_records import SCREENSHOT
from store.schema import TABLES

BROKEN = "broken"
_GONE = ".loaded"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of one bundle.

    `outcome` is `loaded`, `skipped` (its run is in the database), `discarded` (its lease is old) or `broken`;
    `rows` counts the new rows by table.
    """

    run_id: str
    source: str
    outcome: str
    verdict: str = ""
    reason: str = ""
    event: str | None = None
    listings: int = 0
    offers: int = 0
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def observations(self) -> int:
        """How many offers stated something new."""
        return self.rows.get("observation", 0)


def load_spool(database: Database, spool: Path, evidence_dir: Path) -> Iterator[LoadReport]:
    """Load all whole bundles of a spool, oldest run first; a broken one is set aside and the others go on.

    Raises:
        UserError: where disk or database stop the work; what was loaded before stands.
    """
    if not spool.is_dir():
        if spool.exists():
            raise UserError(
                f"the spool {spool} is no directory: name the one that `crawl` writes into with --spool"
            )
        return
    for left in spool.glob(f".*{_GONE}"):
        shutil.rmtree(left, ignore_errors=True)
    paths = [path for path in spool.iterdir() if path.is_dir() and not path.name.startswith(".")]
    for path in sorted((path for path in paths if path.name != BROKEN), key=_age):
        try:
            yield load_bundle(database, path, evidence_dir)
        except BrokenBundleError as error:
            yield set_aside(path, str(error))


def _age(path: Path) -> tuple[str, str]:
    with suppress(BrokenBundleError):
        return read_run(path).finished_at.isoformat(), path.name
    return "", path.name


def set_aside(path: Path, reason: str) -> LoadReport:
    """Move a broken bundle to `broken/` beside it, with the reason, one line, in a file of its own."""
    reason = " ".join("".join(char if char.isprintable() else " " for char in reason).split())
    aside = path.parent / BROKEN / path.name
    aside.parent.mkdir(exist_ok=True)
    if aside.exists():
        shutil.rmtree(aside)
    path.rename(aside)
    (aside / "reason.txt").write_text(reason + "\n", "utf-8")
    return LoadReport(path.name, "", BROKEN, reason=f"{reason}; kept in {aside}")


def load_bundle(database: Database, path: Path, evidence_dir: Path) -> LoadReport:
    """Load one bundle in one transaction and take it out of the spool.

    Raises:
        BrokenBundleError: where it is no whole and consistent account of one run; nothing is written then.
        UserError: where disk or database stop the work; nothing is written then.
    """
    with friendly(str(path)), _no_collection():
        bundle = read_bundle(path)
        try:
            with database.writing() as connection:
                heal(connection, evidence_dir)
                clean = without_forgotten(connection, bundle, evidence_dir)
                report = _load(Loading(connection, clean, evidence_dir))
        except IntegrityError as error:
            said = str(error.orig).split("\n", 1)[0]
            raise BrokenBundleError(f"it claims what is another source's: {said}") from error
    if renews(report.outcome, report.verdict, report.event, same_as=bundle.run.same_as):
        # a page that names a forgotten value was masked on its way in: the next crawl reads it whole
        let_stand(path, report.source, kept=report.outcome == "loaded" and clean is bundle)
    _remove(path)
    return report


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the cycle collector from walking a bundle's records, which hold no cycle, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _remove(path: Path) -> None:
    gone = path.with_name(f".{path.name}{_GONE}")
    if gone.exists():
        shutil.rmtree(gone)
    path.rename(gone)
    shutil.rmtree(gone)


def _load(loading: Loading) -> LoadReport:
    run = loading.bundle.run
    known = loading.connection.execute(
        select(TABLES["run"].c.verdict, TABLES["run"].c.reason).where(TABLES["run"].c.id == run.run_id)
    ).first()
    if known is not None:
        return LoadReport(
            run.run_id, run.source, "skipped", known.verdict, "this run is already in the database"
        )
    lease = TABLES["lease"]
    token = loading.connection.execute(select(lease.c.token).where(lease.c.source == run.source)).scalar()
    if token is not None and 0 < run.token < token:
        reason = f"its lease {run.token} is older than {token}: another run has taken the source over"
        return LoadReport(run.run_id, run.source, "discarded", reason=reason)
    view = RunView(
        id=run.run_id, finished_at=run.finished_at, reported=run.verdict, anchored=run.anchored,
        covers_all=run.covers_all, keeps=run.keeps, offers=len(loading.bundle.standing),
    )  # fmt: skip
    if run.imported:
        judgement = Judgement(run.verdict, run.reason, IMPORTED)
    else:
        judgement = judge(view, read_history(loading.connection, run.source), run.reason)
    if run.same_as:
        judgement = judge_same(loading, judgement)
    return _write(loading, view, judgement)


def read_history(connection: Connection, source: str) -> list[RunView]:
    """Read the last good run of a source and all runs after it, oldest first."""
    run = TABLES["run"]
    good = (
        select(run.c.finished_at)
        .where(
            run.c.source == source,
            run.c.verdict.in_(("ok", "empty")),
            func.coalesce(run.c.event, "").not_in((LATE, IMPORTED)),
        )
        .order_by(run.c.finished_at.desc())
        .limit(1)
    )
    last = connection.execute(good).scalar()
    query = select(run).where(run.c.source == source).order_by(run.c.finished_at)
    if last is not None:
        query = query.where(run.c.finished_at >= last)
    return [
        RunView(
            id=row.id, finished_at=row.finished_at, reported=row.reported, verdict=row.verdict, event=row.event,
            anchored=row.anchored, covers_all=row.covers_all, keeps=row.keeps, offers=row.offers,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def _write(loading: Loading, view: RunView, judgement: Judgement) -> LoadReport:
    bundle, run = loading.bundle, loading.bundle.run
    _save_source(loading)
    counts = {"listings": bundle.listed, "offers": len(bundle.standing)}
    loading.write("run", [{
        "id": run.run_id, "source": run.source, "started_at": run.started_at, "finished_at": run.finished_at,
        "reported": run.verdict, "verdict": judgement.verdict, "reason": judgement.reason,
        "event": judgement.event, "anchored": run.anchored, "covers_all": run.covers_all, "keeps": run.keeps,
        "total": run.total, "pages": run.pages, "token": run.token, **counts,
    }])  # fmt: skip
    rows: dict[str, int] = {}
    if judgement.publishes and bundle.seen is not None:
        opened, closed = save_presences(loading, view, judgement)
        _forget_doubts(loading)
        rows = {"opened": opened, "closed": closed}
    elif judgement.publishes:
        rows = _publish(loading, view, judgement)
    else:
        _keep_wall(loading, judgement)
        if judgement.in_doubt:
            save_doubted(loading)
    return LoadReport(
        run.run_id,
        run.source,
        "loaded",
        judgement.verdict,
        judgement.reason,
        judgement.event,
        rows=rows,
        **counts,
    )


def _save_source(loading: Loading) -> None:
    run, source = loading.bundle.run, TABLES["source"]
    known = loading.connection.execute(select(source.c.url).where(source.c.name == run.source)).first()
    if known is None:
        row = {
            "name": run.source,
            "platform": run.platform,
            "url": run.source_url,
            "added_at": run.started_at,
        }
        loading.write("source", [row])
    elif run.source_url and known.url != run.source_url:
        changed = {"url": run.source_url, "platform": run.platform}
        loading.connection.execute(source.update().where(source.c.name == run.source).values(changed))


def _publish(loading: Loading, view: RunView, judgement: Judgement) -> dict[str, int]:
    save_sellers(loading)
    save_listings(loading)
    save_offers(loading)
    stock = save_stock(loading)
    opened, closed = save_presences(loading, view, judgement)
    save_facts(loading)
    save_identifiers(loading)
    save_partials(loading)
    save_signals(loading)
    save_hints(loading)
    _forget_doubts(loading)
    written = loading.write_waiting()
    loading.keep([page.snapshot for page in loading.bundle.pages.values() if page.keep])
    return {**written, "stock": stock, "opened": opened, "closed": closed}


def _forget_doubts(loading: Loading) -> None:
    """Settle what runs before one that stands left in doubt; a later one may have come in first."""
    doubted, run = TABLES["doubted_offer"], TABLES["run"]
    before = run.c.finished_at <= loading.bundle.run.finished_at
    settled = select(run.c.id).where(run.c.source == loading.source, before)
    loading.connection.execute(delete(doubted).where(doubted.c.run_id.in_(settled)))


def _keep_wall(loading: Loading, judgement: Judgement) -> None:
    """Keep the page that says why a run does not stand, once for as long as the reason stays the same."""
    bundle, run = loading.bundle, TABLES["run"]
    query = (
        select(run.c.verdict, run.c.reason)
        .where(run.c.source == loading.source, run.c.id != bundle.run.run_id)
        .order_by(run.c.finished_at.desc())
        .limit(1)
    )
    before = loading.connection.execute(query).first()
    if before is not None and (before.verdict, before.reason) == (judgement.verdict, judgement.reason):
        return
    pages = [
        page for page in bundle.pages.values() if page.snapshot in bundle.members and page.role != SCREENSHOT
    ]
    wall = next((page for page in pages if page.blocked), pages[-1] if pages else None)
    if wall is not None:
        loading.keep([wall.snapshot])
