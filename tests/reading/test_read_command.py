"""`resalewatch read`: lines in, lines out, and nothing but id, text and context looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import scheduler
from crawlers.label_format import context_of, labelled
from crawlers.reading import read

CONTEXT = {"fx": {"CNY": "6.8"}, "recharge": "1", "observed": "2026-08-01"}
RECORD = {"id": "a1", "text": "codex 分组 0.08倍率，有事 QQ群：700012345", "context": CONTEXT}


def run(lines: str, *options: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(scheduler.app, ["read", *options], input=lines)
    error = str(found.exception) if found.exception and found.exit_code else ""
    return found.exit_code, found.stdout, error


def read_one(record: dict[str, Any]) -> dict[str, Any]:
    code, out, _ = run(json.dumps(record) + "\n")
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_line_in_is_a_line_out() -> None:
    out = read_one(RECORD)
    assert out["id"] == "a1"
    assert out["offers"] == [
        {
            "kind": "relay", "provider": "openai", "product": None, "price": None, "per": None, "face_value": None,
            "recharge": "1", "group": "0.08", "ratio": "0.0118", "qualifier": "exact", "coupon": False,
        }
    ]  # fmt: skip
    assert [found["normalised"] for found in out["identifiers"]] == ["700012345"]
    assert set(out) == {"id", "offers", "identifiers", "signals", "partial"}


def test_wrong_labels_change_nothing() -> None:
    wrong = {
        **RECORD,
        "offers": [{"kind": "dataset", "price": {"amount": "1", "currency": "USD"}}],
        "identifiers": [{"type": "qq", "normalised": "1"}],
        "signals": ["stolen_card"],
        "why": "nothing",
        "lang": "xx",
        "place": "article",
    }
    assert read_one(wrong) == read_one(RECORD)


@pytest.mark.parametrize("name", ["fresh", "dev2", "dev3"])
def test_another_record_s_labels_change_no_answer(name: str) -> None:
    lines = Path(__file__).with_name(f"{name}.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    asked = [{key: record[key] for key in ("id", "text", "context") if key in record} for record in records]
    others = [*records[1:], records[0]]
    wrong = [{**other, **own} for own, other in zip(asked, others, strict=True)]
    assert any(record["offers"] != other["offers"] for record, other in zip(records, others, strict=True))
    _, bare, _ = run("".join(json.dumps(record) + "\n" for record in asked))
    _, mislabelled, _ = run("".join(json.dumps(record) + "\n" for record in wrong))
    assert mislabelled == bare
    assert len(bare.splitlines()) == len(records)


def test_context_keys_of_no_meaning_change_nothing() -> None:
    assert read_one({**RECORD, "context": {**CONTEXT, "ratio": "0.9", "offers": []}}) == read_one(RECORD)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2 of the input is no JSON"),
        ("[1]", "line 2 of the input lacks an id or a text"),
        ('{"id": "x"}', "line 2 of the input lacks an id or a text"),
        ("[" * 100_000, "line 2 of the input is no JSON"),
        ('{"id": "x", "text": "\udcd5\udcc5 35"}', "line 2 of the input is not UTF-8: convert"),
        *(
            (json.dumps({"id": "x", "text": "y", "context": context}), "line 2 of the input has a context")
            for context in (
                {"recharge": "much"}, {"recharge": "NaN"}, {"recharge": "0"}, {"recharge": "-1"}, {"recharge": "1e999"},
                {"fx": {"CNY": "Infinity"}}, {"fx": [1]}, {"fx": {"CNY": "1e-999"}}, {"observed": 5}, [1],
            )
        ),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_others_are_read(line: str, words: str) -> None:
    good = json.dumps(RECORD)
    given = f"{good}\n{line}\n{good}\n".encode("utf-8", "surrogateescape")
    found = CliRunner().invoke(scheduler.app, ["read"], input=given)
    assert found.exit_code == 1
    assert words in found.stderr
    assert str(found.exception) == "1 line of the input could not be read; see above"
    assert len(found.stdout.splitlines()) == 2


def test_half_a_character_does_not_stop_the_reading() -> None:
    assert read_one({**RECORD, "text": "\ud800 " + str(RECORD["text"])})["identifiers"]


def test_explain_says_in_words_why_each_number_won_or_lost() -> None:
    code, out, _ = run(
        json.dumps({**RECORD, "text": "Claude Pro ~~150~~ 现价 119 库存 7"}) + "\n", "--explain"
    )
    assert code == 0
    assert "account, claude-pro: 119 CNY" in out
    assert "lost '150': bare, previous; the price before the change" in out
    assert "lost '7'" in out


def test_an_empty_line_is_nothing() -> None:
    assert run("\n\n") == (0, "", "")


def test_numbers_are_written_without_exponents() -> None:
    out = labelled("x", read("Plus 100个=4800000R", context_of({})), context_of({}))
    assert "E" not in json.dumps(out["offers"])
