"""Passwords in account lines (`mail----password`, `mail:password`, `密码：…`), masked in bytes. Pure."""

from __future__ import annotations

import re

import re2

MARK = b"[[password]]"

# A name of a host has no two dashes together: what comes after them is the password.
_LABEL = r"(?:xn--)?[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_MAIL = rf"[A-Za-z0-9._%+-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,4}}"
# Printable ASCII without quotes and angle brackets; and also without what parts the fields of a line.
_SIGNS = r"!#-&(-;=?-~"
_FIELD_SIGNS = r"!#-&(-9=?-{}~"
# All that follows the dashes belongs to the account: password, recovery mail, second factor.
_DASHED = re2.compile(rf"({_MAIL}-{{2,8}})([{_SIGNS}]{{4,}})".encode())
_LOGIN_DASHED = re2.compile(rf"(?:^|[\s>\"'])([A-Za-z0-9._+@]{{3,64}}-{{4}})([{_SIGNS}]{{6,}})".encode())
_PARTED = re2.compile(rf"({_MAIL}[:|;])([{_FIELD_SIGNS}]{{6,64}})".encode())
_LABELLED = re2.compile(
    (
        r"(?i)((?:password|passwd|passcode|pwd|密码|密碼|пароль|mật khẩu|contraseña|senha|kata sandi|passwort)"
        r"(?:\s{0,2}(?:is|是))?\s{0,2}(?::|：|=)\s{1,4}|(?:密码|密碼)(?::|：))"
        r"([!#-&*+./0-9=?-z|~-]{6,64})(?:[\s<]|$)"
    ).encode()
)
_NAMES = re2.compile("(?i)pass|pwd|密码|密碼|пароль|mật khẩu|contraseña|senha|kata sandi".encode())
_JSON = re2.compile(rb"(?i)(\"(?:password|passwd|pwd)\"\s{0,4}:\s{0,4}\")([!#-\[\]-~]{6,64})\"")
_LETTER = re.compile(rb"[A-Za-z]")
_DIGIT = re.compile(rb"[0-9]")
_SIGN = re.compile(rb"[!#$%^&*?~]")
_ELSE = re.compile(rb"(?i)https?:|@|\+|\[\[|www\.|t\.me")


def mask_passwords(body: bytes) -> bytes:
    """Put `[[password]]` in place of the passwords of account lines."""
    if b"@" in body or b"----" in body:
        body = _sub(_DASHED, body, any_value=True)
        body = _sub(_LOGIN_DASHED, body, any_value=False)
        body = _sub(_PARTED, body, any_value=False)
    if not _NAMES.search(body):
        return body
    body = _sub(_LABELLED, body, any_value=False)
    return _sub(_JSON, body, any_value=False)


def _sub(pattern: re.Pattern[bytes], body: bytes, *, any_value: bool) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for found in pattern.finditer(body):
        value = found[2]
        if value.startswith((b"[[", b"-")) or not (any_value or is_password(value)):
            continue
        pieces += (body[at : found.start(2)], MARK)
        at = found.end(2)
    if not pieces:
        return body
    pieces.append(body[at:])
    return b"".join(pieces)


def is_password(value: bytes) -> bool:
    """Tell a password from a word, a number, a link or a handle: letters with digits or signs."""
    if _ELSE.match(value):
        return False
    return _LETTER.search(value) is not None and (_DIGIT.search(value) or _SIGN.search(value)) is not None
