"""Wallet checksums, for the market's own tests: the addresses were made from random bytes, without keys."""

import hashlib

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
LANE = 2**64 - 1


def is_base58check(address: str, version: int) -> bool:
    """Return whether a Base58Check address (old Bitcoin 0x00, TRON 0x41) carries its checksum."""
    value = 0
    for letter in address:
        if letter not in BASE58:
            return False
        value = value * 58 + BASE58.index(letter)
    raw = value.to_bytes(25, "big") if value < 2**200 else b""
    digest = hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()
    return len(raw) == 25 and raw[0] == version and raw[21:] == digest[:4]


def is_bech32(address: str) -> bool:
    """Return whether a bc1q address carries its checksum."""
    prefix, _, data = address.lower().rpartition("1")
    if prefix != "bc" or any(letter not in BECH32 for letter in data):
        return False
    checksum = 1
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    for value in expanded + [BECH32.index(letter) for letter in data]:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, word in enumerate(GENERATOR):
            checksum ^= word if top >> bit & 1 else 0
    return checksum == 1


def is_eip55(address: str) -> bool:
    """Return whether the letters of an Ethereum address stand in the case that EIP-55 asks for."""
    letters = address.removeprefix("0x")
    digest = keccak256(letters.lower().encode()).hex()
    cased = "".join(c.upper() if int(d, 16) > 7 else c for c, d in zip(letters.lower(), digest, strict=False))
    return len(letters) == 40 and cased == letters


def keccak256(message: bytes) -> bytes:
    """Return the Keccak-256 digest: Ethereum's, which is not SHA3-256."""
    padded = bytearray(message) + b"\x01"
    padded += b"\0" * (-len(padded) % 136)
    padded[-1] |= 0x80
    state = [[0] * 5 for _ in range(5)]
    for start in range(0, len(padded), 136):
        for lane in range(17):
            word = padded[start + 8 * lane : start + 8 * lane + 8]
            state[lane % 5][lane // 5] ^= int.from_bytes(word, "little")
        for constant in _round_constants():
            _permute(state, constant)
    return b"".join(state[lane % 5][lane // 5].to_bytes(8, "little") for lane in range(4))


def _round_constants() -> list[int]:
    constants, register = [], 1
    for _ in range(24):
        constant = 0
        for power in range(7):
            constant |= (register & 1) << ((1 << power) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
        constants.append(constant)
    return constants


def _turn(lane: int, by: int) -> int:
    by %= 64
    return (lane << by | lane >> (64 - by)) & LANE


def _permute(state: list[list[int]], constant: int) -> None:
    parity = [a ^ b ^ c ^ d ^ e for a, b, c, d, e in state]
    for x in range(5):
        mixed = parity[x - 1] ^ _turn(parity[(x + 1) % 5], 1)
        state[x] = [lane ^ mixed for lane in state[x]]
    x, y, moved = 1, 0, state[1][0]
    for step in range(24):
        x, y = y, (2 * x + 3 * y) % 5
        moved, state[x][y] = state[x][y], _turn(moved, (step + 1) * (step + 2) // 2)
    for y in range(5):
        row = [state[x][y] for x in range(5)]
        for x in range(5):
            state[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5])
    state[0][0] ^= constant
