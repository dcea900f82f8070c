"""`feeds deliver`, `serve`, `misp` and `stix`: a version brought to others, held out to them, or in their tools' form."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.cli_feeds import feeds
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from store.exchange.leave import Left

Tlp = Annotated[str, typer.Option(help="clear, green, amber, amber+strict or red.")]

Force = Annotated[bool, typer.Option("--force", help="Also where another database wrote the directory.")]


def register(app: typer.Typer) -> None:  # noqa: ARG001 - the commands stand under `feeds`
    """Add them to `feeds`."""
    feeds.command("deliver")(deliver)
    feeds.command("serve")(serve)
    feeds.command("misp")(misp)
    feeds.command("stix")(stix)


def deliver(
    context: typer.Context,
    directory: Path,
    to: Annotated[
        str, typer.Argument(help="A directory, an https:// address, or s3://, sftp:// and the like.")
    ],
    *,
    host_key: Annotated[
        str | None,
        typer.Option(help="Of sftp://, where known_hosts has no key of it: SHA256:…, its fingerprint."),
    ] = None,
) -> None:
    """Bring the version that counts to another place, whole or not at all; tries again where that may help.

    A token for https:// stands in RESALEWATCH_PUSH_TOKEN; s3:// and the like take theirs as fsspec does.

    Example: resalewatch feeds deliver feeds/ /mnt/share/feeds
    """
    from store.delivery.retry import Patience
    from store.delivery.version import open_version
    from store.report import plural, write_json_line

    patience = Patience(tell=lambda words: sys.stderr.write(f"{words}\n"))
    version = open_version(directory)
    scheme, sign, _ = to.partition("://")
    if host_key and scheme.lower() not in ("sftp", "ssh"):
        raise UserError("--host-key is for sftp:// alone: leave it out")
    if not sign:
        from store.delivery.remote import copy_to_folder

        said = f"{copy_to_folder(version, Path(to))}"
    elif scheme.lower() in ("http", "https"):
        from store.delivery.push import push

        done = push(version, to, patience)
        said = f"answered {done.status}, {plural(done.bytes, 'byte')}"
    else:
        from store.delivery.remote import copy_to_remote

        said = f"{plural(copy_to_remote(version, to, patience, host_key), 'file')} sent"
    if options_of(context).as_json:
        write_json_line(sys.stdout, {"feed": version.body["feed"], "version": version.number, "said": said})
        return
    sys.stdout.write(f"version {version.number} of {version.body['feed']}: {said}\n")


def serve(
    context: typer.Context,  # noqa: ARG001 - as every command
    directory: Path,
    *,
    host: Annotated[
        str, typer.Option(help="Address to listen on; a proxy in front of it speaks TLS.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8471,
) -> None:
    """Serve feeds to consumers that poll, with ETag, gzip and the token in RESALEWATCH_FEEDS_TOKEN, until it is ended.

    Example: resalewatch feeds serve feeds/ --port 8471
    """
    from store.delivery.serve import TOKEN, FeedServer
    from store.delivery.version import open_version

    open_version(directory)
    with FeedServer((host, port), directory, os.environ.get(TOKEN, "")) as server:
        sys.stdout.write(f"feeds at http://{host}:{server.server_address[1]}/manifest.json\n")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            sys.stdout.write("ended\n")


def misp(context: typer.Context, directory: Path, *, tlp: Tlp = "amber", force: Force = False) -> None:
    """Write a feed directory for MISP: an event a watched place, of sellers linked to known accounts, persons left out.

    Example: resalewatch feeds misp misp/
    """
    from store.exchange.misp import write_misp
    from store.feeds.settings import Settings

    _tell(
        context,
        write_misp(
            options_of(context).database, directory, Settings(tlp=tlp, force=force), datetime.now(UTC)
        ),
    )


def stix(context: typer.Context, directory: Path, *, tlp: Tlp = "amber", force: Force = False) -> None:
    """Write a STIX 2.1 bundle: sellers, known accounts, the claims between them, the pages, and what people say.

    Example: resalewatch feeds stix stix/
    """
    from store.exchange.stix import write_stix
    from store.feeds.settings import Settings

    _tell(
        context,
        write_stix(
            options_of(context).database, directory, Settings(tlp=tlp, force=force), datetime.now(UTC)
        ),
    )


def _tell(context: typer.Context, left: Left) -> None:
    from store.report import write_json_line

    if options_of(context).as_json:
        write_json_line(sys.stdout, left)
        return
    said = ", ".join(f"{count} {name}" for name, count in sorted(left.counts.items())) or "nothing"
    out = ", ".join(f"{count} left out: {reason}" for reason, count in left.refused.items())
    sys.stdout.write(f"version {left.version} in {left.path}: {said}{'; ' + out if out else ''}\n")
