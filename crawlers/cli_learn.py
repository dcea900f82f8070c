"""`sources learn`: a source's contract, from a crawl of today."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer
import yaml

from crawlers.cli_crawl import choose, line_of, load_watched
from store.errors import UserError
from store.options import options_of

if TYPE_CHECKING:
    from store.run_records import RunRecord

_BLOCK = re.compile(r"(?m)^contract:.*\n(?:(?:[ \t].*|#.*)?\n)*")


def learn_source(context: typer.Context, name: str) -> None:
    """Crawl one source now and write what its pages give and need into its source.yml, in place of the old contract.

    For a source.yml written by hand, and after a shop really changed. Look at `sources check NAME` first: what is
    learnt is taken for healthy. The rest of the file stays as it is.

    Example: resalewatch sources learn lanjing
    """
    from crawlers.crawl import CrawlOptions, crawl
    from crawlers.logs import log_to
    from crawlers.source import Contract
    from crawlers.source_folders import contract_of

    options = options_of(context)
    [source] = choose(load_watched(options.sources), [name])
    log_to(sys.stderr)
    runs: list[RunRecord] = []
    with TemporaryDirectory(prefix="resalewatch-") as spool:
        asked = source.model_copy(update={"contract": Contract()})
        told = CrawlOptions(spool=Path(spool), told=lambda run, _: runs.append(run))
        [bundle] = crawl([asked], told)
        contract = contract_of(source.platform, bundle)
    typer.echo(line_of(runs[0]))
    if not contract:
        raise UserError(
            f"nothing was learnt: a contract takes a run that ends ok with goods, this one ended {runs[0].verdict}"
        )
    write_contract(options.sources / name / "source.yml", contract)
    typer.echo(
        f"{name}: learnt from {runs[0].pages} pages, see contract in {options.sources / name / 'source.yml'}"
    )


def write_contract(path: Path, contract: dict[str, object]) -> None:
    """Put a contract into a source.yml in place of the one that stands there; all else stays, remarks too."""
    text = path.read_text("utf-8")
    text = _BLOCK.sub("", text if text.endswith("\n") else text + "\n")
    block = yaml.safe_dump({"contract": contract}, sort_keys=False, allow_unicode=True)
    path.write_text(text + block, "utf-8")
