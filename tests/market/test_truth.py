"""The truth files: well formed, honest sums, and every word of theirs stands on some page of its host."""

import csv
import html
import json
import re
import unicodedata
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.market import CHANGES, PAGES, TRUTH
from tests.market.checksums import is_base58check, is_bech32, is_eip55, keccak256
from tests.market.shelf import Shelf

HERE = Path(__file__).resolve().parent
Row = dict[str, Any]
KINDS = {"relay", "credit", "subscription", "account", "api_key", "dataset", "service", "free"}
PROVIDERS = {"anthropic", "openai", "google", "xai", "deepseek", "multi", "other", None}
PER = {
    "month",
    "week",
    "day",
    "year",
    "account",
    "usd_credit",
    "1M_tokens",
    "1K_tokens",
    "call",
    "seat_month",
    "pack",
    None,
}
TYPES = set(
    re.findall(
        r"\w+",
        "email telegram telegram_invite wechat qq qq_group discord_invite whatsapp phone zalo line domain ip shop shop_item"
        " agent_code referral coupon_code crypto_btc crypto_eth crypto_tron api_key payment site_key oauth_client analytics",
    )
)
SIGNALS = set(
    re.findall(
        r"\w+",
        "account_pool max_pool plus_pro_pool reverse_proxy kiro_reverse antigravity_reverse cloud_credit trial_credit"
        " edu_team_abuse regional_pricing bulk_registration sms_verification kyc_bypass virtual_card stolen_card refund_abuse"
        " token_export shared_account agent_resale model_substitution logs_resale ban_wave official_key warranty",
    )
)
ROLES = {"operator", "promoter", "supplier", "unknown"}


def load(name: str) -> Row:
    found: Row = json.loads((TRUTH / name).read_text(encoding="utf-8"))
    return found


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SITES = {
    file.name.removesuffix(".json"): load(file.name) for file in sorted(TRUTH.glob("*.market.test.json"))
}
OFFERS = [(host, offer) for host, site in SITES.items() for offer in site["offers"]]
FX = {currency: Decimal(rate) for currency, rate in load("fx.json")["fx"].items()}
LINKS = load("links.json")


def page_text(file: Path) -> str:
    text = html.unescape(file.read_text(encoding="utf-8"))
    # the sub2api configuration is JSON inside a page
    return html.unescape(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text))


def host_text(host: str) -> str:
    files = (
        file for file in sorted((PAGES / host).rglob("*")) if file.is_file() and file.name != "site.json"
    )
    return "\n".join(page_text(file) for file in files)


TEXTS = {host: host_text(host) for host in SITES}


def digits(text: str) -> set[str]:
    """Numbers as bare digits without separators, leading or trailing zeros: 1.299,00 and 1299 are one."""
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    found = re.findall(r"\d+(?:[.,٬ ]\d+)*", plain)
    found += re.findall(r"\d+", plain) + re.findall(r"\d+[.,]\d+", plain)
    return {re.sub(r"\D", "", number).strip("0") for number in found}


def test_one_truth_for_each_host_and_enough_offers() -> None:
    market = load("market.json")
    assert sorted(SITES) == sorted(folder.name for folder in PAGES.iterdir()) == sorted(market["hosts"])
    assert market["counts"] == {host: len(SITES[host]["offers"]) for host in market["hosts"]}
    assert market["offers"] == len(OFFERS) >= 320


@pytest.mark.parametrize("host", SITES)
def test_a_site_is_well_formed(host: str) -> None:
    site = SITES[host]
    assert site["host"] == host
    assert site["verdict"] in {"ok", "empty", "blocked"}
    assert bool(site["offers"]) == (site["verdict"] == "ok")
    assert set(site["signals"]) <= SIGNALS
    for found in site["identifiers"]:
        assert set(found) == {"type", "value", "normalised", "role", "url"}
        assert found["type"] in TYPES
        assert found["role"] in ROLES
    once = Counter((found["type"], found["normalised"]) for found in site["identifiers"])
    assert max(once.values(), default=1) == 1


@pytest.mark.parametrize("host", SITES)
def test_offers_speak_the_vocabulary_and_have_keys_of_their_own(host: str) -> None:
    keys: Counter[tuple[str, ...]] = Counter()
    for offer in SITES[host]["offers"]:
        assert offer["kind"] in KINDS
        assert offer["provider"] in PROVIDERS
        assert offer["per"] in PER
        assert offer["qualifier"] in {"exact", "from", "upto", "approx"}
        # a service, a dataset by the piece or a seat without a term has a price and no period
        open_ended = offer["kind"] in {"service", "dataset", "subscription"}
        assert (offer["price"] is None) == (offer["per"] is None) or open_ended
        parts = ("url", "title", "variant", "group_name", "direction", "post", "seller")
        keys[tuple(str(offer.get(part)) for part in parts)] += 1
    assert not [key for key, times in keys.items() if times > 1]


def expected_ratio(offer: Row) -> Decimal | None:
    price, face = offer["price"], offer["face_value"]
    if offer["kind"] == "relay" and offer["recharge"] and offer["group"] and not price:
        return Decimal(offer["recharge"]) * Decimal(offer["group"]) / FX["CNY"]
    if not price or price["currency"] not in FX:
        return None
    paid = Decimal(price["amount"]) / FX[price["currency"]]
    if offer["per"] == "usd_credit":
        return paid
    return paid / (Decimal(face["amount"]) / FX[face["currency"]]) if face else None


def test_ratios_follow_from_price_and_face() -> None:
    stated = 0
    for host, offer in OFFERS:
        expected = expected_ratio(offer)
        if offer["ratio"] is None:
            assert expected is None or offer["kind"] == "free", (host, offer)
        elif expected is None:
            # a fraction that the seller's own words state
            assert "25%" in offer["title"], offer
            stated += 1
        else:
            # a seat's face value is rounded to cents, so the last place may differ
            rounded = expected.quantize(Decimal("0.0001"), ROUND_HALF_UP)
            assert abs(Decimal(offer["ratio"]) - rounded) <= Decimal("0.0001"), (host, offer)
    assert stated == 1


def test_titles_and_prices_stand_on_the_pages() -> None:
    numbers = {host: digits(text) for host, text in TEXTS.items()}
    for host, offer in OFFERS:
        words = (
            offer["title"] if offer.get("variant") not in {"input", "output"} else offer["product"].upper()
        )
        assert words in TEXTS[host], (host, words)
        price = offer["price"]
        if price and price["currency"] != "USD_CREDIT":
            assert price["amount"].replace(".", "").strip("0") in numbers[host], (host, offer)


def test_identifiers_stand_where_they_say() -> None:
    for host, site in SITES.items():
        for found in site["identifiers"]:
            path, _, query = found["url"].partition("?")
            file = Shelf([PAGES]).find(host, path, dict(part.split("=") for part in query.split("&") if part))
            text = TEXTS[host] if file is None or site["browser"] else page_text(file)
            # a chunk of data holds a handle without the @ that the drawn page gives it
            spelled = found["value"].removesuffix("…").removeprefix("@" if site["browser"] else "")
            assert spelled in text, (host, found)


def test_secrets_and_traps_stand_on_the_pages() -> None:
    secrets = [(host, secret) for host, site in SITES.items() for secret in site["must_not_appear"]]
    assert len(secrets) >= 5
    for host, secret in secrets:
        assert secret in TEXTS[host] or secret in TEXTS[host].replace(" ", ""), (host, secret)
    traps = [trap for site in SITES.values() for trap in site["no_offers"]]
    assert len(traps) >= 30
    assert all(trap["why"] for trap in traps)


def test_every_kind_of_identifier_is_there_and_wallets_check() -> None:
    found = [found for site in SITES.values() for found in site["identifiers"]]
    assert {one["type"] for one in found} >= TYPES - {"line", "ip"}
    for one in found:
        if one["type"] == "crypto_tron":
            assert is_base58check(one["value"], 0x41)
        if one["type"] == "crypto_btc":
            assert is_bech32(one["value"]) or is_base58check(one["value"], 0)
        if one["type"] == "crypto_eth":
            assert is_eip55(one["value"])
    broken = next(decoy for decoy in LINKS["decoys"] if "checksum" in decoy["why"])["text"]
    assert not is_base58check(broken, 0x41)
    assert keccak256(b"").hex().startswith("c5d2460186f7233c")


def test_the_join_of_station_and_shop() -> None:
    joins = load("joins.json")
    join = joins["joins"][0]
    best = min(Decimal(pack["recharge"]) for pack in joins["packs"])
    assert Decimal(join["recharge"]) == best
    for offer in SITES[join["station"]]["offers"]:
        if "ratio_joined" in offer:
            assert offer["ratio"] is None
            expected = best * Decimal(offer["group"]) / FX["CNY"]
            assert Decimal(offer["ratio_joined"]) == expected.quantize(Decimal("0.0001"), ROUND_HALF_UP)


def test_changes_have_truth_of_their_own() -> None:
    names = {folder.name for folder in CHANGES.iterdir()}
    assert names == {file.stem for file in (TRUTH / "changes").iterdir()}
    assert names >= {"prices_move", "listings_go", "layout_breaks", "site_blocks", "ban_wave"}
    moves = [move for site in load("changes/prices_move.json")["hosts"].values() for move in site["changed"]]
    assert any(Decimal(move["change"]) < Decimal("-0.3") for move in moves)
    assert any("group" in move["after"] and "price" not in move["after"] for move in moves)
    assert len(load("changes/listings_go.json")["hosts"]["qingniao.market.test"]["gone"]) == 3


def test_accounts_are_what_their_truth_says() -> None:
    listed, truth = rows("accounts.csv"), load("accounts.json")
    classes = {row["account_ref"]: row["class"] for row in listed}
    assert (len(classes), len(listed)) == (truth["accounts"], truth["rows"])
    assert Counter(classes.values()) == truth["classes"]
    assert [row["account_ref"] for row in rows("accounts_wide.csv")] == truth["wide_refs"]
    assert len(rows("accounts_bad.csv")) == len(truth["bad_lines"]) + len(truth["good_lines_of_bad"])
    known = {(host, offer["title"]) for host, offer in OFFERS}
    bought = [*rows("purchases.csv"), *rows("probes.csv")]
    assert all((row["host"], row["offer_title"]) in known for row in bought)
    named = [*rows("purchases.csv"), *rows("probe_answers.csv")]
    assert {row["account_ref"] for row in named} <= set(classes)
    assert {row["canary"] for row in rows("probe_answers.csv")} == {
        row["canary"] for row in rows("probes.csv")
    }


def test_links_and_decoys_name_accounts_and_pages() -> None:
    classes = {row["account_ref"]: row["class"] for row in rows("accounts.csv")}
    strong = [link for link in LINKS["links"] if link["strength"] == "strong"]
    assert len(strong) >= 14
    assert len({link["type"] for link in strong}) >= 7
    assert len({link["host"] for link in strong}) >= 8
    for link in LINKS["links"]:
        assert classes[link["account_ref"]] == link["class"] == "fraudulent"
        standing = [(f["type"], f["normalised"], f["role"]) for f in SITES[link["host"]]["identifiers"]]
        assert (link["type"], link["normalised"], link["role"]) in standing, link
    assert len(LINKS["decoys"]) >= 15
    for decoy in LINKS["decoys"]:
        assert classes[decoy["account_ref"]] == decoy["class"]
        for host in decoy["hosts"]:
            assert (decoy["text"] or decoy["normalised"]).lower() in TEXTS[host].lower(), decoy
