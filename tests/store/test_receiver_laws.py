"""A thousand generated claims of every mix of evidence, class and judgement against ban and step-up.

The oracle below is written from the promise to receivers, over the generated facts; it shares nothing with the profiles.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from store.claim_states import ClaimHop, ClaimState, Said
from store.database import Database
from store.feeds.writer import write_feeds
from store.receivers.actions import BAN, STEP_UP
from store.receivers.evidence import Refusal
from store.receivers.feeds import PROFILES, feed_set
from store.receivers.market import OnSale
from store.receivers.profile import Asked, Row
from store.receivers.sites import Checkout, decide_card
from tests.store.feed_market import shop
from tests.store.known_world import World

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ALERT = Decimal(15)
RULES = (
    "exact_identifier",
    "purchase",
    "probe",
    "cluster",
    "partial",
    "fuzzy",
    "name",
    "cohort",
    "telepathy",
)
PEOPLE = ("Ana", "ana ", "bo", "Cy")


def mostly(random_: random.Random, usual: Any, *others: Any) -> Any:  # noqa: ANN401 - any of them
    return usual if random_.random() < 0.85 else random_.choice(others)


def some_hop(random_: random.Random) -> dict[str, Any]:
    return {
        "rule": random_.choice(RULES[:4]) if random_.random() < 0.7 else random_.choice(RULES),
        "stale": mostly(random_, False, True),
        "strong": mostly(random_, True, False),
        "weight": mostly(random_, Decimal(19), Decimal(14), Decimal(15), None),
        "barred": mostly(random_, None, "rejected", "protected", "value_withdrawn"),
        "confirmed": random_.sample(PEOPLE, random_.choice((0, 0, 1, 2))),
        "age": timedelta(days=random_.choice((0, 3, 20, 40, 400))),
    }


def some_claim(random_: random.Random) -> dict[str, Any]:
    return {
        "status": mostly(random_, "active", "retracted"),
        "class": mostly(random_, "fraudulent", "compromised", "own", "reinstated", None),
        "level": mostly(random_, "alert", "lead", None),
        "alert": mostly(random_, ALERT, None),
        "stale": mostly(random_, False, True),
        "overturned": mostly(random_, None, "ban", "step_up"),
        "rejected": mostly(random_, [], ["bo"]),
        "confirmed": {
            who: NOW - timedelta(days=random_.choice((1, 100, 179, 180, 300)))
            for who in random_.sample(PEOPLE, random_.choice((0, 1, 2, 3)))
        },
        "paths": [
            [some_hop(random_) for _ in range(random_.choice((1, 1, 2)))]
            for _ in range(random_.choice((0, 1, 1, 2, 3)))
        ],
        "on_sale": random_.choice((None, timedelta(0), timedelta(days=10), timedelta(days=60))),
    }


def as_state(number: int, said: dict[str, Any]) -> ClaimState:
    paths = tuple(
        tuple(
            ClaimHop(
                hop["rule"], "words", f"key{number}", hop["weight"], hop["strong"], hop["stale"], 0, "0" * 64, "https://x.example/",
                "p", NOW - hop["age"], "telegram", hop["barred"], Said(dict.fromkeys(hop["confirmed"], NOW)),
            )
            for hop in path
        )
        for path in said["paths"]
    )  # fmt: skip
    return ClaimState(
        f"clm_{number:032}", said["status"], "", NOW, NOW, "anthropic", f"acc_{number}", said["class"], 1, "shop", "operator",
        None, said["level"], Decimal(19), 1, said["alert"], said["stale"], paths, Said(said["confirmed"], frozenset(said["rejected"])),
        said["overturned"], None if said["on_sale"] is None else NOW - said["on_sale"],
    )  # fmt: skip


def may_act(said: dict[str, Any], rules: tuple[str, ...]) -> list[list[dict[str, Any]]]:
    """The paths on which an action may rest, by the promise; none where the claim itself forbids one."""
    if (
        said["status"] == "retracted"
        or said["class"] != "fraudulent"
        or said["overturned"]
        or said["rejected"]
    ):
        return []
    if said["level"] != "alert" or said["alert"] is None or said["stale"]:
        return []
    good = [
        path
        for path in said["paths"]
        if all(
            hop["rule"] in rules
            and hop["strong"]
            and not hop["stale"]
            and not hop["barred"]
            and hop["weight"] is not None
            for hop in path
        )
    ]
    if not any(all(hop["weight"] >= said["alert"] for hop in path) for path in good):
        return []
    return good


def banned(said: dict[str, Any]) -> bool:
    good = may_act(said, RULES[:4])
    days: dict[str, int] = {}
    for who, at in said["confirmed"].items():
        name = who.strip().lower()
        days[name] = min(days.get(name, 9999), (NOW - at).days)
    for path in good:
        for who in set(path[0]["confirmed"]).intersection(*(hop["confirmed"] for hop in path)):
            days[who.strip().lower()] = 0
    return bool(good) and sum(age < 180 for age in days.values()) >= 2


def stepped_up(said: dict[str, Any]) -> bool:
    good = may_act(said, RULES[:6])
    if not good:
        return False
    ages = [hop["age"].days for path in good for hop in path]
    if said["on_sale"] is not None:
        ages.append(said["on_sale"].days)
    # NOW is a Tuesday: of a week ago, the Monday counts
    youngest = min(ages)
    return bool(youngest + (NOW - timedelta(days=youngest)).weekday() < 30)


def test_no_row_that_is_forbidden_and_none_missing_that_is_allowed() -> None:
    random_ = random.Random(20261124)
    seen: dict[tuple[str, str], int] = {}
    for number in range(1_000):
        said = some_claim(random_)
        state = as_state(number, said)
        for profile, allowed in ((BAN, banned(said)), (STEP_UP, stepped_up(said))):
            found = profile.decide(state, NOW)
            if isinstance(found, Refusal):
                assert found.reason in profile.refusals
                seen[profile.name, found.reason] = seen.get((profile.name, found.reason), 0) + 1
            else:
                seen[profile.name, "sent"] = seen.get((profile.name, "sent"), 0) + 1
                row = dict(zip((column.name for column in profile.columns), found, strict=True))
                assert NOW < row["expires_at"] <= NOW + timedelta(days=180 if profile is BAN else 30)
            assert isinstance(found, Refusal) != allowed, (profile.name, found, said)
    assert seen["ban", "sent"] >= 40
    assert seen["step-up", "sent"] >= 100
    unseen = {(one.name, reason) for one in (BAN, STEP_UP) for reason in one.refusals} - set(seen)
    assert unseen == set(), "the mix holds every refusal"


def test_a_step_up_keeps_its_id_and_changes_once_a_week() -> None:
    hop = {
        "rule": "exact_identifier",
        "stale": False,
        "strong": True,
        "weight": Decimal(19),
        "barred": None,
        "confirmed": [],
    }
    said = {
        "status": "active", "class": "fraudulent", "level": "alert", "alert": ALERT, "stale": False, "overturned": None,
        "rejected": [], "confirmed": {}, "paths": [[hop | {"age": timedelta(days=200)}]], "on_sale": timedelta(0),
    }  # fmt: skip
    rows = [STEP_UP.decide(as_state(1, said), NOW + timedelta(days=days)) for days in (0, 3, 28, 29)]
    assert rows[0] == rows[1] == rows[2]
    assert rows[3] == Refusal("expired")
    said["on_sale"] = timedelta(days=-27)
    later = STEP_UP.decide(as_state(1, said), NOW + timedelta(days=29))
    assert not isinstance(later, Refusal)
    assert not isinstance(rows[0], Refusal)
    assert (later[1], later[7] > rows[0][7]) == (rows[0][1], True)


def test_each_claim_is_decided_once_a_writing(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_database.writing() as connection:
        shop(World(connection))
    decided: list[str] = []
    ban = PROFILES["ban"]

    def decide(state: ClaimState, now: datetime) -> Row | Refusal:
        decided.append(state.id)
        return ban.decide(state, now)

    monkeypatch.setitem(PROFILES, "ban", replace(ban, decide=decide))
    for _ in range(2):
        write_feeds(sqlite_database.url, tmp_path / "f", NOW, of=feed_set("ban", Asked(str(tmp_path / "f"))))
        assert len(decided) == len(set(decided)) == 3
        decided.clear()


SOLD = OnSale("o", "https://shop.example/a", Decimal(40), "CNY", "Visa", "f" * 64, "p", NOW, bins=("414720",))


def test_a_card_network_hears_of_no_goods_and_no_posts() -> None:
    hop = {
        "rule": "purchase",
        "stale": False,
        "strong": True,
        "weight": ALERT,
        "barred": None,
        "confirmed": [],
    }
    said = {
        "status": "active", "class": "fraudulent", "level": "alert", "alert": ALERT, "stale": False, "overturned": None,
        "rejected": [], "confirmed": {}, "paths": [[hop | {"age": timedelta(0)}]], "on_sale": None,
    }  # fmt: skip
    named = Checkout(as_state(1, said), SOLD, named_bin="414720")
    assert decide_card(named, NOW) == Refusal("no_payment"), (
        "cards of that BIN are sold, nothing is paid by it"
    )
    for paid, bin_ in (
        (replace(named, bin="485954"), "485954"),
        (replace(named, processor="alipay"), "414720"),
    ):
        row = decide_card(paid, NOW)
        assert not isinstance(row, Refusal)
        assert row[4] == bin_
        assert decide_card(replace(paid, nameless=False), NOW) == Refusal("no_checkout")
        assert decide_card(replace(paid, offer=replace(SOLD, posted=True)), NOW) == Refusal("no_checkout")
