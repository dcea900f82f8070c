"""The docs' page of questions says what the market answers, and asks every view."""

from __future__ import annotations

import re

import pytest

from store.views import view_queries
from tests.demo import Demo, browser_found
from tests.market.server import Market
from tests.questions import PAGE, answer, questions
from tests.whole.conftest import CopyOf

pytestmark = pytest.mark.xdist_group("market")


@pytest.fixture(scope="module")
def asked(copy_of: CopyOf) -> str:
    """The database as `make demo` leaves it: looked at twice, with what a provider did and knew in between."""
    demo = copy_of("asked")
    with Market() as market:
        later = Demo(demo.into, market.port)
        later.look_again(market)
    return later.environment["RESALEWATCH_DATABASE"]


@pytest.mark.parametrize("sql", list(questions(PAGE.read_text("utf-8"))))
def test_an_answer_is_the_markets(asked: str, sql: str) -> None:
    if not browser_found():
        pytest.skip("without a browser the demo leaves rendered sources out, and their rows")
    said = answer(asked, sql)
    assert f"```sql\n{sql}```\n\n```text\n{said}```\n" in PAGE.read_text("utf-8"), (
        "look at what changed, then write it: python -m tests.questions sqlite:///demo/resalewatch.db"
    )


def test_every_view_is_asked_something() -> None:
    page = "\n".join(questions(PAGE.read_text("utf-8")))
    unasked = {name for name in view_queries() if not re.search(rf"\b{name}\b", page)}
    assert unasked == {"price_changes"}, "price_moves asks it"
