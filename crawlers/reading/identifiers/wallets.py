"""Checksums of wallet addresses (BIP 13, BIP 173, BIP 350, EIP 55, TRON's base58check)."""

from __future__ import annotations

import hashlib

import base58
import bech32m
from Crypto.Hash import keccak

_TRON, _P2PKH, _P2SH = 0x41, 0x00, 0x05
_BODY = 21


def base58_version(address: str) -> int | None:
    """Give the version byte of a base58check address of 20 bytes, or None where the checksum is wrong."""
    try:
        raw = base58.b58decode(address)
    except ValueError:
        return None
    if len(raw) != _BODY + 4:
        return None
    body, check = raw[:_BODY], raw[_BODY:]
    return body[0] if hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4] == check else None


def is_tron(address: str) -> bool:
    """Check a TRON address."""
    return base58_version(address) == _TRON


def is_bitcoin(address: str) -> bool:
    """Check a Bitcoin address: legacy, script, SegWit or Taproot."""
    if address.lower().startswith("bc1"):
        try:
            version, program = bech32m.decode("bc", address)
        except (ValueError, bech32m.DecodeError, TypeError, IndexError):
            return False
        return version is not None and program is not None
    return base58_version(address) in (_P2PKH, _P2SH)


def is_ethereum(address: str) -> bool:
    """Check an Ethereum address; one without capitals carries no checksum."""
    digits = address[2:]
    if digits in (digits.lower(), digits.upper()):
        return True
    digest = keccak.new(digest_bits=256, data=digits.lower().encode()).hexdigest()
    return all(
        letter == (letter.upper() if int(nibble, 16) >= _HALF else letter.lower())
        for letter, nibble in zip(digits, digest, strict=False)
    )


_HALF = 8
