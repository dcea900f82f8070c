"""`resalewatch read`: texts as JSON lines in, what they offer as JSON lines out."""

from __future__ import annotations

import io
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

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # JSON lines are UTF-8, whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="replace")

    def complain(fault: str) -> None:
        sys.stderr.write(f"resalewatch: {fault}\n")

    for answer in answers(sys.stdin, explain=explain, complain=complain):
        sys.stdout.write(answer + "\n")
