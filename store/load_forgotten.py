"""A bundle without the values that were forgotten: its sightings of them drop, its words and pages are masked."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from store.errors import UserError
from store.evidence_files import find_members
from store.forget_key import NAME, forget_key, value_digest
from store.forget_words import masked_key
from store.load_read import Bundle
from store.masking import mask_body, mask_pattern, mask_text
from store.records import Offer
from store.run_records import PageRecord
from store.schema import TABLES

MASKED = "masked.warc.gz"


def without_forgotten(connection: Connection, bundle: Bundle, evidence_dir: Path) -> Bundle:
    """Take the forgotten values out of a bundle before anything of it is kept.

    Raises:
        UserError: where values were forgotten and the key that tells them is gone.
    """
    table = TABLES["forgotten_value"]
    digests = set(connection.execute(select(table.c.digest)).scalars())
    if not digests:
        return bundle
    key = forget_key(evidence_dir)
    if key is None:
        raise UserError(
            f"{evidence_dir / NAME} is gone, and forgotten values are known by it alone: restore it"
        )
    gone = [
        one
        for one in bundle.sightings
        if value_digest(key, one.identifier.kind, one.identifier.normalised) in digests
    ]
    if not gone:
        return bundle
    forms = {form for one in gone for form in (one.identifier.value, one.identifier.normalised)}
    pattern = mask_pattern(forms)
    assert pattern is not None
    dropped = {id(one) for one in gone}
    kept = replace(bundle, sightings=[one for one in bundle.sightings if id(one) not in dropped])
    return _masked(kept, pattern)


def _masked(bundle: Bundle, pattern: re.Pattern[str]) -> Bundle:
    moved = _mask_pages(bundle, pattern)
    target = bundle.path / MASKED

    def at(record: Any, **words: str) -> Any:  # noqa: ANN401 - one of eight records
        masked = {name: mask_text(word, pattern) for name, word in words.items()}
        return replace(record, snapshot=moved[record.snapshot], **masked)

    def shown(record: Any) -> Any:  # noqa: ANN401 - one of two records
        return replace(at(record), seller_key=masked_key(record.seller_key, pattern))

    return replace(
        bundle,
        masked=target,
        members={member.sha256: member for member in find_members(target)},
        pages={
            page.snapshot: page
            for page in (_masked_page(page, moved, pattern) for page in bundle.pages.values())
        },
        facts=[at(one, value=one.value) for one in bundle.facts],
        listings={
            key: replace(
                at(one, title=one.title, text=one.text, url=one.url, seller_name=one.seller_name),
                seller_key=masked_key(one.seller_key, pattern),
            )
            for key, one in bundle.listings.items()
        },
        offers={
            key: replace(at(one, price_text=one.price_text), offer=_masked_offer(one.offer, pattern))
            for key, one in bundle.offers.items()
        },
        sightings=[shown(one) for one in bundle.sightings],
        partials=[shown(one) for one in bundle.partials],
        signals=[
            replace(at(one), signal=replace(one.signal, words=mask_text(one.signal.words, pattern)))
            for one in bundle.signals
        ],
        hints=[at(one, url=one.url) for one in bundle.hints],
    )


def _masked_page(page: PageRecord, moved: Mapping[str, str], pattern: re.Pattern[str]) -> PageRecord:
    digest = moved.get(page.snapshot, page.snapshot)
    # letters of a picture cannot be masked any more: one that shows the value is not kept
    screenshot = page.screenshot if digest == page.snapshot else ""
    return replace(page, snapshot=digest, url=mask_text(page.url, pattern), screenshot=screenshot)


def _masked_offer(offer: Offer, pattern: re.Pattern[str]) -> Offer:
    stated = tuple((name, mask_text(value, pattern)) for name, value in offer.attributes)
    return replace(offer, label=mask_text(offer.label, pattern), attributes=stated)


def _mask_pages(bundle: Bundle, pattern: re.Pattern[str]) -> dict[str, str]:
    """Write the bundle's pages anew, masked where they name the value; gives each page's digest by its former one."""
    moved: dict[str, str] = {}
    with bundle.warc.open("rb") as origin, (bundle.path / MASKED).open("wb") as target:
        writer = WARCWriter(target, gzip=True)
        for digest, member in bundle.members.items():
            origin.seek(member.offset)
            packed = origin.read(member.length)
            record = next(iter(ArchiveIterator(io.BytesIO(packed))))
            body = record.raw_stream.read()
            masked = mask_body(body, pattern) if record.rec_type == "response" else body
            moved[digest] = hashlib.sha256(masked).hexdigest()
            if masked == body:
                target.write(packed)
                continue
            http = record.http_headers
            said = {
                name: record.rec_headers.get_header(name) for name in ("WARC-Date", "WARC-IP-Address")
            } | {"WARC-Payload-Digest": f"sha256:{moved[digest]}"}
            url = mask_text(record.rec_headers.get_header("WARC-Target-URI"), pattern)
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(masked), length=len(masked), http_headers=http,
                    warc_headers_dict={name: value for name, value in said.items() if value},
                )
            )  # fmt: skip
    return moved
