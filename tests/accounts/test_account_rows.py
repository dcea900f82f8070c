"""Long lists read by the block: whatever stands in them, the same comes of it as line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.accounts import ListOptions, read_accounts
from crawlers.known_values import canonical_value, known_value
from crawlers.list_blocks import Block
from crawlers.lists import open_list
from store.known_records import AccountLine, AccountRun, KnownValue, Rejected

HEADER = "account_ref,kind,value,class,plan"
LINES = (
    "a1,email,x@mail.example.com,fraudulent,pro", "a1,telegram,fast_keys,fraudulent,pro", "a1,qq,720004568,fraudulent,pro",
    "a2,phone,+8613800138000,own,", "a2,org_id,org-1,own,", "a2,qq,720004569,,", "", "  ", "a3,qq,12", "a3,qq,x,own,,more",
    'a3,wechat,"wx_keys",own,', "a3, wechat ,wx_keys2,own,", "a4,email,X@Mail.Example.COM,own,", "a4,fax,1,own,",
    "a4,telegram,t.me/fast_keys,own,", "a5,email,y@mail.example.com,neither,", ",qq,720004568,own,", "a6,qq,7\x0012,own,",
    "a6,email,é@mail.example.com,own,", "a6,qq,72000456\u30000,own,", f"a7,card_fingerprint,{'f' * 600},own,",
)  # fmt: skip
PLAIN = LINES[:5]


def flat(source: Path, *, canonical: bool) -> Iterator[AccountLine | Rejected]:
    for one in read_accounts(open_list(source), ListOptions("anthropic", canonical=canonical)):
        yield from one.each() if isinstance(one, AccountRun) else (one,)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rows") / "list.csv"


@given(
    st.one_of(st.lists(st.sampled_from(LINES), max_size=12), st.lists(st.sampled_from(PLAIN))),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_block_gives_what_its_lines_give(source: Path, lines: list[str], end: str) -> None:
    source.write_bytes(end.join([HEADER, *lines]).encode())
    fast = list(flat(source, canonical=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Block, "plain", lambda _: None)
        assert list(flat(source, canonical=True)) == fast
        one_by_one = list(flat(source, canonical=False))
    assert list(flat(source, canonical=False)) == one_by_one


def test_runs_are_of_one_account_each(source: Path) -> None:
    source.write_text("\n".join([HEADER, *PLAIN[:4], "a2,qq,720004569,own,", ""]))
    runs = [
        one
        for one in read_accounts(open_list(source), ListOptions("openai", canonical=True))
        if isinstance(one, AccountRun)
    ]
    assert [(run.line, run.account_ref, len(run.values)) for run in runs] == [(2, "a1", 3), (5, "a2", 2)]


def test_what_is_not_canonical_is_kept_out_where_it_is_said_to_be(source: Path) -> None:
    source.write_text(
        "\n".join([HEADER, LINES[0], "a4,email,X@Mail.Example.COM,own,", "a4,phone,138 0013 8000,own,"])
    )
    bad = [(one.line, one.why) for one in flat(source, canonical=True) if isinstance(one, Rejected)]
    assert bad == [
        (3, "this email is not in its canonical form"),
        (4, "this phone is not in its canonical form"),
    ]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("email", "Sales@Shop.Example.com"), ("telegram", "@Fast_Keys"), ("wechat", "WX_keys"), ("qq", "QQ 720004568"),
        ("domain", "https://www.relay-example.com/"), ("phone", "+86 138 0013 8000"), ("card_fingerprint", "fp_1aB"),
        ("whatsapp", "https://wa.me/6281200040617"), ("zalo", "0790000000"), ("icp", "粤ICP备2024000001号-3"),
    ],
)  # fmt: skip
def test_what_is_read_is_canonical(kind: str, raw: str) -> None:
    read = known_value(kind, raw)
    assert isinstance(read, KnownValue)
    assert canonical_value(kind, read.value or "") == read
