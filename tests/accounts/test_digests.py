"""Digests: made at the provider as the shipped vectors say, nothing in clear, and joined by who holds the key."""

from __future__ import annotations

import csv
import hashlib
import hmac
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from crawlers.known_values import known_value
from store.database import open_database
from store.errors import UserError
from store.known import hold
from store.known.full import Full
from store.known_records import AccountFields, AccountLine, KnownValue
from store.links.build import build_links
from store.links.show import find_claims, find_hops
from store.peppers import key_id, peppered, read_pepper, read_peppers
from store.save_accounts import save_accounts
from tests.accounts.conftest import Run
from tests.store.known_world import ORIGIN, World, open_world

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))
SECRET = f"sk-ant-api03-{'Ab1' * 31}AA"
VECTORS = Path(__file__).with_name("digest_vectors.csv")
LIST = f"""account_ref,class,kind,value,banned_at
a1,fraudulent,email, Sales@Shop-Example.COM ,2026-05-01
a1,,phone,+86 138 0013 8000,
a2,fraudulent,telegram,https://t.me/Fast_Keys,
a2,,api_key,{SECRET},
a3,compromised,,,
"""


def vectors() -> Iterator[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def key_file(folder: Path, key: bytes = KEY, name: str = "pepper.key") -> Path:
    path = folder / name
    path.write_bytes(key)
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("vector", list(vectors()), ids=lambda one: f"{one['kind']} {one['derivation']}")
def test_the_shipped_vectors_hold(vector: dict[str, str]) -> None:
    found = known_value(vector["kind"], vector["written"])
    assert isinstance(found, KnownValue)
    assert found.value == vector["canonical"]
    parts = [vector["kind"], *filter(None, [vector["derivation"]]), vector["digested"]]
    assert hmac.new(KEY, "\0".join(parts).encode(), hashlib.sha256).hexdigest() == vector["digest"]
    assert peppered(KEY, vector["kind"], vector["digested"], vector["derivation"] or None) == vector["digest"]
    if not vector["derivation"]:
        assert vector["digested"] == vector["canonical"]


def test_the_command_writes_what_the_vectors_say_and_nothing_in_clear(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST + "a4,fraudulent,email,nobody@@nowhere,\n")
    derive = [
        word
        for name in ("handle_skeleton", "local_part", "mail_domain", "last_four", "key_hint")
        for word in ("--derive", name)
    ]
    done = run(
        "accounts", "digest", "list.csv", "--key-file", key_file(tmp_path), *derive, "--output", "out.csv"
    )
    assert done.exit_code == 0, done.output
    assert "line 7: this is no valid email" in done.output
    assert not list(tmp_path.glob("*.db")), "no database is made"
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    made = {(row["kind"], row["derivation"], row["digest"]) for row in rows if row["kind"]}
    assert made == {(one["kind"], one["derivation"], one["digest"]) for one in vectors()}
    assert {row["pepper_id"] for row in rows if row["kind"]} == {key_id(KEY)}
    assert next(row for row in rows if row["account_ref"] == "a3")["class"] == "compromised"
    said = ((tmp_path / "out.csv").read_text() + done.output).lower()
    for clear in ("shop-example", "13800138000", "fast_keys", "ab1ab1", "nowhere", KEY.hex()):
        assert clear not in said


def test_a_value_in_clear_in_another_cell_keeps_the_line_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "account_ref,reason,email,telegram\nsales@shop.example.com,resale,sales@shop.example.com,\n"
        "a2,wrote as FAST_KEYS,,@fast_keys\na3,resale,b@shop.example.com,\n"
    )
    done = run("accounts", "digest", "list.csv", "--key-file", key_file(tmp_path))
    assert "line 2: account_ref holds the email in clear: take it out there" in done.output
    assert "line 3: reason holds the telegram in clear: take it out there" in done.output
    assert "digests: 1 rows under k-" in done.output


@pytest.mark.parametrize(
    ("size", "mode", "said"),
    [
        (31, 0o600, "has 31 bytes, a key has 32 to 4096"),
        (32, 0o640, "may be read by others: run chmod 600"),
        (5000, 0o600, "has 5000 bytes"),
    ],
)
def test_a_key_that_is_no_good_is_refused(tmp_path: Path, size: int, mode: int, said: str) -> None:
    path = key_file(tmp_path, b"k" * size)
    path.chmod(mode)
    with pytest.raises(UserError, match=said):
        read_pepper(path)


def test_words_of_the_command_line_that_name_nothing_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    key = key_file(tmp_path)
    for words, said in (
        (("--key-file", tmp_path / "none"), "none cannot be read"), (("--key-file", tmp_path), "is no file"),
        (("--key-file", key, "--derive", "soundex"), "'soundex' is no derivation: use handle_skeleton"),
        (("--key-file", key, "--pepper-id", "a b"), "a pepper's id has"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=said):
            run("accounts", "digest", "list.csv", *words)


def test_keys_are_held_by_their_own_id_or_by_the_one_they_were_given(tmp_path: Path) -> None:
    one, two = key_file(tmp_path), key_file(tmp_path, OTHER, "other.key")
    assert read_peppers([str(one), f"spring={two}"]) == {key_id(KEY): KEY, "spring": OTHER}


@given(
    st.text(min_size=1, max_size=20),
    st.sampled_from(["email", "phone"]),
    st.sampled_from([None, "local_part"]),
)
def test_what_is_digested_never_collides_across_kinds_and_parts(
    value: str, kind: str, part: str | None
) -> None:
    others = {
        peppered(KEY, other, value, one) for other in ("email", "phone") for one in (None, "local_part")
    }
    assert len(others) == 4
    assert peppered(KEY, kind, value, part) in others


def digest(kind: str, value: str, key: bytes = KEY, pepper: str = "spring") -> KnownValue:
    return KnownValue(kind, None, peppered(key, kind, value), pepper)


@pytest.fixture
def world() -> Iterator[World]:
    made = open_world()
    for number, shown in enumerate(
        (("email", "a@b.example"), ("whatsapp", "+15550100"), ("telegram", "fast_keys"))
    ):
        made.shows(f"site{number}", *shown)
    yield made
    made.connection.close()
    made.connection.engine.dispose()


def take(world: World, ref: str, *values: KnownValue) -> None:
    line = AccountLine(2, "anthropic", ref, AccountFields("fraudulent"), values)
    save_accounts(world.connection, [line], ORIGIN, world.tick())


def link(world: World, *, full: bool = False, **keys: bytes) -> list[str]:
    build_links(world.connection, world.tick(), full=full, keys=keys)
    return sorted(f"{source} {ref}" for source, _, ref in world.linked())


def test_digests_join_as_values_do_under_whichever_key_is_held(world: World) -> None:
    take(world, "a", digest("email", "a@b.example"), digest("qq", "720004568"))
    take(world, "b", digest("phone", "+15550100", OTHER, "autumn"), digest("telegram", "someone"))
    assert link(world) == []
    assert link(world, spring=KEY) == ["site0 a"]
    assert link(world, spring=KEY, autumn=OTHER) == ["site0 a", "site1 b"]
    assert link(world, full=True) == ["site0 a", "site1 b"], "without a key what had joined stays"
    assert link(world, spring=OTHER) == ["site1 b"], "another key says that it is not so"
    gone = "no evidence of it is held any more under the keys that were given for its digests"
    assert world.claims()["site0", "a"] == ("retracted", gone)
    world.withdraws("b", "wrong customer")
    assert link(world) == []
    assert world.claims()["site1", "b"] == (
        "retracted",
        "the account was withdrawn by its provider: wrong customer",
    )


def test_what_becomes_of_a_value_known_by_digest_is_said_of_the_claim(world: World) -> None:
    email, telegram = digest("email", "a@b.example"), digest("telegram", "fast_keys")
    take(world, "a", email, digest("qq", "10001"))
    take(world, "b", telegram)
    take(world, "c", digest("phone", "+15550100"))
    assert link(world, spring=KEY) == ["site0 a", "site1 c", "site2 b"]
    lines = [
        AccountLine(number, "anthropic", ref, AccountFields("fraudulent"), (value,))
        for number, (ref, value) in enumerate(
            (("a", digest("qq", "10001")), ("b", telegram), ("c", digest("phone", "+15550100"))), start=2
        )
    ]
    save_accounts(world.connection, lines, ORIGIN, world.tick(), Full("all.csv", 1))
    world.protects("telegram", "fast_keys")
    for number in range(21):
        world.shows(f"crowd{number}", "phone", "+15550100")
    assert link(world, spring=KEY) == []
    why = {ref: reason for (_, ref), (_, reason) in world.claims().items()}
    assert why["a"] == "the provider withdrew this email address of the account (email a@b.example)"
    assert why["b"] == "this Telegram name is protected and never links"
    assert "more than 20 sellers share this" in why["c"]


def test_what_is_held_more_than_once_is_one_path(world: World) -> None:
    take(world, "a", digest("email", "a@b.example"), digest("email", "a@b.example", OTHER, "autumn"))
    take(world, "c", digest("telegram", "fast_keys"), KnownValue("telegram", "fast_keys"))
    link(world, spring=KEY, autumn=OTHER)
    told = {
        claim.account_ref: find_hops(world.connection, claim.link_id)
        for claim in find_claims(world.connection)
    }
    ends = {
        ref: (len(hops), hops[0].words.split("holds the same value for the account, ")[1])
        for ref, hops in told.items()
    }
    assert ends == {
        "a": (1, "by digest under autumn, spring; shown by this seller alone"),
        "c": (1, "in clear and by digest under spring; shown by this seller alone"),
    }


def test_a_derived_digest_is_no_whole_value(world: World) -> None:
    take(world, "a", KnownValue("email", None, peppered(KEY, "email", "a@b.example"), "spring", "local_part"))
    assert link(world, spring=KEY) == []


@pytest.fixture(params=[1, 100])
def handed_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> str:
    """A list as digests, ready to be taken in; values lie in a file or beside. Gives the key as it is named."""
    monkeypatch.setattr(hold, "FOLD_AT", request.param)
    (tmp_path / "list.csv").write_text(LIST)
    key = key_file(tmp_path)
    words = (
        "accounts",
        "digest",
        "list.csv",
        "--key-file",
        key,
        "--derive",
        "local_part",
        "--output",
        "out.csv",
    )
    run(*words, "--pepper-id", "spring")
    return f"spring={key}"


TAKE = ("accounts", "import", "out.csv", "--provider", "anthropic")


def test_an_import_says_whose_key_is_missing_and_what_the_columns_make_impossible(
    run: Run, handed_in: str
) -> None:
    taken = run(*TAKE).output
    for said in (
        "no key is held for digests under spring: they join nothing new until --key-file names it",
        "Telegram name by digest without handle_skeleton", "phone number by digest without last_four",
        "email address by digest without mail_domain",
    ):  # fmt: skip
        assert said in taken
    assert "local_part" not in taken
    again = json.loads(run("--json", "--key-file", handed_in, *TAKE).stdout)
    assert (again["changed"], "no key" in str(again["notes"])) == (0, False)


def test_digests_are_linked_by_the_command_that_is_given_the_key(
    run: Run, handed_in: str, tmp_path: Path
) -> None:
    run(*TAKE)
    url = f"sqlite:///{tmp_path / 'test.db'}"
    with open_database(url, write=True) as database, database.writing() as connection:
        World(connection).shows("shop", "telegram", "fast_keys")
    assert "no key is held for digests under spring" in run("links", "refused").output
    assert "no key is held" not in run("--key-file", handed_in, "links", "refused").output
    linked = run("link")
    assert linked.stdout.startswith("0 links")
    assert "no key is held for digests under spring: they join nothing new" in linked.stderr
    assert run("--key-file", handed_in, "link").output.startswith("1 link: 1 new")
    assert run("link", "--full").stdout.startswith("1 link: 0 new, 0 back, 0 changed, 0 retracted")
    with open_database(url) as database, database.reading() as connection:
        hop = connection.execute(text("SELECT known_kind, known_key FROM link_hop")).one()
    assert tuple(hop) == ("telegram", f"spring:{peppered(KEY, 'telegram', 'fast_keys')}")
