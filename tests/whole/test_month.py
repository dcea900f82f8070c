"""The docs' page of a fraud team's month is what the commands print."""

from __future__ import annotations

import pytest

from tests.demo import Demo, browser_found
from tests.month import PAGE, played

pytestmark = pytest.mark.xdist_group("market")


def test_a_month_is_as_told(demo: Demo) -> None:
    if not browser_found():
        pytest.skip("without a browser the demo leaves rendered sources out, and their rows")
    page = PAGE.read_text("utf-8")
    assert played(page, demo.into) == page, (
        "look at what changed, then write it: make demo && python -m tests.month demo"
    )
