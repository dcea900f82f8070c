"""The docs' pages that are played: their commands are run on a copy of the demo, and what they print stands under them.

`python -m tests.month demo` writes them anew after `make demo`.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from datetime import UTC, datetime, timedelta
from pathlib import Path

from typer.testing import CliRunner

import scheduler
from tests.demo import SOURCES
from tests.market.server import Market

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "docs" / "month.md", ROOT / "docs" / "whole-path.md")
_BLOCK = re.compile(
    r"`(?P<file>[a-z]+\.csv)`:\n\n```csv\n(?P<csv>(?:.*\n)*?)```\n|```sh\n(?P<sh>(?:.*\n)*?)```\n(?:\n```text\n(?P<said>(?:.*\n)*?)```\n)?"
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z| \d\d:\d\d(?::\d\d)? UTC)?")
_CLAIM = re.compile(r"\b(clm_[0-9a-f]{9})[0-9a-f]{23}\b")
_HOP = re.compile(r"\bhop_[0-9a-f]{16}\b")
_NAMES = re.compile(r"\b[0-9a-f]{32}(?:[0-9a-f]{32})?\b")
_TODAY, _YESTERDAY = "2026-11-24", "2026-11-23"
"""In the pages' lists stand for the day on which they are played, and for the one before."""


def played(page: str, demo: Path) -> str:
    """Play the page's commands on a copy of a demo's directory, and give the page with what they print."""
    with tempfile.TemporaryDirectory() as folder, Market() as market:
        market.change("shop_post")
        copy = Path(shutil.copytree(demo, Path(folder) / "demo", symlinks=True))
        here = copy / "played"
        here.mkdir()
        environment = {
            "RESALEWATCH_DATABASE": f"sqlite:///{copy / 'resalewatch.db'}",
            "RESALEWATCH_EVIDENCE": str(copy / "evidence"),
            "RESALEWATCH_SOURCES": str(SOURCES),
            "RESALEWATCH_RESOLVE": f"*.market.test=127.0.0.1:{market.port}",
        }
        with chdir(here):
            return _BLOCK.sub(lambda found: _block(found, environment, here), page)


def _block(found: re.Match[str], environment: dict[str, str], here: Path) -> str:
    if found["file"]:
        today = datetime.now(UTC).date()
        days = {_TODAY: today.isoformat(), _YESTERDAY: (today - timedelta(days=1)).isoformat()}
        lines = re.sub("|".join(days), lambda day: days[day[0]], found["csv"])
        Path(found["file"]).write_text(lines, "utf-8")
        return found[0]
    said = "".join(_run(shlex.split(line, comments=True), environment) for line in found["sh"].splitlines())
    if found["said"] is None:
        return found[0]
    words = said.replace(f"{here}/", "")
    return f"```sh\n{found['sh']}```\n\n```text\n{''.join(_tidied(words))}```\n"


def _tidied(words: str) -> Iterator[str]:
    """Give lines without what differs from day to day, and with short ids."""
    for line in words.splitlines():
        short = _HOP.sub("hop_…", _CLAIM.sub(r"\1…", _MOMENT.sub("…", line)))
        yield f"{_NAMES.sub('…', short).rstrip()}\n"


def _run(words: list[str], environment: dict[str, str]) -> str:
    """Run one line: `cat` of a file, or the command.

    Raises:
        RuntimeError: where it fails.
    """
    if words[0] == "cat":
        return "".join(Path(name).read_text("utf-8") for name in words[1:])
    assert words[0] == "resalewatch"
    done = CliRunner().invoke(scheduler.app, words[1:], env=environment)
    if done.exit_code != 0:
        raise RuntimeError(f"{' '.join(words)}: {done.exception or done.output}")
    return done.stdout


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(played(page.read_text("utf-8"), Path(sys.argv[1]).resolve()), "utf-8")
