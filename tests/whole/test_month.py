"""The docs' pages of a fraud team's month and of a whole path are what the commands print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo import Demo, browser_found
from tests.month import PAGES, played

pytestmark = pytest.mark.xdist_group("market")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_as_told(path: Path, demo: Demo) -> None:
    if not browser_found():
        pytest.skip("without a browser the demo leaves rendered sources out, and their rows")
    page = path.read_text("utf-8")
    assert played(page, demo.into) == page, (
        "look at what changed, then write it: make demo && python -m tests.month demo"
    )
