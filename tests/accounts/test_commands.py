"""The commands as a user meets them, on the lists that the bundled market's provider hands in."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from store.database import open_database
from store.errors import UserError
from tests.accounts.conftest import Run
from tests.store.known_world import World

MARKET = Path(__file__).resolve().parents[1] / "market"
KEY = f"sk-ant-api03-{'Ab1' * 31}AA"
TRUTH = json.loads((MARKET / "truth" / "accounts.json").read_text("utf-8"))


def test_the_markets_lists_come_in_with_every_bad_line_told(run: Run) -> None:
    first = json.loads(run("--json", "accounts", "import", MARKET / "accounts.csv").stdout)
    assert (first["good"], first["bad"]) == (TRUTH["rows"], 0)
    again = json.loads(run("--json", "accounts", "import", MARKET / "accounts.csv").stdout)
    assert (again["good"], again["changed"]) == (TRUTH["rows"], 0)
    listed = [
        json.loads(line) for line in run("--json", "accounts", "list", "--limit", "500").stdout.splitlines()
    ]
    assert {name: count for name, count in TRUTH["classes"].items() if count} == Counter(
        one["class"] for one in listed
    )
    assert len(listed) == TRUTH["accounts"]
    wide = json.loads(run("--json", "accounts", "import", MARKET / "accounts_wide.csv").stdout)
    assert (wide["good"], wide["changed"]) == (len(TRUTH["wide_refs"]), 0)
    bad = json.loads(run("--json", "accounts", "import", MARKET / "accounts_bad.csv").stdout)
    assert [one["line"] for one in bad["rejected"]] == [one["line"] for one in TRUTH["bad_lines"]]
    assert bad["good"] == len(TRUTH["good_lines_of_bad"])
    assert run("protected", "import", MARKET / "protected.csv").exit_code == 0


def test_lines_kept_out_are_written_where_asked_and_come_in_once_mended(run: Run, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    result = run("accounts", "import", MARKET / "accounts_bad.csv", "--rejects", rejects)
    assert result.exit_code == 0
    assert "line 3: 'fax' is no kind of identifier" in result.output
    lines = rejects.read_text("utf-8").splitlines()
    assert lines[0].startswith("rejected_line,rejected_because,account_ref,kind,value")
    assert len(lines) == 1 + len(TRUTH["bad_lines"])
    rejects.write_text(
        "\n".join([lines[0], lines[2].replace("nobody@@nowhere", "nobody@nowhere.com")]) + "\n"
    )
    assert "1 good line, 0 kept out" in run("accounts", "import", rejects).output


def test_nothing_is_taken_in_where_the_lines_kept_out_cannot_be_written(run: Run, tmp_path: Path) -> None:
    for where in (tmp_path / "none" / "rejects.csv", tmp_path):
        with pytest.raises(
            UserError, match=r"cannot be written \(.*\), so nothing was taken in: name another"
        ):
            run("accounts", "import", MARKET / "accounts_bad.csv", "--rejects", where)
        assert not (tmp_path / "test.db").exists()


def test_numbers_that_a_spreadsheet_rounded_are_kept_out(run: Run, tmp_path: Path) -> None:
    words = (
        "looks like a number that a spreadsheet has rounded: set the column to Text there and fill it in anew"
    )
    rounded = {
        "qq": ("7.20004568E8", "720004568.0"), "qq_group": ("1.06E+09",), "bin": ("4,85954E+05",),
        "whatsapp": ("+6281277004455.0",), "phone": ("8.61390E+12", "8613900557812.0", "８.61390E+12"),
    }  # fmt: skip
    rows = [(kind, value) for kind, values in rounded.items() for value in values]
    path = tmp_path / "known.csv"
    path.write_text(
        "account_ref,kind,value\n" + "".join(f'a{at},{kind},"{value}"\n' for at, (kind, value) in enumerate(rows))
        + "1.06E+09,email,a@b.example.com\n12345.0,email,a@b.example.com\n12e45,email,a@b.example.com\n"
    )  # fmt: skip
    of = ("--provider", "anthropic")
    for canonical in ((), ("--canonical",)):
        told = json.loads(run("--json", "accounts", "import", path, *of, "--class", "own", *canonical).stdout)
        assert told["good"] == 1  # a reference that is no number may hold an e
        assert [one["why"] for one in told["rejected"]] == [
            *(f"this {kind} {words}" for kind, _ in rows), f"the account_ref {words}", f"the account_ref {words}",
        ]  # fmt: skip
    bought, protected, probes = tmp_path / "bought.csv", tmp_path / "values.csv", tmp_path / "probes.csv"
    bought.write_text("offer,date,account_ref,buyer,authorised_by,case\no,2026-05-01,1.2E+09,f,o,c\n")
    protected.write_text("kind,value\nqq,7.20004568E8\n")
    probes.write_text(
        "offer,sent_at,canary,request_id,buyer,authorised_by,case\no,2026-05-01T12:00:00Z,canary-20260501,1.5E11,f,o,c\n"
    )
    for command in (
        ("purchases", bought),
        ("purchases", probes),
        ("protected", protected),
        ("hubs", protected),
    ):
        result = run(command[0], "import", command[1])
        assert (result.exit_code, words in result.output) == (1, True)


@pytest.mark.parametrize("command", ["purchases", "cohorts", "campaigns", "enforcement"])
def test_a_list_of_other_columns_is_told_all_it_needs_at_once(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("class,colour\nown,red\n")
    with pytest.raises(UserError, match="'class' and one 'colour'") as told:
        run(command, "import", path)
    for word in ("no column", "its first line names", "leave out the rest"):
        assert word in str(told.value)


def test_what_is_no_list_says_what_to_do(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    of = ("accounts", "import", path, "--provider", "anthropic", "--class", "own")
    path.write_text("account_ref,kind,value\n")
    assert "no line under the header says anything: nothing was taken in" in run(*of).stderr
    path.write_bytes(b"account_ref,kind,value\na1,org_id," + "账号".encode("gbk") + b"\n")
    assert "line 2: value is not UTF-8: save the list as CSV UTF-8" in run(*of).stderr
    with pytest.raises(UserError, match=r"cannot be read \(Is a directory\): name a CSV file"):
        run("accounts", "import", tmp_path, "--provider", "anthropic")


def test_a_line_that_contradicts_another_is_written_as_it_stood(run: Run, tmp_path: Path) -> None:
    path, rejects = tmp_path / "known.csv", tmp_path / "rejects.csv"
    path.write_text(
        "account_ref,kind,value,class\na1,email,a@b.example.com,fraudulent\na1,email,c@b.example.com,own\n"
        f"a2,email,d@b.example.com,\na2,api_key,{KEY},\na3,email,e@b.example.com,own\n"
    )
    run("accounts", "import", path, "--provider", "anthropic", "--rejects", rejects)
    no_class = '"the account has no class: add a class column, or name one with --class"'
    assert rejects.read_text().splitlines()[1:] == [
        "3,class differs from an earlier line of the same account,a1,email,c@b.example.com,own",
        f"4,{no_class},a2,email,d@b.example.com,",
        f"5,{no_class},a2,api_key,[[api_key]],",
    ]
    bought = tmp_path / "bought.csv"
    bought.write_text(
        "offer,date,account_ref,buyer,authorised_by,case\nnone,2026-05-01,a1,fern,osei,case-1\n"
    )
    assert run("purchases", "import", bought, "--rejects", rejects).exit_code == 1
    assert rejects.read_text().splitlines()[1].endswith(",none,2026-05-01,a1,fern,osei,case-1")


def test_national_numbers_need_their_country(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text("account_ref,kind,value\na1,phone,030 901820\na2,phone,+49 30 901820\n")
    words = ("accounts", "import", path, "--provider", "anthropic", "--class", "fraudulent")
    told = run(*words)
    assert "line 2: this phone number has no country code: add it, or name the country with" in told.output
    assert "accounts: 1 good line, 1 kept out, 2 rows changed" in told.output
    assert "2 good lines, 0 kept out" in run(*words, "--region", "de").output
    with pytest.raises(UserError, match="'XX' is no country: --region takes a code of two letters"):
        run(*words, "--region", "XX")


def test_what_matches_nothing_says_so(run: Run) -> None:
    run("load")
    assert "there are no links: " in run("links", "list").stderr
    assert "nothing is refused" in run("links", "refused").stderr
    run("accounts", "import", MARKET / "accounts.csv", "--provider", "anthropic")
    assert "no link matches" in run("links", "list", "--source", "nowhere").stderr
    told = run("accounts", "list", "--provider", "nobody")
    assert ("no known account matches" in told.stderr, told.stdout) == (True, "")
    told = run("accounts", "list", "--class", "compromised", "--limit", "2")
    assert f"only the first 2 of {TRUTH['classes']['compromised']} are shown" in told.stderr
    assert told.stdout.splitlines()[-1] == f"{TRUTH['classes']['compromised']} compromised"


def test_nothing_good_is_exit_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("account_ref,kind,value\n,email,x\n")
    result = run("accounts", "import", path, "--provider", "anthropic", "--class", "own")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("accounts", "import", "none.csv"), "there is no file none.csv"),
        (("accounts", "import", MARKET / "accounts.csv", "--class", "bad"), "'bad' is no class"),
        (("accounts", "list", "--class", "bad"), "'bad' is no class"),
        (("accounts", "withdraw"), "name either a file"),
        (
            ("accounts", "withdraw", "--ref", "a", "--provider", "x", "--reason", "y"),
            "no account of x by this account_ref is known",
        ),
        (("accounts", "withdraw", "--ref", "a"), "--ref needs"),
        (("links", "list", "--status", "x"), "--status is active or retracted"),
        (("feeds", "verify", "none"), "there is no manifest.json"),
    ],
)
def test_what_a_user_can_mend_is_one_sentence(run: Run, words: tuple[str, ...], why: str) -> None:
    with pytest.raises(UserError, match=why):
        run(*words)


def test_the_whole_way_by_commands(run: Run, tmp_path: Path) -> None:
    with (
        open_database(f"sqlite:///{tmp_path / 'test.db'}", write=True) as database,
        database.writing() as connection,
    ):
        world = World(connection)
        world.observe(world.offer("shop", "a", title="Claude Pro"), "shop", "30")
        world.shows("shop", "telegram", "fastkeys")
        world.shows("shop", "referral", "abc")
    known = tmp_path / "known.csv"
    known.write_text("account_ref,kind,value\nacc_1,telegram,@FastKeys\nacc_2,referral,abc\n")
    run("accounts", "import", known, "--provider", "anthropic", "--class", "fraudulent")
    purchase = ("--offer", "shop/a", "--date", "2026-05-02", "--account", "acc_2", "--provider", "anthropic")
    said = ("--buyer", "fern", "--authorised-by", "osei", "--case", "case-1")
    for changed in ("1 row changed", "nothing changed"):
        assert changed in run("purchases", "add", *purchase, *said).output
    bought = tmp_path / "bought.csv"
    bought.write_text(
        "host,title,date,account_ref,provider,buyer,authorised_by,case\n"
        "https://Shop.example/buy/a,Claude Pro,2026-05-02,acc_2,anthropic,fern,osei,case-1\n"
    )
    assert "1 good line, 0 kept out, nothing changed" in run("purchases", "import", bought).output
    assert run("link").output == "2 links: 2 new, 0 back, 0 changed, 0 retracted\n"
    listed = run("links", "list").output.splitlines()
    assert ["purchase" in line for line in listed] == [True, False]  # the one that weighs most stands first
    assert "shop/operator linked to anthropic/acc_1" in listed[1]
    assert run("links", "show", listed[1].split()[0]).output == run("links", "show", listed[1][:10]).output
    with pytest.raises(UserError, match=r"several links begin with clm_ \(clm_.*, clm_.*\): give more"):
        run("links", "show", "clm_")
    shown = run("links", "show", listed[1].split()[0]).output
    assert "the seller shows telegram fastkeys" in shown
    assert "proof: " in shown
    assert "a referral code is weak evidence and joins nobody" in run("links", "refused").output
    with pytest.raises(UserError, match="have had no good run"):  # the market's days are long ago
        run("feeds", "write", tmp_path / "feeds")
    assert run("feeds", "write", "--force", tmp_path / "feeds").exit_code == 0
    assert "is whole: version 1" in run("feeds", "verify", tmp_path / "feeds").output
    run("accounts", "withdraw", "--ref", "acc_1", "--provider", "anthropic", "--reason", "wrong customer")
    assert "1 retracted" in run("link").output
    assert "wrong customer" in run("links", "list", "--status", "retracted").output


def test_a_link_that_is_none_is_told(run: Run) -> None:
    run("migrate")
    with pytest.raises(UserError, match="there is no link"):
        run("links", "show", "clm_none")


def test_a_full_list_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text(
        "account_ref,class,qq\na1,fraudulent,720004568\na2,fraudulent,720004569\n"
    )
    (tmp_path / "less.csv").write_text("account_ref,class,qq\na1,fraudulent,720004568\n")
    words = ("accounts", "import", "less.csv", "--provider", "anthropic")
    run("accounts", "import", "all.csv", "--provider", "anthropic")
    with pytest.raises(UserError, match="1 of 2 known accounts would be withdrawn"):
        run(*words, "--full")
    with pytest.raises(UserError, match="--expect-withdrawn goes with --full"):
        run(*words, "--expect-withdrawn", "1")
    assert "withdrawn: 1 account" in run(*words, "--full", "--expect-withdrawn", "1").output
