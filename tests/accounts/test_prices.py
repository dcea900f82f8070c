"""`prices` and `rates`: lists of the operator's own, and the bank's file as it is downloaded."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from store.errors import UserError
from tests.accounts.conftest import Run

HEADER = "provider,product,direction,amount,currency,per,channel,region,from_day,until_day,source\n"
GOOD = (
    "openai,chatgpt-plus,,22,USD,month,,,2026-10-01,,our invoice\n"
    "OpenAI,chatgpt-plus,,19.99,USD,,ios,tr,2026-10-01,2026-11-01,app store\n"
    "anthropic,claude-opus-4.8,output,24,USD,,,,2026-10-01,,contract\n"
)


def told(run: Run, *words: str | Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("--json", *words).stdout)
    return found


def standing(run: Run, query: str) -> list[list[object]]:
    lines = run("--json", "sql", query).stdout.splitlines()
    return [list(json.loads(line).values()) for line in lines]


def test_prices_come_in_once_and_stand_in_the_list(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(HEADER + GOOD, "utf-8")
    assert told(run, "prices", "import", path) == {
        "import": "prices", "good": 3, "bad": 0, "changed": 3, "rejected": [],
    }  # fmt: skip
    assert told(run, "prices", "import", path)["changed"] == 0
    path.write_text(HEADER + GOOD.replace("22,USD", "23,USD"), "utf-8")
    assert told(run, "prices", "import", path)["changed"] == 1
    listed = [
        json.loads(line)
        for line in run("--json", "prices", "list", "--day", "2026-10-15").stdout.splitlines()
    ]
    assert [
        (one["product"], one["direction"], one["amount"], one["channel"], one["region"]) for one in listed
    ] == [
        ("claude-opus-4.8", "output", "24", "api", ""),
        ("chatgpt-plus", "", "23", "web", "US"),
        ("chatgpt-plus", "", "19.99", "ios", "TR"),
    ]
    assert len(run("--json", "prices", "list", "--day", "2026-11-15").stdout.splitlines()) == 2
    with pytest.raises(UserError, match="--day takes a day such as"):
        run("prices", "list", "--day", "soon")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("openai,chatgpt-plus,,free,USD,,,,2026-10-01,,x", "amount is no number such as 19.99"),
        ("openai,chatgpt-plus,,-1,USD,,,,2026-10-01,,x", "amount is not between 0 and 1000000000"),
        ("openai,chatgpt-plus,,NaN,USD,,,,2026-10-01,,x", "amount is not between 0 and 1000000000"),
        ("openai,chatgpt-plus,,1,dollars,,,,2026-10-01,,x", "the currency is no code such as USD"),
        ("openai,chatgpt-plus,,1,USD,,,,1 May,,x", "a day is no ISO 8601 day, such as 2026-05-01"),
        ("openai,chatgpt-plus,,1,USD,,,,2026-10-01,2026-10-01,x", "until_day is not after from_day"),
        ("openai,chatgpt-plus,,1,USD,,,,2026-10-01,,", "the source of a figure must stand, in at most 300 characters"),
        ("openai,chat gpt,,1,USD,,,,2026-10-01,,x", "the product is no short name such as chatgpt-plus"),
        ("openai,gpt-5.5,both,1,USD,,,,2026-10-01,,x", "the direction is none of input, output, cache_read, cache_write"),
        ("openai,gpt-5.5,,1,USD,1M_tokens,,,2026-10-01,,x",
         "per is none of month, year, week, day; a model's price needs its direction"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_good_ones_come_in(run: Run, tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(f"{HEADER}{line}\n{GOOD}", "utf-8")
    report = told(run, "prices", "import", path)
    assert (report["good"], report["rejected"]) == (3, [{"line": 2, "why": why}])


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("provider,product,amount,currency,from_day\n", "has no column source"),
        (HEADER.replace("source", "source,colour"), "a column 'colour' that means nothing here"),
    ],
)
def test_a_list_of_other_columns_is_refused(run: Run, tmp_path: Path, header: str, words: str) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(header, "utf-8")
    with pytest.raises(UserError, match=words):
        run("prices", "import", path)


def test_rates_of_ones_own_come_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(
        "currency,day,per_usd,source\nRUB,2026-11-01,81.5,our bank\nRUB,2026-11-02,0,our bank\n", "utf-8"
    )
    report = told(run, "rates", "import", path)
    assert (report["good"], report["bad"]) == (1, 1)
    assert standing(run, "SELECT currency, day, per_usd, imported FROM rate") == [
        ["RUB", "2026-11-01", "81.5", 1]
    ]


ECB = "Date,USD,CNY,RUB,TRY,\n2026-11-20,1.25,8.5,N/A,50,\n2026-11-19,1.2,8.4,,N/A,\n"


def test_the_banks_file_comes_in_crossed_by_the_dollar_packed_or_not(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "eurofxref.csv"
    plain.write_text(ECB, "utf-8")
    packed = tmp_path / "eurofxref.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(plain, "eurofxref.csv")
    assert told(run, "rates", "update", packed)["changed"] == 5
    assert told(run, "rates", "update", plain)["changed"] == 0
    assert standing(run, "SELECT day, currency, per_usd FROM rate ORDER BY 1, 2") == [
        ["2026-11-19", "CNY", "7"], ["2026-11-19", "EUR", "0.833333"], ["2026-11-20", "CNY", "6.8"],
        ["2026-11-20", "EUR", "0.8"], ["2026-11-20", "TRY", "40"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"a,b\n1,2\n", "is no list of euro reference rates"),
        (b"Date,USD\n2026-11-20,often\n", "line 2: no rates of a day"),
        (b"Date,USD\nyesterday,1.2\n", "line 2: no rates of a day"),
        (b"\xff\xfe\x00", "neither CSV nor zip"),
        (b"PK\x03\x04rubbish", "is no list of euro reference rates|neither CSV nor zip"),
    ],
)
def test_what_is_no_file_of_rates_is_one_sentence(run: Run, tmp_path: Path, body: bytes, words: str) -> None:
    path = tmp_path / "rates.zip"
    path.write_bytes(body)
    with pytest.raises(UserError, match=words):
        run("rates", "update", path)
    with pytest.raises(UserError, match="cannot be read"):
        run("rates", "update", tmp_path / "none.zip")
