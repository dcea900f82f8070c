"""Secrets out of a page before anything else sees it: keys and session tokens, card numbers, passwords.

Pure, linear, on bytes. A key becomes `[[api_key:prefix:sha256]]`, a card number `[[card]]`, a password `[[password]]`.
A mark that a page already holds is broken first, so that nobody plants one; scrubbing twice therefore breaks the
marks of the first time, and a scrubbed page is never scrubbed again.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

import re2

from crawlers.cards import mask_cards
from crawlers.passwords import mask_passwords
from crawlers.reading.identifiers.key_shapes import KEY_SHAPES, is_sample

_BINARY = ("image/", "audio/", "video/", "font/", "application/zip", "application/gzip", "application/pdf")

_OPEN = r"(?:\[|&#0{0,5}91;|&#[xX]0{0,5}5[bB];|&lbrack;|&lsqb;|%5[bB]|\\u005[bB]|\\x5[bB])"
_WORD = r"(?:api(?:_|&#0{0,5}95;|&#[xX]0{0,5}5[fF];|&lowbar;|%5[fF]|\\u005[fF])key|card|password)"
_PLANTED = re2.compile(rf"({_OPEN})({_OPEN}{_WORD})".encode())

_ANY_KEY = "(" + "|".join(prefix + body for _, prefix, body in KEY_SHAPES) + ")"
_KEYS = re2.compile(rf"(?:^|[^A-Za-z0-9_-]){_ANY_KEY}".encode())
_GLUED = re2.compile(_ANY_KEY.encode())
_PREFIXES = tuple(re.compile(prefix) for _, prefix, _ in KEY_SHAPES)
_WHOLE = tuple(re2.compile(prefix + body) for _, prefix, body in KEY_SHAPES)
_NAMED = re2.compile(
    rb"""(?i)(?:aws_secret_access_key|secret_?access_?key|refresh_?token|access_?token|session_?token|session_?key|id_?token"""
    rb"""|client_?secret|api_?key|apikey|secret_?key)(?:"|')?\s{0,4}[:=]\s{0,4}(?:"|')?([A-Za-z0-9._/+=~-]{20,})"""
)
_AFTER_AWS = re2.compile(rb"(?:AKIA|ASIA)[A-Z0-9]{16}[\s:|,;/-]{1,8}([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)")
_VARIED = 10
"""Different letters that a secret of unknown shape must have: `your_api_key_goes_here` is none."""

# What a page may put between a key's letters, or instead of them, and a reader never sees.
_JOINT = (
    r"(?:</?(?:wbr|b|i|u|em|strong|span|font|mark|code)(?:\s[^<>]{0,200})?/?>|&shy;|&#0{0,5}173;|&#8203;|&#x200b;"
    "|&zerowidthspace;|[\u200b-\u200f\u2060\ufeff\u00ad]" + r"|\\u200[b-f])"
)
_JOINTS = re2.compile(f"(?i){_JOINT}".encode())
# Joints between two letters of a key, or at a code beside one: others hide none.
_JOINED = re2.compile(rf"(?i)[A-Za-z0-9_.:@|/+=-]{_JOINT}+[A-Za-z0-9_.:@|/+=-]".encode())
# Codes of a key's letters: any other sign in code is none of a key's.
_CODED = re2.compile(
    rb"(?i)&#(?:0{0,5}(?:4[35-9]|5[0-8]|6[14-9]|[78][0-9]|9[057-9]|1[01][0-9]|12[0-24])|x0{0,5}(?:2[bdef]|3[0-9ad]|4[0-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ac]));"
    rb"|&(?:lowbar|hyphen|dash|period|colon|commat);|\\u00[2-7][0-9a-f]|\\x[2-7][0-9a-f]|%[2-7][0-9a-f]"
)
_MOST_CODES = 50_000
"""Codes undone in one page; a page of nothing else would take seconds."""
_PLAIN_LETTER = re.compile(r"[A-Za-z0-9_.:@|/+=-]")


def scrub(body: bytes, media_type: str) -> bytes:
    """Mark the secrets of a page's body (UTF-8 or binary); pictures, sound and archives are left as they are."""
    if media_type.lower().startswith(_BINARY) and "svg" not in media_type.lower():
        return body
    return _scrub(body, json="json" in media_type.lower())


def scrub_text(text: str) -> str:
    """Mark the secrets of a text, such as a header's value."""
    return _scrub(text.encode("utf-8", "surrogatepass"), json=False).decode("utf-8", "surrogatepass")


def scrub_url(url: str) -> str:
    """Mark the secrets in an address and drop its user and password."""
    url = re.sub(r"^([A-Za-z][A-Za-z0-9+.-]{0,20}://)[^/?#@]{0,500}@", r"\1", url)
    return scrub_text(url)


def break_marks(body: bytes) -> bytes:
    """Part the brackets of whatever looks like one of our marks."""
    return bytes(_PLANTED.sub(rb"\1 \2", body)) if _PLANTED.search(body) else body


def _scrub(body: bytes, *, json: bool) -> bytes:
    body = break_marks(body)
    shown = _shown(body)
    if shown != body and _count(shown) > _count(body):
        # Secrets written in pieces or in codes: the reader would see them whole, so they are marked whole.
        body = break_marks(shown)
    body = _mask_keys(body)
    body = mask_passwords(body)
    return mask_cards(body, json=json)


def _shown(body: bytes) -> bytes:
    """Give the body as a reader sees its letters, without invisible joints and codes of plain letters."""
    if not _CODED.search(body) and not _JOINED.search(body):
        return body
    return bytes(_CODED.sub(_decoded, bytes(_JOINTS.sub(b"", body, _MOST_CODES)), _MOST_CODES))


def _decoded(found: re.Match[bytes]) -> bytes:
    coded = found[0].decode("ascii")
    if coded[0] == "&":
        letter = html.unescape(coded)
    elif coded[0] == "%":
        letter = unquote(coded)
    else:
        letter = chr(int(coded.lstrip("\\ux"), base=16))
    return letter.encode() if _PLAIN_LETTER.fullmatch(letter) else found[0]


def _keys(body: bytes) -> Iterator[tuple[int, int]]:
    """Give where each key stands; one glued to the end of another has no edge of its own."""
    for edged in _KEYS.finditer(body):
        key: re.Match[bytes] | None = edged
        while key is not None:
            first, last = key.span(1)
            if not is_sample(body[first:last].decode("ascii")):
                yield first, last
            key = _GLUED.match(body, last)


def _count(body: bytes) -> int:
    return sum(1 for _ in _keys(body))


def _mask_keys(body: bytes) -> bytes:
    """Mark keys of a known shape, then values that a name calls secret."""
    body = bytes(_AFTER_AWS.sub(lambda found: _with_mark(found, "aws-secret"), body))
    pieces: list[bytes] = []
    at = 0
    for first, last in _keys(body):
        pieces += (body[at:first], mark(body[first:last].decode("ascii")))
        at = last
    if pieces:
        body = b"".join((*pieces, body[at:]))
    return bytes(_NAMED.sub(_masked_named, body)) if _NAMED.search(body) else body


def mark(key: str) -> bytes:
    """Give the mark that stands for a key: its readable beginning and its SHA-256."""
    heads = (head.match(key) for head, whole in zip(_PREFIXES, _WHOLE, strict=True) if whole.fullmatch(key))
    head = next((found[0] for found in heads if found), "key")
    return f"[[api_key:{head.rstrip('-_.')}:{hashlib.sha256(key.encode()).hexdigest()}]]".encode()


def _masked_named(found: re.Match[bytes]) -> bytes:
    value = found[1]
    if len(set(value)) < _VARIED or not any(48 <= letter <= 57 for letter in value):  # noqa: PLR2004 - ASCII digits
        return found[0]
    return _with_mark(found, "token")


def _with_mark(found: re.Match[bytes], head: str) -> bytes:
    digest = hashlib.sha256(found[1]).hexdigest()
    first, last = found.start(1) - found.start(), found.end(1) - found.start()
    return found[0][:first] + f"[[api_key:{head}:{digest}]]".encode() + found[0][last:]
