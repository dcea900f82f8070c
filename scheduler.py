"""Wires the parts together: the `resalewatch` command, and `python scheduler.py` for the daemon."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

import crawlers.cli
import store.cli
from store.errors import UserError
from store.options import Options

app = typer.Typer(
    name="resalewatch",
    help="Watches the grey market where AI tokens are resold, and links its offers to known accounts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def shared(
    context: typer.Context,
    *,
    database: Annotated[str, typer.Option(envvar="RESALEWATCH_DATABASE")] = "sqlite:///resalewatch.db",
    sources: Annotated[Path, typer.Option(envvar="RESALEWATCH_SOURCES")] = Path("sources"),
    spool: Annotated[Path, typer.Option(envvar="RESALEWATCH_SPOOL")] = Path("spool"),
    evidence: Annotated[Path, typer.Option(envvar="RESALEWATCH_EVIDENCE")] = Path("evidence"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
    key_file: Annotated[
        list[str] | None,
        typer.Option(
            envvar="RESALEWATCH_KEY_FILES",
            help="Key of a provider's digests: FILE or ID=FILE; may be repeated.",
        ),
    ] = None,
) -> None:
    """Watches the grey market where AI tokens are resold, and links its offers to known accounts."""
    context.obj = Options(database, sources, spool, evidence, as_json, tuple(key_file or ()))


crawlers.cli.register(app)
store.cli.register(app)


def main(words: list[str] | None = None) -> None:
    """Run the command (by default the command line's words); an error that the user can mend is one line: exit 1, or 2 for the words of the command line."""
    try:
        code = app(words, prog_name="resalewatch", standalone_mode=False)
    except UserError as error:
        sys.stderr.write(f"resalewatch: {error}\n")
        raise SystemExit(1) from None
    except typer.TyperException as error:
        raise SystemExit(_tell_usage(error)) from None
    except typer.Abort:
        raise SystemExit(1) from None
    if isinstance(code, int) and code:
        raise SystemExit(code)


def _tell_usage(error: Any) -> int:  # noqa: ANN401 - typer names no type that has these
    """Say in one line what is wrong with the command line; a group without a command shows its help."""
    said = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    if "\n" in said or context is None:
        error.show()
    else:
        sys.stderr.write(f"resalewatch: {said}: `{context.command_path} --help` tells how\n")
    return int(error.exit_code)


if __name__ == "__main__":
    main(sys.argv[1:] or ["run"])
