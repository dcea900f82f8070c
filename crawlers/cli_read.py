"""`resalewatch read`: texts as JSON lines in, what they offer as JSON lines out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the `read` command."""
    app.command("read")(read_command)


def read_command(
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in words how each number was read.")
    ] = False,
) -> None:
    """Read listings: JSON lines with id, text and context on standard input, the label format on standard output.

    Example: resalewatch read --explain < texts.jsonl
    """
    from crawlers.label_format import answers

    for answer in answers(sys.stdin, explain=explain):
        sys.stdout.write(answer + "\n")
