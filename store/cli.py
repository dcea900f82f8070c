"""The commands that go from values to rows, links and feeds."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

_PARTS: tuple[str, ...] = (
    "store.cli_store",
    "store.cli_links",
    "store.cli_clusters",
    "store.cli_feeds",
    "store.cli_delivery",
    "store.cli_publish",
    "store.cli_report",
)


def register(app: typer.Typer) -> None:
    """Add this package's commands to the app; each part is a module with a `register` of its own."""
    for part in _PARTS:
        import_module(part).register(app)
