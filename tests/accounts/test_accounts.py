from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.accounts import ListOptions, read_accounts, read_protected, read_withdrawals
from crawlers.list_blocks import MAX_CELL, MAX_LINE
from crawlers.lists import open_list
from store.errors import UserError
from store.known_records import AccountLine, AccountRun, KnownValue, ProtectedLine, Rejected, Withdrawal

OPTIONS = ListOptions(provider="anthropic", class_name="fraudulent")


def read(tmp_path: Path, words: str | bytes, options: ListOptions = OPTIONS) -> list[AccountLine | Rejected]:
    path = tmp_path / "list.csv"
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    found: list[AccountLine | Rejected] = []
    for one in read_accounts(open_list(path), options):
        found += one.each() if isinstance(one, AccountRun) else [one]
    return found


def good(lines: list[AccountLine | Rejected]) -> list[AccountLine]:
    assert not [line for line in lines if isinstance(line, Rejected)], lines
    return [line for line in lines if isinstance(line, AccountLine)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_marks_and_line_ends_give_the_same(
    tmp_path: Path, delimiter: str, start: str, end: str
) -> None:
    rows = [["Account_Ref", "kind", "value"], ["acc_1", "org_id", "org-1"], ["acc_2", "org_id", "org-2"]]
    words = start + end.join(delimiter.join(row) for row in rows)
    found = good(read(tmp_path, words))
    assert [(line.line, line.account_ref, line.values) for line in found] == [
        (2, "acc_1", (KnownValue("org_id", "org-1"),)), (3, "acc_2", (KnownValue("org_id", "org-2"),)),
    ]  # fmt: skip


def test_all_fields_of_an_account_are_read(tmp_path: Path) -> None:
    words = (
        "account_ref,provider,class,reason,campaign,created_at,banned_at,last_active_at,plan,billing_country,channel,"
        "mail_class,exchanges,hold\n"
        "a,openai,own,test,c1,2026-05-01,2026-05-02T10:00:00+08:00,2026-05-02 01:00,max,tr,web,outlook,12,case-9\n"
    )
    (line,) = good(read(tmp_path, words, ListOptions()))
    fields = line.fields
    assert (line.provider, fields.class_name, fields.reason, fields.campaign) == (
        "openai",
        "own",
        "test",
        "c1",
    )
    assert fields.created_at == datetime(2026, 5, 1, tzinfo=UTC)
    assert fields.banned_at == datetime(2026, 5, 2, 2, tzinfo=UTC)
    assert fields.last_active_at == datetime(2026, 5, 2, 1, tzinfo=UTC)
    assert (fields.plan, fields.billing_country, fields.channel) == ("max", "TR", "web")
    assert (fields.mail_class, fields.exchanges, fields.hold) == ("outlook", 12, "case-9")
    assert line.values == ()


def test_wide_lists_give_one_value_a_column(tmp_path: Path) -> None:
    words = "account_ref,org_id,card_fingerprint,key_hint\na,org-1,fp_999999,\nb,,,abcd\n"
    first, second = good(read(tmp_path, words))
    assert first.values == (KnownValue("org_id", "org-1"), KnownValue("card_fingerprint", "fp_999999"))
    assert second.values == (KnownValue("key_hint", "abcd"),)


def test_values_are_read_into_the_form_of_listings(tmp_path: Path) -> None:
    rows = ("email,Some.One@Shop-Mail.COM", "telegram,https://t.me/Fast_Keys", "phone,139 0055 7812")
    words = "account_ref,kind,value\n" + "".join(f"a,{row}\n" for row in rows)
    options = ListOptions("anthropic", "fraudulent", region="CN")
    found = [line.values[0].value for line in good(read(tmp_path, words, options))]
    assert found == ["some.one@shop-mail.com", "fast_keys", "+8613900557812"]


def test_digests_are_kept_with_their_pepper(tmp_path: Path) -> None:
    digest = "ab" * 32
    words = f"account_ref,kind,value,digest,pepper_id\na,email,,{digest.upper()},2026-a\n"
    (line,) = good(read(tmp_path, words))
    assert line.values == (KnownValue("email", None, digest, "2026-a"),)


def test_an_api_key_is_kept_as_its_digest_alone(tmp_path: Path) -> None:
    secret = "sk-" + "ant-api03-" + "Ab1" * 31 + "AA"
    (line,) = good(read(tmp_path, f"account_ref,kind,value\na,api_key,{secret}\n"))
    assert secret not in repr(line)
    assert len(line.values[0].value or "") == 64


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",org_id,org-3", "account_ref is empty"),
        ("r" * 257 + ",org_id,org-3", "longer than 256"),
        ("a,fax,1", "no kind of identifier"),
        ("a,org_id,", "the org_id is empty"),
        ("a,org_id,o", "no valid org_id"),
        ("a,phone,12", "no valid phone"),
        ("a,email,nobody@@nowhere", "no valid email"),
        ("a,crypto_tron,TB59rn83hAX5JtKLcKXevriD6NMqejJbYa", "no valid crypto_tron"),
        ("a,org_id," + "x" * 513, "longer than 512"),
        ("a,org_id," + "x" * (MAX_CELL + 1), f"longer than {MAX_CELL}"),
        ("a,org_id,1,2", "4 cells where the header names 3"),
        ('a,org_id,"1', "a quote is opened"),
        ("a,org_id,1\x00", "control character"),
        ("a,org_id," + "x" * MAX_LINE, "longer than 64 KiB"),
    ],
)
def test_bad_lines_are_told_by_number_and_cost_no_other_line(tmp_path: Path, row: str, why: str) -> None:
    lines = read(tmp_path, f"account_ref,kind,value\nbefore,org_id,org-1\n{row}\n\nafter,org_id,org-2\n")
    assert [line.account_ref for line in lines if isinstance(line, AccountLine)] == ["before", "after"]
    (bad,) = [line for line in lines if isinstance(line, Rejected)]
    assert bad.line == 3
    assert why in bad.why
    assert lines[-1].line == 5


def test_a_line_that_is_no_utf_8_is_kept_out(tmp_path: Path) -> None:
    lines = read(tmp_path, b"account_ref,kind,value\nok,org_id,org-1\nb,org_id,caf\xe9\n")
    assert isinstance(lines[1], Rejected)
    assert "not UTF-8" in lines[1].why
    assert lines[1].cells == ("b", "org_id", "caf\\udce9")


@pytest.mark.parametrize(
    ("header", "cells", "why"),
    [
        ("class", "suspicious", "is no class"),
        ("created_at", "2026-13-40", "created_at is no ISO"),
        ("exchanges", "many", "exchanges is no whole number"),
        ("exchanges", "-1", "exchanges is no whole number"),
        ("exchanges", "²", "exchanges is no whole number"),
        ("billing_country", "Turkey", "country code"),
        ("provider", "An thropic", "no short name"),
        ("created_at,banned_at", "2026-05-02,2026-05-01", "banned_at lies before created_at"),
        ("kind,digest,pepper_id", "email,xyz,p", "no SHA-256"),
        ("kind,digest,pepper_id", "email," + "ab" * 32 + ",", "needs its pepper_id"),
        ("kind,value,digest,pepper_id", "email,a@b.example," + "ab" * 32 + ",p", "keep one of the two"),
    ],
)
def test_cells_that_cannot_be_are_kept_out_with_the_reason(
    tmp_path: Path, header: str, cells: str, why: str
) -> None:
    (bad,) = read(tmp_path, f"account_ref,{header}\na,{cells}\n")
    assert isinstance(bad, Rejected)
    assert why in bad.why


def test_a_rejected_secret_is_not_repeated(tmp_path: Path) -> None:
    secret = "sk-ant-" + "x" * 600
    (bad,) = read(tmp_path, f"account_ref,kind,value\na,api_key,{secret}\n")
    assert "sk-ant" not in repr(bad)


@pytest.mark.parametrize(
    ("words", "options", "why"),
    [
        ("", OPTIONS, "no header line"),
        ("\n", OPTIONS, "no header line"),
        ("ref,kind,value\n", OPTIONS, "no column account_ref"),
        ("account_ref,kind\n", OPTIONS, "neither value nor digest"),
        ("account_ref,kind,value,email\n", OPTIONS, "one shape of the two"),
        ("account_ref,emial\n", OPTIONS, "'emial' that means nothing"),
        ("account_ref,email,email\n", OPTIONS, "'email' twice"),
        ("account_ref,email\n", ListOptions(provider="anthropic"), "--class"),
        ("account_ref,email\n", ListOptions(class_name="own"), "--provider"),
        ("account_ref,email\n".encode("utf-16"), OPTIONS, "UTF-16"),
        (b"account_ref,\xff\n", OPTIONS, "not UTF-8"),
        ("account_ref" + ",x" * 300 + "\n", OPTIONS, "twice"),
    ],
)
def test_files_that_are_no_list_are_refused_with_one_sentence(
    tmp_path: Path, words: str | bytes, options: ListOptions, why: str
) -> None:
    with pytest.raises(UserError, match=why):
        read(tmp_path, words, options)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no file"):
        open_list(tmp_path / "none.csv")


def test_columns_may_be_left_out_by_name(tmp_path: Path) -> None:
    options = ListOptions("anthropic", "own", ignore=frozenset({"notes"}))
    (line,) = good(read(tmp_path, "account_ref,org_id,notes\na,org-9,whatever\n", options))
    assert line.values == (KnownValue("org_id", "org-9"),)


def test_withdrawals_of_accounts_and_of_values(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("account_ref,kind,value,reason\na,,,sold\nb,org_id,org-9,\nc,,,\n")
    found = list(read_withdrawals(open_list(path), ListOptions("anthropic", reason="typo")))
    assert found == [
        Withdrawal(2, "anthropic", "a", "sold"),
        Withdrawal(3, "anthropic", "b", "typo", "org_id", "org-9"),
        Withdrawal(4, "anthropic", "c", "typo"),
    ]
    path.write_text("ref\na\n")
    with pytest.raises(UserError, match="no column account_ref"):
        read_withdrawals(open_list(path), ListOptions("anthropic", reason="typo"))


def test_protected_values(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("kind,value,reason\norg_id,org-9,bank\nfax,1,\n")
    found = list(read_protected(open_list(path), ListOptions()))
    assert found[0] == ProtectedLine(2, "org_id", "org-9", "bank")
    assert isinstance(found[1], Rejected)
