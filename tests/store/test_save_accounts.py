from __future__ import annotations

from store import known_tables as known
from store import tables as market
from store.known.full import Full
from store.known_records import (
    AccountFields,
    AccountLine,
    AccountRun,
    KnownValue,
    OfferName,
    PurchaseLine,
    Rejected,
)
from store.save_accounts import save_accounts
from store.save_purchases import save_purchases
from tests.store.known_world import ORIGIN, World

TABLES = (known.KnownAccount, known.KnownAccountVersion, known.HeldValue, known.ProtectedValue)


def line(number: int, ref: str, *values: KnownValue, **fields: object) -> AccountLine:
    said = {"class_name": "fraudulent"} | fields
    return AccountLine(number, "anthropic", ref, AccountFields(**said), values)  # type: ignore[arg-type]


def versions(world: World) -> list[tuple[object, ...]]:
    return world.rows(
        "SELECT a.account_ref, v.class_name, v.plan, v.valid_until IS NULL FROM known_account_version v"
        " JOIN known_account a ON a.id = v.account_id ORDER BY v.id"
    )


def test_the_same_lines_twice_change_nothing(world: World) -> None:
    lines = [
        line(2, "a", KnownValue("email", "x@y.example"), plan="max"),
        line(3, "a", KnownValue("email", None, "ab" * 32, "p1")),
        line(4, "b", KnownValue("phone", "+1555")),
    ]
    first = save_accounts(world.connection, lines, ORIGIN, world.tick())
    before = [world.dump(table) for table in TABLES]
    second = save_accounts(world.connection, lines, ORIGIN, world.tick())
    assert (first.good, first.changed) == (3, 5)
    assert (second.good, second.changed) == (3, 0)
    assert [world.dump(table) for table in TABLES] == before
    assert [row[1:] for row in world.rows("SELECT id, good, bad, changed FROM import_batch")] == [
        (3, 0, 5), (3, 0, 0),
    ]  # fmt: skip


def test_a_changed_field_closes_the_version_and_opens_the_next_and_silence_changes_nothing(
    world: World,
) -> None:
    for fields in ({"plan": "pro"}, {"plan": None}, {"plan": "max"}, {"class_name": "reinstated"}):
        save_accounts(world.connection, [line(2, "a", **fields)], ORIGIN, world.tick())
    assert versions(world) == [
        ("a", "fraudulent", "pro", 0), ("a", "fraudulent", "max", 0), ("a", "reinstated", "max", 1),
    ]  # fmt: skip
    spans = world.rows("SELECT valid_from, valid_until FROM known_account_version ORDER BY id")
    assert [span[1] for span in spans[:2]] == [span[0] for span in spans[1:]]


def test_lines_of_one_account_are_taken_together_and_contradictions_kept_out(world: World) -> None:
    lines = [
        line(2, "a", KnownValue("email", "x@y.example"), class_name=None, plan="max"),
        line(3, "a", KnownValue("phone", "+1555")),
        line(4, "a", KnownValue("qq", "12345"), class_name="own"),
    ]
    report = save_accounts(world.connection, lines, ORIGIN, world.tick())
    assert versions(world) == [("a", "fraudulent", "max", 1)]
    assert world.rows("SELECT kind FROM known_identifier ORDER BY kind") == [("email",), ("phone",)]
    assert (report.good, [(one.line, one.why) for one in report.rejected]) == (
        2, [(4, "class differs from an earlier line of the same account")],
    )  # fmt: skip


def test_an_account_without_any_class_is_kept_out_with_its_values(world: World) -> None:
    lines: list[AccountLine | Rejected] = [
        line(2, "a", KnownValue("email", "x@y.example"), class_name=None),
        line(3, "b", KnownValue("email", "z@y.example")),
        Rejected(4, "told by the reader"),
    ]
    report = save_accounts(world.connection, lines, ORIGIN, world.tick())
    assert world.rows("SELECT account_ref FROM known_account") == [("b",)]
    assert world.rows("SELECT value FROM known_identifier") == [("z@y.example",)]
    assert (report.good, [one.line for one in report.rejected]) == (1, [2, 4])
    save_accounts(world.connection, [line(2, "b", class_name=None, plan="max")], ORIGIN, world.tick())
    assert versions(world)[-1] == ("b", "fraudulent", "max", 1)


def test_a_withdrawn_account_comes_back_with_what_the_new_file_says_alone(world: World) -> None:
    world.knows("a", ("email", "x@y.example"), ("phone", "+1555"))
    assert world.withdraws("a", "wrong customer").changed == 1
    assert world.withdraws("a", "again").changed == 0
    assert world.rows("SELECT withdrawn_reason FROM known_account_version") == [("wrong customer",)]
    assert world.rows("SELECT count(*) FROM known_identifier WHERE valid_until IS NULL") == [(0,)]
    world.knows("a", ("email", "x@y.example"))
    assert [row[1:] for row in versions(world)] == [("fraudulent", None, 0), ("fraudulent", None, 1)]
    assert world.rows("SELECT value FROM known_identifier WHERE valid_until IS NULL") == [("x@y.example",)]


def test_what_was_withdrawn_by_hand_comes_back_only_where_that_is_asked(world: World) -> None:
    lines: list[AccountLine | AccountRun | Rejected] = [
        line(2, "a", KnownValue("email", "x@y.example")), line(3, "b", KnownValue("phone", "+1555")),
        line(4, "b", KnownValue("email", "z@y.example")), line(5, "c"),
        AccountRun(6, "anthropic", "b", AccountFields("fraudulent"), ["qq", "whatsapp"], ["720004568", "+1555"]),
    ]  # fmt: skip
    world.knows_all(
        [("a", "fraudulent", [("email", "x@y.example")]), ("b", "fraudulent", [("phone", "+1555")])]
    )
    world.withdraws("a", "wrong customer")
    assert [world.withdraws("b", "reassigned", "whatsapp", "+1555").changed for _ in range(2)] == [1, 0]
    report = save_accounts(world.connection, lines, ORIGIN, world.tick())
    hint = f"{world.now:%Y-%m-%d} ({{}}): --reopen takes it in again"
    assert [(one.line, one.why) for one in report.rejected] == [
        (2, f"this account was withdrawn on {hint.format('wrong customer')}"),
        (3, f"this phone number was withdrawn on {hint.format('reassigned')}"),
        (7, f"this WhatsApp number was withdrawn on {hint.format('reassigned')}"),
    ]
    held = "SELECT value FROM known_identifier WHERE valid_until IS NULL ORDER BY value"
    assert (report.good, report.notes) == (
        3,
        ("kept out: 2 things that people took back by hand: --reopen takes it in again",),
    )
    assert world.rows(held) == [("720004568",), ("z@y.example",)]
    full = save_accounts(world.connection, lines, ORIGIN, world.tick(), Full("all.csv"))
    assert (full.changed, world.rows(held)) == (0, [("720004568",), ("z@y.example",)])
    again = save_accounts(world.connection, lines, ORIGIN, world.tick(), reopen=True)
    assert (again.good, again.notes) == (6, ("opened again: 2 things that people took back by hand",))
    assert world.rows(held) == [("+1555",), ("+1555",), ("720004568",), ("x@y.example",), ("z@y.example",)]
    assert save_accounts(world.connection, lines, ORIGIN, world.tick()).changed == 0


def test_what_a_full_list_withdrew_comes_back_by_itself(world: World) -> None:
    lines = [line(2, "a", KnownValue("qq", "720004568")), line(3, "b", KnownValue("qq", "720004569"))]
    save_accounts(world.connection, lines, ORIGIN, world.tick())
    save_accounts(world.connection, lines[:1], ORIGIN, world.tick(), Full("less.csv", 1))
    report = save_accounts(world.connection, lines, ORIGIN, world.tick())
    assert (report.rejected, report.changed) == ((), 2)


def test_a_value_that_the_account_never_had_is_not_withdrawn(world: World) -> None:
    world.knows("a", ("email", "x@y.example"))
    report = world.withdraws("a", "typo", "email", "y@y.example")
    assert (report.good, report.rejected[0].why) == (0, "a has no such email address in clear")


def test_withdrawing_what_is_not_known_is_told(world: World) -> None:
    report = world.withdraws("nobody")
    assert (report.good, report.rejected[0].why) == (
        0,
        "no account of anthropic by this account_ref is known",
    )


def test_withdrawing_one_value_leaves_the_others(world: World) -> None:
    world.knows("a", ("email", "x@y.example"), ("phone", "+1555"))
    world.withdraws("a", "typo", "whatsapp", "+1555")
    assert world.rows("SELECT value FROM known_identifier WHERE valid_until IS NULL") == [("x@y.example",)]
    assert world.rows("SELECT count(*) FROM known_account_version WHERE valid_until IS NULL") == [(1,)]


def test_protected_values_come_once_and_go(world: World) -> None:
    assert [world.protects("email", "x@y.example").changed for _ in range(2)] == [1, 0]
    assert world.unprotects("email", "x@y.example").changed == 1
    assert world.unprotects("email", "x@y.example").good == 0
    assert world.unprotects("email", "x@y.example").rejected[0].why == "this email is not protected"
    assert world.protects("email", "x@y.example").changed == 1


def buy(world: World, offer: OfferName, ref: str = "a", days: int = 0) -> list[str] | int:
    day = world.now.date().replace(day=world.now.day + days)
    bought = PurchaseLine(2, offer, "anthropic", ref, day, "alias", "boss", "case")
    report = save_purchases(world.connection, [bought], ORIGIN, world.now)
    return [one.why for one in report.rejected] or report.changed


def test_purchases_name_offers_by_key_or_by_host_and_title(world: World) -> None:
    world.offer("shop", "k1", title="Claude Pro")
    world.offer("shop", "k2", title="Claude Max")
    world.offer("shop", "k3", title="Claude Max")
    world.observe(world.offer("shop", "variants", title="Claude Team"), "shop", "9")
    listing = world.listing("shop", "variants")
    world.add(market.Offer, key="shop/variants/10+", listing_id=listing, kind="account", label="10+")
    world.offer("other", "k4", title="Claude Max")
    world.knows("a")
    assert [buy(world, OfferName("shop/k1")), buy(world, OfferName("shop/k1"))] == [1, 0]
    assert buy(world, OfferName(host="shop.example", title="Claude Pro")) == 0
    assert buy(world, OfferName(host="other.example", title="Claude Max")) == 1
    assert buy(world, OfferName(host="shop.example", title="Claude Team")) == 1
    world.offer("forum", "post", title="Claude Pro, write me")
    world.connection.exec_driver_sql("UPDATE listing_text SET title = '' WHERE text LIKE '%write me'")
    assert buy(world, OfferName(host="forum.example", title="Claude Pro")) == 1
    bought = world.rows("SELECT o.key FROM purchase p JOIN offer o ON o.id = p.offer_id ORDER BY p.id")
    assert bought == [("shop/k1",), ("other/k4",), ("shop/variants",), ("forum/post",)]
    for name, why in (
        (OfferName(host="shop.example", title="Claude Max"), "2 offers bear this title"),
        (OfferName(host="shop.example", title="Nothing"), "no listing on shop.example has borne this title"),
        (OfferName("shop/none"), "no offer has the id 'shop/none'"),
        (OfferName(host="none.example", title="Claude Max"), "no source has the host 'none.example'"),
    ):
        said = buy(world, name)
        assert isinstance(said, list)
        assert why in said[0]


def test_purchases_of_unknown_accounts_and_of_tomorrow_are_kept_out(world: World) -> None:
    world.offer("shop", "k1")
    world.knows("a")
    for said, why in (
        (buy(world, OfferName("shop/k1"), ref="nobody"), "accounts import"),
        (buy(world, OfferName("shop/k1"), days=1), "yet to come"),
    ):
        assert isinstance(said, list)
        assert why in said[0]


def test_a_purchase_may_leave_the_provider_out_where_one_alone_knows_the_account(world: World) -> None:
    world.offer("shop", "k1")
    world.knows("a")
    bought = PurchaseLine(2, OfferName("shop/k1"), "", "a", world.now.date(), "alias", "boss", "case")
    assert save_purchases(world.connection, [bought], ORIGIN, world.now).changed == 1
    other = AccountLine(2, "openai", "a", AccountFields(class_name="own"))
    save_accounts(world.connection, [other], ORIGIN, world.tick())
    report = save_purchases(world.connection, [bought], ORIGIN, world.now)
    assert [one.why for one in report.rejected] == [
        "several providers know an account by this account_ref: name the provider"
    ]
