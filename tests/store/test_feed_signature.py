"""Signatures: ours are OpenSSH's and OpenSSH's are ours, and nothing else passes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from store.database import Database
from store.errors import UserError
from store.feeds.directory import find_version
from store.feeds.settings import Settings
from store.feeds.signature import NAMESPACE, check, fingerprint, read_key, read_public_keys, sign
from store.feeds.verify import require_whole, verify_feeds
from tests.store.feed_market import write_market

SSH = shutil.which("ssh-keygen")
needs_ssh = pytest.mark.skipif(SSH is None, reason="OpenSSH is not installed")
# Made for these tests alone.
PRIVATE = """-----BEGIN OPENSSH PRIVATE KEY-----
{}
-----END OPENSSH PRIVATE KEY-----
"""


def make_key(folder: Path, name: str = "feeds.key") -> Path:
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key, path = Ed25519PrivateKey.generate(), folder / name
    path.write_bytes(key.private_bytes(form.Encoding.PEM, form.PrivateFormat.OpenSSH, form.NoEncryption()))
    path.chmod(0o600)
    public = key.public_key().public_bytes(form.Encoding.OpenSSH, form.PublicFormat.OpenSSH)
    path.with_name(f"{name}.pub").write_bytes(public + b" someone\n")
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path)


def public(key: Path) -> Path:
    return key.with_name(f"{key.name}.pub")


def test_a_signature_is_of_these_bytes_by_this_key(key: Path, tmp_path: Path) -> None:
    made, keys = sign(b"words", read_key(key)), read_public_keys(public(key))
    other = read_public_keys(public(make_key(tmp_path, "other")))
    assert check(b"words", made, keys) is None
    assert check(b"words", made, other + keys) is None
    assert "were changed" in str(check(b"wordz", made, keys))
    assert f"another key: {fingerprint(keys[0])}" in str(check(b"words", made, other))
    for broken in (
        b"",
        b"words",
        made[:-40],
        made.replace(b"SSH SIG", b"PGP SIG"),
        b"\xff" + made,
        made + made,
    ):
        assert "no SSH signature" in str(check(b"words", broken, keys))


@needs_ssh
def test_openssh_checks_ours_and_we_check_its(key: Path, tmp_path: Path) -> None:
    message = tmp_path / "m"
    message.write_bytes(b"words \x00\xff\n")
    made = tmp_path / "ours.sig"
    made.write_bytes(sign(message.read_bytes(), read_key(key)))
    (tmp_path / "signers").write_text(f'feeds namespaces="{NAMESPACE}" {public(key).read_text()}')
    words = [str(SSH), "-Y", "verify", "-f", str(tmp_path / "signers"), "-I", "feeds", "-n", NAMESPACE, "-s"]
    said = subprocess.run([*words, str(made)], input=message.read_bytes(), capture_output=True, check=False)
    assert said.returncode == 0, said.stderr
    assert fingerprint(read_key(key).public_key()).encode() in said.stdout
    for namespace, wrong in ((NAMESPACE, None), ("file", f"the signature is not for {NAMESPACE}")):
        subprocess.run(
            [str(SSH), "-Y", "sign", "-f", str(key), "-n", namespace, str(message)],
            check=True,
            capture_output=True,
        )
        keys = read_public_keys(tmp_path / "signers")
        assert check(message.read_bytes(), message.with_name("m.sig").read_bytes(), keys) == wrong
        message.with_name("m.sig").unlink()


@pytest.mark.parametrize(
    ("words", "mode", "said"),
    [
        ("not a key", 0o600, "is no private key without passphrase"),
        (PRIVATE.format("b3BlbnNzaC1rZXktdjEA"), 0o600, "is no private key without passphrase"),
        ("", 0o644, "others may read the key"),
    ],
)
def test_a_key_that_is_none_is_one_sentence(tmp_path: Path, words: str, mode: int, said: str) -> None:
    path = tmp_path / "k"
    path.write_text(words)
    path.chmod(mode)
    with pytest.raises(UserError, match=said):
        read_key(path)
    with pytest.raises(UserError, match="holds no Ed25519 public key"):
        read_public_keys(path)
    with pytest.raises(UserError, match="cannot be read"):
        read_key(tmp_path / "none")


def test_signed_feeds_are_whole_for_their_key_alone(
    sqlite_database: Database, tmp_path: Path, key: Path
) -> None:
    directory = write_market(sqlite_database, tmp_path / "feeds", Settings(key=key))
    body = require_whole(directory, public(key))
    assert body["signature"]["key"] == fingerprint(read_public_keys(public(key))[0])
    assert (directory / "manifest.json.sig").is_symlink()
    _, problems = verify_feeds(directory, public(make_key(tmp_path, "other")))
    assert "signed by another key" in problems[0]
    manifest = find_version(directory) / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"TLP:AMBER", b"TLP:CLEAR"))
    assert "they were changed" in verify_feeds(directory, public(key))[1][0]
    (find_version(directory) / "manifest.json.sig").unlink()
    assert "nothing shows who wrote it" in verify_feeds(directory, public(key))[1][0]
    require_whole(directory)
