"""Holds what was read of the market against its truth: every offer found, none invented, every price exact."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from store.records import DIRECTIONS

TRUTH = Path(__file__).parent / "market" / "truth"

Offer = dict[str, Any]


@dataclass(frozen=True)
class Differences:
    """What a host's rows lack, have too much, or say otherwise: (truth, row, fields that differ)."""

    missing: list[Offer]
    invented: list[Offer]
    wrong: list[tuple[Offer, Offer, list[str]]]


def truth_of(host: str) -> dict[str, Any]:
    """Read one host's truth."""
    found: dict[str, Any] = json.loads((TRUTH / f"{host}.json").read_text("utf-8"))
    return found


def hosts() -> list[str]:
    """Name the hosts that have a truth, in order."""
    return sorted(path.name.removesuffix(".json") for path in TRUTH.glob("*.market.test.json"))


def rows_by_host(offers_csv: Path) -> dict[str, list[Offer]]:
    """Read offers.csv, as offers of the truth's shape by host (sources are named after theirs); sold out left out."""
    found: dict[str, list[Offer]] = {}
    with offers_csv.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["stock"] != "0":
                found.setdefault(f"{row['source']}.market.test", []).append(offer_of_row(row))
    return found


def offer_of_row(row: Mapping[str, str]) -> Offer:
    """Turn one row of offers.csv into an offer of the truth's shape."""
    return {
        "title": row["title"],
        "variant": row["label"],
        "group_name": row["group"]
        or (row["label"] if row["kind"] == "relay" and row["group_multiplier"] else ""),
        "direction": row["direction"],
        "kind": row["kind"],
        "provider": row["provider"],
        "product": row["product"],
        "price": _amount(row["amount"], row["currency"]),
        "per": row["per"],
        "face_value": _amount(row["face_amount"], row["face_currency"]),
        "recharge": _number(row["recharge"]),
        "group": _number(row["group_multiplier"]),
        # the truth knows no list prices by token, so it is silent on what a model's ratio is
        "ratio": None if row["group"] or row["direction"] else _number(row["ratio"]),
        "qualifier": row["qualifier"],
        "coupon": row["coupon"] in ("true", "1"),
        "url": row["url"],
    }


def expected(offer: Mapping[str, Any]) -> Offer:
    """Bring one truth offer to the same shape as a row's."""
    money = [offer.get(key) or {} for key in ("price", "face_value")]
    joined = offer.get("ratio_joined")
    variant = offer.get("variant") or ""
    return {
        "title": offer["title"],
        "variant": "" if variant in DIRECTIONS else variant,
        "group_name": offer.get("group_name") or "",
        "direction": offer.get("direction") or (variant if variant in DIRECTIONS else ""),
        "kind": offer["kind"],
        "provider": offer.get("provider") or "",
        "product": offer.get("product") or "",
        "price": _amount(money[0].get("amount", ""), money[0].get("currency", "")),
        "per": offer.get("per") or "",
        "face_value": _amount(money[1].get("amount", ""), money[1].get("currency", "")),
        "recharge": _number(offer.get("recharge") or ""),
        "group": _number(offer.get("group") or ""),
        "ratio": _number(offer.get("ratio") or joined or ""),
        "qualifier": offer.get("qualifier", "exact"),
        "coupon": bool(offer.get("coupon")),
        "url": offer["url"],
    }


IDENTITY = (
    "price",
    "group",
    "direction",
    "group_name",
    "kind",
    "face_value",
    "product",
    "provider",
    "per",
    "ratio",
)
CHECKED = (
    "kind",
    "provider",
    "product",
    "price",
    "per",
    "face_value",
    "group",
    "ratio",
    "qualifier",
    "coupon",
    "direction",
)


def differences(truth: Iterable[Mapping[str, Any]], rows: Iterable[Offer]) -> Differences:
    """Pair truth with rows, best fits first; a pair shares its price or, without one, its kind."""
    wanted, left = [expected(offer) for offer in truth], list(rows)
    wrong: list[tuple[Offer, Offer, list[str]]] = []
    fits = sorted(
        ((_fit(one, row), i, j) for i, one in enumerate(wanted) for j, row in enumerate(left)),
        key=lambda fit: -fit[0],
    )
    used_truth, used_rows = set[int](), set[int]()
    for fit, i, j in fits:
        if i in used_truth or j in used_rows or fit < 6:
            continue
        used_truth.add(i)
        used_rows.add(j)
        unlike = [key for key in CHECKED if wanted[i][key] != left[j][key]]
        if unlike:
            wrong.append((wanted[i], left[j], unlike))
    return Differences(
        [one for i, one in enumerate(wanted) if i not in used_truth],
        [row for j, row in enumerate(left) if j not in used_rows],
        wrong,
    )


def _fit(one: Offer, row: Offer) -> float:
    if one["price"] != row["price"] or one["direction"] != row["direction"]:
        return 0
    same = sum(1 for key in IDENTITY if one[key] == row[key])
    titled = one["title"] == row["title"] or (one["title"] and one["title"] in row["title"])
    return same + (2 if titled else 0) + (1 if one["variant"] == row["variant"] else 0)


def _amount(amount: str, currency: str) -> tuple[Decimal, str] | None:
    return (Decimal(amount), currency) if amount else None


def _number(text: str) -> Decimal | None:
    return Decimal(text).normalize() if text else None
