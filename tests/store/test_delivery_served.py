"""Delivery to a real SFTP server on loopback: to a known host alone, and cut at every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.delivery import ssh
from store.delivery.remote import copy_to_remote
from store.delivery.retry import Patience
from store.delivery.version import Version, open_version
from store.errors import UserError
from store.feeds.verify import require_whole
from tests.store.feed_market import next_version, write_market
from tests.store.served_sftp import PASSWORD, SftpHost, sftp_host

AT_ONCE = Patience(())


@pytest.fixture
def feeds(sqlite_database: Database, tmp_path: Path) -> Path:
    return write_market(sqlite_database, tmp_path / "feeds")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setattr(ssh, "SYSTEM_HOSTS", tmp_path / "none")
    monkeypatch.setitem(fsspec.config.conf, "sftp", {"password": PASSWORD})
    (tmp_path / "home" / ".ssh").mkdir(parents=True)
    return tmp_path / "home"


@pytest.fixture
def stranger(tmp_path: Path, home: Path) -> Iterator[SftpHost]:
    """A host that known_hosts does not name."""
    with sftp_host(tmp_path / "sftp") as host:
        yield host


@pytest.fixture
def host(stranger: SftpHost, home: Path) -> SftpHost:
    (home / ".ssh" / "known_hosts").write_text(stranger.known)
    return stranger


def require_no_half(root: Path, *versions: Version) -> None:
    """What stands under a name of a version is that version's, byte for byte."""
    for version in versions:
        for part in version.parts:
            stands = root / "versions" / version.name / part.name
            assert not stands.exists() or stands.read_bytes() == part.path.read_bytes(), part.name


def test_a_version_comes_by_sftp(feeds: Path, host: SftpHost) -> None:
    version = open_version(feeds)
    assert copy_to_remote(version, host.address, AT_ONCE) == len(version.parts)
    assert json.loads((host.root / "latest.json").read_text()) == version.latest
    assert require_whole(host.root / "versions" / version.name)["version"] == 1
    assert not list(host.root.rglob("*.part"))
    assert copy_to_remote(version, host.address, AT_ONCE) == 1, "what stands there is not sent again"


def test_sftp_cut_at_each_file_leaves_the_former_version(
    feeds: Path, host: SftpHost, sqlite_database: Database
) -> None:
    first = open_version(feeds)
    copy_to_remote(first, host.address, AT_ONCE)
    version = next_version(sqlite_database, feeds, "other")
    cuts, checked = set[tuple[str, str]](), list[int]()

    def once_each(operation: str, path: str) -> bool:
        if operation == "open" or (operation, path) in cuts:
            return False
        cuts.add((operation, path))
        return True

    def require_former(_: float) -> None:
        assert json.loads((host.root / "latest.json").read_text()) == first.latest
        require_no_half(host.root, first, version)
        checked.append(len(cuts))

    host.cut = once_each
    copy_to_remote(version, host.address, Patience((1, 4), require_former))
    # each file, what says which version begins, and the pointer: in the midst, and at its rename
    assert len(checked) == len(cuts) == 2 * (len(version.parts) + 2)
    assert json.loads((host.root / "latest.json").read_text()) == version.latest
    assert require_whole(host.root / "versions" / version.name)["version"] == 2


def test_sftp_that_broke_off_goes_on_where_it_was(feeds: Path, host: SftpHost) -> None:
    version = open_version(feeds)
    host.cut = lambda operation, path: operation == "write" and "/.sellers.csv" in path
    with pytest.raises(UserError, match=r"the copy of \S+/sellers\.csv failed 1 times, at last:"):
        copy_to_remote(version, host.address, AT_ONCE)
    assert not (host.root / "latest.json").exists()
    stood = [part for part in version.parts if (host.root / "versions" / version.name / part.name).exists()]
    assert stood
    host.cut = lambda operation, path: False
    assert copy_to_remote(version, host.address, AT_ONCE) == len(version.parts) - len(stood)
    assert require_whole(host.root / "versions" / version.name)["version"] == 1


def test_sftp_that_breaks_off_is_reached_again(feeds: Path, host: SftpHost) -> None:
    version = open_version(feeds)
    cut = list[str]()

    def four_times(operation: str, path: str) -> bool:
        if operation != "write" or "/.offers.csv" not in path or len(cut) == 4:
            return False
        cut.append(path)
        return True

    host.cut = four_times
    waited, told = list[float](), list[str]()
    copy_to_remote(version, host.address, Patience(sleep=waited.append, tell=told.append))
    assert (waited, host.logins) == ([1, 4, 15, 60], 5)
    assert told[0].startswith(f"the copy of versions/{version.name}/offers.csv failed: ")
    assert require_whole(host.root / "versions" / version.name)["version"] == 1


def test_a_host_that_is_unknown_gets_nothing(feeds: Path, stranger: SftpHost) -> None:
    shown = stranger.key.fingerprint
    with pytest.raises(
        UserError, match=r"is not in known_hosts: compare its key SHA256:\S+ with what"
    ) as told:
        copy_to_remote(open_version(feeds), stranger.address, AT_ONCE)
    assert f"--host-key {shown}" in str(told.value)
    with pytest.raises(
        UserError, match=rf"shows the key {shown.replace('+', '[+]')}, not SHA256:A{{43}} of --host-key"
    ):
        copy_to_remote(open_version(feeds), stranger.address, AT_ONCE, "SHA256:" + "A" * 43)
    assert stranger.logins == 0
    assert not list(stranger.root.iterdir())
    copy_to_remote(open_version(feeds), stranger.address, AT_ONCE, shown)
    assert (stranger.root / "latest.json").exists()


def test_a_host_whose_key_changed_gets_nothing(
    feeds: Path, stranger: SftpHost, home: Path, tmp_path: Path
) -> None:
    with sftp_host(tmp_path / "other") as other:
        entry = other.known.replace(str(other.port), str(stranger.port))
    (home / ".ssh" / "known_hosts").write_text(entry)
    with pytest.raises(UserError, match="known_hosts has another one: ask who runs it"):
        copy_to_remote(open_version(feeds), stranger.address, AT_ONCE)
    assert stranger.logins == 0


def test_a_wrong_password_is_told_and_not_tried_again(
    feeds: Path, host: SftpHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(fsspec.config.conf, "sftp", {"password": "wrong"})
    done = CliRunner().invoke(scheduler.app, ["feeds", "deliver", str(feeds), host.address])
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit | UserError)
    assert host.logins == 1
    with pytest.raises(
        UserError, match="does not let feeds in: name the user in the address, and see the key"
    ):
        copy_to_remote(open_version(feeds), host.address)
    monkeypatch.setitem(fsspec.config.conf, "sftp", {})
    with pytest.raises(UserError, match="does not let feeds in"):
        copy_to_remote(open_version(feeds), host.address)


def test_a_server_that_cannot_replace_in_one_step_is_told(feeds: Path, host: SftpHost) -> None:
    host.replaces = False
    with pytest.raises(UserError, match="cannot replace a file in one step"):
        copy_to_remote(open_version(feeds), host.address)
    assert not (host.root / "latest.json").exists()


def test_what_another_left_there_is_not_gone_over(feeds: Path, host: SftpHost) -> None:
    version = open_version(feeds)
    begun = host.root / "versions" / version.name / "manifest.sha256"
    begun.parent.mkdir(parents=True)
    begun.write_text("0" * 64 + "  manifest.json\n")
    with pytest.raises(UserError, match="holds a part of another version 1: remove it"):
        copy_to_remote(version, host.address)
    begun.unlink()
    (host.root / "latest.json").write_text("[1]")
    with pytest.raises(UserError, match=r"latest\.json was not written by `feeds deliver`"):
        copy_to_remote(version, host.address)


@pytest.mark.parametrize(
    ("address", "key", "words"),
    [
        ("sftp://host", None, "names a host and a directory"),
        ("sftp://host/x", "ab:cd", "is no fingerprint"),
        ("sftp://host:x/y", None, "cannot be reached"),
        ("sftp://[", None, "is no address"),
    ],
)
def test_an_address_of_sftp_that_is_none_is_told(
    feeds: Path, address: str, key: str | None, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        copy_to_remote(open_version(feeds), address, AT_ONCE, key)


def test_a_fingerprint_is_for_sftp_alone(feeds: Path) -> None:
    done = CliRunner().invoke(
        scheduler.app, ["feeds", "deliver", str(feeds), "s3://x", "--host-key", "SHA256:x"]
    )
    assert done.exit_code == 1
