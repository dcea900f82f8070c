"""Each import contract is seen to break on a planted import: a contract that cannot break guards nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLANTED = [
    ("crawlers over store", "store/codec.py", "import crawlers.source"),
    ("nobody imports what wires", "crawlers/source.py", "import scheduler"),
    ("what reads is pure", "crawlers/page.py", "import sqlmodel"),
    ("what reads is pure", "store/discount.py", "import time"),
    ("the back door", "crawlers/resolve.py", "import store.tables"),
    ("only the scheduler and the daemon know APScheduler", "store/leases.py", "import apscheduler"),
    ("the store knows nothing of the web", "store/load.py", "import bs4"),
    ("the parts are no circle", "crawlers/reading/text.py", "import crawlers.resolve"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for part in ("crawlers", "store"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("scheduler.py", "pyproject.toml"):
        shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def test_the_contracts_hold_as_the_tree_stands(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(tree: Path, contract: str, file: str, line: str) -> None:
    path = tree / file
    path.write_text(f"{path.read_text()}\n{line}\n")
    done = lint(tree)
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert done.returncode == 1, done.stdout
    assert any(contract in row for row in broken), broken
