"""Records as lines: what is written comes back, and what no file or table can hold does not pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.codec import BrokenRecordError, from_line, to_line
from store.run_records import FactRecord
from tests.store.bundles import run_record, shop_records

FACT = FactRecord(name="system_name", value="🚀 站", snapshot="0" * 64)


def test_a_line_is_the_record_that_wrote_it() -> None:
    records = [run_record("r1", 0), FACT, *shop_records("0" * 64, 2)]
    assert [from_line(to_line(record)) for record in records] == records


def test_half_a_character_of_a_hostile_page_is_replaced_on_writing() -> None:
    line = to_line(replace(FACT, value="a\ud800b \ud83d\ude80"))
    read = from_line(line)
    assert isinstance(read, FactRecord)
    assert read.value == "a\ufffdb 🚀"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"is":"car"}',
        '{"is":"fact","name":"x","value":"y"}',
        '{"is":"fact","name":"x","value":"\\ud800","snapshot":"0"}',
        '{"is":"hint","url":1.5,"why":"","snapshot":""}',
    ],
)
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(BrokenRecordError):
        from_line(line)
