"""The docs' page of hard records says what `read --explain` prints today."""

from __future__ import annotations

from tests.explained import PAGE, records, written


def test_the_page_says_what_is_printed() -> None:
    page = PAGE.read_text("utf-8")
    assert written(page) == page, "look at what changed, then write it: python -m tests.explained"


def test_there_are_ten_and_each_is_answered() -> None:
    page = PAGE.read_text("utf-8")
    assert len(list(records(page))) == 10 == page.count("\n## ")


def test_a_page_that_says_otherwise_is_found() -> None:
    page = PAGE.read_text("utf-8")
    assert written(page.replace("1180 CNY", "200 USD")) == page
