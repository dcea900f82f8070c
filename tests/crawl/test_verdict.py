"""One table: what became of the pages, and what the run is worth then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.verdict import Outcome, Verdict, decide


def goods(listings: int = 5, *, fate: str = "read", **said: object) -> Outcome:
    return Outcome(role="goods", lists=True, fate=fate, listings=listings, **said)  # type: ignore[arg-type]


def lost(fate: str, reason: str = "why", role: str = "goods") -> Outcome:
    return Outcome(role=role, lists=role == "goods", fate=fate, reason=reason)  # type: ignore[arg-type]


NOTICE = Outcome(role="notice", fate="read")
CASES: list[tuple[str, list[Outcome], dict[str, int], Verdict]] = [
    ("all read", [goods(), NOTICE], {"listings": 5}, Verdict(verdict="ok", reason="", covers_all=True)),
    (
        "its own total agrees",
        [goods(total=5)],
        {"listings": 5},
        Verdict(verdict="ok", reason="", anchored=True, covers_all=True, total=5),
    ),
    (
        "fewer than it states",
        [goods(total=40)],
        {"listings": 5},
        Verdict(verdict="ok", reason="5 of the 40 goods stated were read", total=40),
    ),
    (
        "total 0",
        [goods(0, total=0)],
        {"listings": 0},
        Verdict(verdict="empty", reason="the source states 0 goods", anchored=True, covers_all=True, total=0),
    ),
    (
        "empty-state words",
        [goods(0, empty="暂无商品")],
        {"listings": 0},
        Verdict(verdict="empty", reason="暂无商品", anchored=True, covers_all=True),
    ),
    (
        "nothing, and no word of it",
        [goods(0)],
        {"listings": 0},
        Verdict(
            verdict="changed", reason="no goods were read, and nothing on the pages says that there are none"
        ),
    ),
    (
        "goods stated, none read",
        [goods(0, total=12)],
        {"listings": 0},
        Verdict(verdict="changed", reason="the source states 12 goods and none was read", total=12),
    ),
    ("a wall at the door", [lost("blocked", "cf")], {"listings": 0}, Verdict(verdict="blocked", reason="cf")),
    (
        "a wall before the goods alone",
        [NOTICE, lost("blocked", "cf")],
        {"listings": 0},
        Verdict(verdict="blocked", reason="cf"),
    ),
    (
        "a wall on a later page",
        [goods(), lost("blocked", "cf")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 2 pages lost: 1 blocked (cf)"),
    ),
    (
        "an error on a page that lists no goods: an offer may stand there alone",
        [goods(), lost("failed", role="notice")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 2 pages lost: 1 failed (why)"),
    ),
    (
        "a page that is not there and lists no goods",
        [goods(), lost("missing", role="notice")],
        {"listings": 5},
        Verdict(verdict="ok", reason="", covers_all=True),
    ),
    (
        "the page of a listed good is not there: its list proves it, and the reason names it",
        [goods(), NOTICE, lost("missing", "404", role="detail"), lost("missing", "410", role="topic")],
        {"listings": 5},
        Verdict(verdict="ok", reason="2 of 4 pages lost: 2 missing (404)", covers_all=True),
    ),
    (
        "the page of a listed good says so under a 200",
        [goods(), Outcome(role="detail", fate="read", state="gone", reason="off the shelf")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 2 pages lost: 1 gone (off the shelf)", covers_all=True),
    ),
    (
        "a page of the list is not there",
        [goods(), lost("missing", "404")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 2 pages lost: 1 missing (404)"),
    ),
    ("no network", [lost("failed", "refused")], {"listings": 0}, Verdict(verdict="failed", reason="refused")),
    ("not found", [lost("missing", "404")], {"listings": 0}, Verdict(verdict="failed", reason="404")),
    ("nothing asked", [], {"listings": 0}, Verdict(verdict="failed", reason="no page was asked for")),
    (
        "too many pages",
        [goods(), lost("unasked", "max_pages")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 2 pages lost: 1 unasked (max_pages)"),
    ),
    (
        "a broken layout",
        [lost("changed", "no h1")],
        {"listings": 0},
        Verdict(verdict="changed", reason="no h1"),
    ),
    (
        "all details broken, the list still good",
        [goods(), lost("changed", "no price", role="good"), lost("changed", "no price", role="good")],
        {"listings": 5},
        Verdict(verdict="changed", reason="no price"),
    ),
    (
        "one detail broken of two",
        [goods(), lost("changed", role="good"), Outcome(role="good", fate="read")],
        {"listings": 5},
        Verdict(verdict="ok", reason="1 of 3 pages lost: 1 changed (why)"),
    ),
    (
        "a reader broke",
        [goods(), lost("broken", "KeyError", role="notice")],
        {"listings": 5},
        Verdict(verdict="failed", reason="KeyError"),
    ),
    (
        "prices for members",
        [goods(0, state="pricing_login_only")],
        {"listings": 0},
        Verdict(verdict="ok", reason="pricing_login_only"),
    ),
    (
        "fewer than the contract",
        [goods(2)],
        {"listings": 2, "min_listings": 4},
        Verdict(
            verdict="changed", reason="2 listings were read, the contract of the source asks for at least 4"
        ),
    ),
    (
        "fewer than the contract, behind walls",
        [goods(2), lost("blocked", "cf")],
        {"listings": 2, "min_listings": 4},
        Verdict(verdict="blocked", reason="cf"),
    ),
    (
        "more than the contract",
        [goods(9)],
        {"listings": 9, "max_listings": 4},
        Verdict(
            verdict="changed", reason="9 listings were read, the contract of the source asks for at most 4"
        ),
    ),
    (
        "a ban wave: below the contract by the shop's own words",
        [goods(0, total=0)],
        {"listings": 0, "min_listings": 4},
        Verdict(verdict="empty", reason="the source states 0 goods", anchored=True, covers_all=True, total=0),
    ),
]


@pytest.mark.parametrize(
    ("outcomes", "counts", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_verdicts(outcomes: list[Outcome], counts: dict[str, int], expected: Verdict) -> None:
    assert decide(outcomes, **counts) == expected


OUTCOMES = st.lists(
    st.builds(
        Outcome,
        role=st.sampled_from(["goods", "good", "notice"]),
        lists=st.booleans(),
        fate=st.sampled_from(["read", "missing", "blocked", "changed", "failed", "broken", "unasked"]),
        reason=st.just("why"),
        total=st.none() | st.integers(0, 50),
        empty=st.sampled_from(["", "暂无商品"]),
        state=st.sampled_from(["", "pricing_login_only"]),
    ),
    max_size=6,
)


@given(OUTCOMES, st.integers(0, 50), st.integers(0, 10))
def test_nothing_ends_but_by_a_whole_run(outcomes: list[Outcome], listings: int, least: int) -> None:
    verdict = decide(outcomes, listings=listings, min_listings=least)
    assert verdict.reason or verdict.verdict == "ok"
    if verdict.covers_all or verdict.anchored:
        assert verdict.verdict in ("ok", "empty")
        assert all(one.fate == "read" for one in outcomes if one.lists)
        assert any(one.lists for one in outcomes)
    if verdict.verdict == "empty":
        assert listings == 0
        assert any(one.empty or one.total == 0 for one in outcomes)
        assert not any(one.total for one in outcomes)
