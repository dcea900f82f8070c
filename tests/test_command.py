"""Every command has help with an example, and stands in docs/commands.md; a user's error is one line."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

import scheduler

ROOT = Path(__file__).resolve().parent.parent


def commands(
    group: Any,  # noqa: ANN401 - typer brings a click of its own
    words: tuple[str, ...] = (),
) -> Iterator[tuple[str, ...]]:
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from commands(command, (*words, name))
        else:
            yield (*words, name)


def all_commands() -> list[tuple[str, ...]]:
    return list(commands(typer.main.get_command(scheduler.app)))


def test_there_are_commands() -> None:
    assert ("crawl",) in all_commands()


@pytest.mark.parametrize("words", all_commands(), ids=" ".join)
def test_a_command_has_help_with_an_example_and_a_place_in_the_docs(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(scheduler.app, [*words, "--help"])
    assert shown.exit_code == 0
    example = " ".join(shown.output.split("Example", 1)[1].split())
    assert re.search(rf"resalewatch (--\S+ \S+ )*{' '.join(words)}", example), example
    assert f"`{' '.join(words)}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--sources", "nowhere", "crawl"], "there is no directory of sources at nowhere"),
        (["--database", "sqlite:///nowhere/x.db", "status"], "nowhere"),
        (["feeds", "verify", "nowhere"], "nowhere"),
        (["accounts", "import", "nowhere.csv", "--provider", "anthropic"], "nowhere.csv"),
    ],
)
def test_a_users_error_is_one_line_without_a_traceback(words: list[str], said: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scheduler.py", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_command_starts_without_what_other_commands_need() -> None:
    heavy = {
        "sqlalchemy",
        "scrapy",
        "twisted",
        "playwright",
        "apscheduler",
        "lxml",
        "re2",
        "crawlers.reading",
    }
    words = f"import scheduler, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "resalewatch: No such command 'nowhere': `resalewatch --help` tells how\n"),
        (
            ["link", "--nothing"],
            "resalewatch: No such option: --nothing: `resalewatch link --help` tells how\n",
        ),
        (
            ["links", "show"],
            "resalewatch: Missing argument 'claim_id': `resalewatch links show --help` tells how\n",
        ),
        (
            ["links", "list", "--limit", "many"],
            "resalewatch: Invalid value for '--limit': Input should be a valid integer, unable to parse string as an integer: `resalewatch links list --help` tells how\n",
        ),
    ],
)
def test_a_usage_error_is_one_line_and_exit_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        scheduler.main(words)
    assert left.value.code == 2
    assert capsys.readouterr().err == said


def test_a_group_without_a_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        scheduler.main(["links"])
    assert left.value.code == 2
    assert "Usage: resalewatch links" in "".join(capsys.readouterr())
