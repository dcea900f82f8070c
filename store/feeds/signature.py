"""The signature of a manifest: Ed25519 in OpenSSH's format, made and checked here or by `ssh-keygen -Y`.

The format is OpenSSH's PROTOCOL.sshsig: the signed bytes name what they are for (`resalewatch-feeds`) and hold the
SHA-512 of the message, so that a signature of something else is none of a manifest.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_ssh_private_key

from store.errors import UserError

NAME = "manifest.json.sig"
NAMESPACE = "resalewatch-feeds"
_MAGIC, _VERSION, _HASH, _KEY_TYPE = b"SSHSIG", 1, b"sha512", b"ssh-ed25519"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_WIDTH, _LARGEST = 70, 64 << 10
_RAW = 32


def read_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key that `ssh-keygen -t ed25519` made without a passphrase.

    Raises:
        UserError: where it cannot be read, others may read it, or it is no such key.
    """
    try:
        if path.stat().st_mode & 0o077:
            raise UserError(f"others may read the key {path}: chmod 600 {path}")
        raw = path.read_bytes()[:_LARGEST]
        key = load_ssh_private_key(raw, password=None)
    except OSError as error:
        raise UserError(f"the key {path} cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UserError(
            f"{path} is no private key without passphrase: make one with ssh-keygen -t ed25519 -N '' -f FILE"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UserError(f"{path} is no Ed25519 key: make one with ssh-keygen -t ed25519 -N '' -f FILE")
    return key


def sign(message: bytes, key: Ed25519PrivateKey) -> bytes:
    """Sign a message, as text in OpenSSH's armour."""
    signature = _string(_KEY_TYPE) + _string(key.sign(_signed(message)))
    blob = (
        _MAGIC + struct.pack(">I", _VERSION) + _string(_blob(key.public_key())) + _string(NAMESPACE.encode())
    )
    blob += _string(b"") + _string(_HASH) + _string(signature)
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)]
    return "\n".join([_BEGIN, *lines, _END, ""]).encode()


def fingerprint(key: Ed25519PublicKey) -> str:
    """Name a public key as `ssh-keygen -l` does."""
    digest = base64.b64encode(hashlib.sha256(_blob(key)).digest()).decode()
    return f"SHA256:{digest.rstrip('=')}"


def read_public_keys(path: Path) -> list[Ed25519PublicKey]:
    """Read the Ed25519 keys of a .pub file, or of an allowed_signers file.

    Raises:
        UserError: where it cannot be read or holds none.
    """
    try:
        words = path.read_bytes()[:_LARGEST].decode("utf-8", "replace").splitlines()
    except OSError as error:
        raise UserError(f"the key {path} cannot be read: {error.strerror}") from error
    found = []
    for line in words:
        _, kind, rest = line.partition(_KEY_TYPE.decode())
        if kind and not line.startswith("#"):
            found += _keys_in(rest.split()[:1])
    if not found:
        raise UserError(f"{path} holds no Ed25519 public key: name the .pub file of the key that signs")
    return found


def check(message: bytes, signature: bytes, keys: list[Ed25519PublicKey]) -> str | None:
    """Say what is wrong with the signature of a message, None where it is one of these keys'."""
    try:
        signer, namespace, made = _taken_apart(signature)
    except (ValueError, struct.error):
        return "the signature is no SSH signature by an Ed25519 key"
    if namespace != NAMESPACE.encode():
        return f"the signature is not for {NAMESPACE}"
    if signer not in [_blob(key) for key in keys]:
        return f"it is signed by another key: {fingerprint(_key_of(signer))}"
    try:
        _key_of(signer).verify(made, _signed(message))
    except InvalidSignature:
        return "the signature is not of these bytes: they were changed after they were signed"
    return None


def _taken_apart(signature: bytes) -> tuple[bytes, bytes, bytes]:
    """Give the signer's key, the namespace and the raw signature.

    Raises:
        ValueError: where it is no such signature.
        struct.error: where it is cut off.
    """
    begin, *lines, end = signature[:_LARGEST].decode("ascii").strip().splitlines()
    blob = base64.b64decode("".join(lines), validate=True)
    if (begin, end) != (_BEGIN, _END) or blob[:6] != _MAGIC or struct.unpack(">I", blob[6:10]) != (_VERSION,):
        raise ValueError
    signer, namespace, _, digest, made = _strings(blob[10:], 5)
    kind, raw = _strings(made, 2)
    if digest != _HASH or kind != _KEY_TYPE:
        raise ValueError
    _key_of(signer)
    return signer, namespace, raw


def _signed(message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return _MAGIC + _string(NAMESPACE.encode()) + _string(b"") + _string(_HASH) + _string(digest)


def _blob(key: Ed25519PublicKey) -> bytes:
    return base64.b64decode(key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).split()[1])


def _key_of(blob: bytes) -> Ed25519PublicKey:
    kind, raw = _strings(blob, 2)
    if kind != _KEY_TYPE or len(raw) != _RAW:
        raise ValueError
    return Ed25519PublicKey.from_public_bytes(raw)


def _keys_in(words: list[str]) -> list[Ed25519PublicKey]:
    try:
        return [_key_of(base64.b64decode(word, validate=True)) for word in words]
    except (ValueError, struct.error, binascii.Error):
        return []


def _string(value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + value


def _strings(raw: bytes, count: int) -> list[bytes]:
    found = []
    for _ in range(count):
        (length,) = struct.unpack(">I", raw[:4])
        if len(raw) < length + 4:
            raise ValueError
        found.append(raw[4 : 4 + length])
        raw = raw[4 + length :]
    return found
