"""The command, run in a folder and against a database of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import scheduler

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESALEWATCH_DATABASE", f"sqlite:///{tmp_path / 'test.db'}")

    def call(*words: str | Path) -> Result:
        result = CliRunner().invoke(scheduler.app, [str(word) for word in words])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
