"""`resalewatch read`: texts as JSON lines in, what they offer as JSON lines out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the `read` command."""
    app.command("read")(read_command)


def read_command(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Picture files, with --pictures.", show_default=False)
    ] = None,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in words how each number was read.")
    ] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Read the QR codes of the picture files that follow.")
    ] = False,
    words: Annotated[
        bool, typer.Option("--words", help="With --pictures: read words in them too, some seconds each.")
    ] = False,
) -> None:
    """Read listings: JSON lines with id, text and context on standard input, the label format on standard output.

    Example: resalewatch read --explain < texts.jsonl
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # JSON lines are UTF-8, whatever the locale says
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "replace"
            )
    if pictures != bool(files) or (words and not pictures) or (explain and pictures):
        raise typer.BadParameter(
            "picture files are read with --pictures FILE…, and --words goes with it alone"
        )
    for answer in _pictures(files, words=words) if files else _texts(explain=explain):
        sys.stdout.write(answer + "\n")


def _texts(*, explain: bool) -> Iterator[str]:
    from crawlers.label_format import answers

    return answers(sys.stdin, explain=explain, complain=_complain)


def _pictures(files: list[Path], *, words: bool) -> Iterator[str]:
    from crawlers.picture_answers import picture_answers

    for answer in picture_answers(files, words=words, complain=_complain):
        yield json.dumps(answer, ensure_ascii=False)


def _complain(fault: str) -> None:
    sys.stderr.write(f"resalewatch: {fault}\n")
