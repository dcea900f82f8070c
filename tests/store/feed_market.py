"""A market in rows that every feed has something to say of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert, text

from store.database import Database
from store.delivery.version import Version, open_version
from store.feeds.settings import Settings
from store.feeds.writer import write_feeds
from store.import_batches import table_of
from store.price_tables import ModelListPrice
from tests.store.known_world import START, World


def write_market(database: Database, directory: Path, settings: Settings | None = None) -> Path:
    """Fill an empty database and write its feeds."""
    with database.writing() as connection:
        shop(World(connection))
    write_feeds(database.url, directory, START + timedelta(hours=40), settings)
    return directory


def next_version(database: Database, directory: Path, title: str) -> Version:
    """Name every listing otherwise and write the feeds again."""
    with database.writing() as connection:
        connection.execute(text("UPDATE listing_text SET title = :title"), {"title": title})
    write_feeds(database.url, directory, START + timedelta(hours=41), Settings(force=True))
    return open_version(directory)


def shop(world: World) -> None:
    """A card shop with two offers, a relay station with a model in two groups, and three claims."""
    first = world.offer("shop", "a", title='=HYPERLINK("http://x")\nClaude Pro', label="月卡")
    world.value(world.observe(first, "shop", "40"), "0.2778", path="plan")
    world.tick(24)
    world.value(world.observe(first, "shop", "30", coupon=True), "0.2083", path="plan")
    second = world.offer("shop", "b", title="Claude Max;=1", kind="account", product="claude-max-20x")
    world.value(world.observe(second, "shop", None, currency=None), None, "no price is stated")
    station(world)
    world.shows("shop", "telegram", "fastkeys", listing="a")
    world.shows("relay", "phone", "+8613800138000")
    world.shows("relay", "api_key", "sk-ant-raw-secret")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.knows("acc_2", ("phone", "+8613800138000"))
    world.knows("acc_3", class_name="fraudulent")
    world.buys("shop/b", "acc_3")
    world.link()
    world.knows("acc_2", class_name="reinstated")
    world.link()


def station(world: World) -> None:
    groups = {"default": "0.45", "vip": "0.3"}
    for name, ratio in groups.items():
        group = world.offer(
            "relay", f"group-{name}", kind="relay", product=None, per=None, label=name, title=name
        )
        seen = world.observe(group, "relay", None, currency=None, group_multiplier=Decimal(ratio),
                             recharge=Decimal("0.5"), recharge_currency="CNY")  # fmt: skip
        world.value(seen, str(Decimal(ratio) * Decimal("0.5") / Decimal(8)), path="group")
    model = world.offer("relay", "opus", kind="relay", product="claude-opus-4.6", per="1M_tokens", direction="input",
                        title="claude-opus-4-6", groups='["default", "vip", "hidden"]')  # fmt: skip
    seen = world.observe(model, "relay", "7.5", currency="USD_CREDIT", recharge=Decimal("0.5"), recharge_currency="CNY",
                         attributes='{"basis": "group ratio 1"}')  # fmt: skip
    world.value(seen, None, "per-token prices have none")
    plan = world.offer("relay", "plan", kind="subscription", product=None, per="month", title="VIP")
    world.observe(
        plan, "relay", "10", currency="USD_CREDIT", recharge=Decimal("0.5"), recharge_currency="CNY"
    )
    world.connection.execute(
        text("INSERT INTO rate (currency, day, per_usd, source) VALUES ('CNY', '2026-01-01', '8', 'test')")
    )
    listed = ModelListPrice(
        provider="anthropic", model="claude-opus-4.6", direction="input", amount=Decimal(5), currency="USD",
        from_day=date(2026, 1, 1), source="test",
    )  # fmt: skip
    world.connection.execute(insert(table_of(ModelListPrice)).values(listed.model_dump(exclude={"id"})))
