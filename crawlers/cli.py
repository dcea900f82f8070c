"""The commands that go from the network, or from lists, to values."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

_PARTS: tuple[str, ...] = (
    "crawlers.cli_crawl",
    "crawlers.cli_sources",
    "crawlers.cli_accounts",
    "crawlers.cli_purchases",
    "crawlers.cli_hubs",
    "crawlers.cli_prices",
    "crawlers.cli_evidence",
    "crawlers.cli_replay",
    "crawlers.cli_show_link",
    "crawlers.cli_campaigns",
    "crawlers.cli_judge",
    "crawlers.cli_cohorts",
    "crawlers.cli_outcomes",
    "crawlers.cli_retention",
    "crawlers.cli_read",
    "crawlers.cli_registry",
    "crawlers.daemon.command",
)


def register(app: typer.Typer) -> None:
    """Add this package's commands to the app; each part is a module with a `register` of its own."""
    for part in _PARTS:
        import_module(part).register(app)
