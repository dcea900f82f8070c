"""A STIX 2.1 bundle: sellers, known accounts, the claims between them, the pages that prove them, and what people say.

Ids are UUIDv5 of what they name, so that a bundle that is taken in twice makes no duplicate. Persons are masked.
A claim that was in a bundle of this directory before and may leave no more stays in it, revoked.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from store.claim_states import ClaimState
from store.exchange.leave import Left, Made, Scene, by_name, confidence, needs, write_version
from store.receivers.market import OnSale
from store.records import ACCOUNT_CLASSES

if TYPE_CHECKING:
    from store.feeds.settings import Settings

FORM, FILE = "stix", "bundle.json"
OURS = uuid5(NAMESPACE_URL, "https://resalewatch.example/stix")
SCO = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace of STIX for observables, whose ids everyone makes alike."""
TLP2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
MARKINGS = {
    "clear": "94868c89-83c2-464b-929b-a1a8aa3c8487",
    "green": "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "amber": "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "amber+strict": "939a9414-2ddd-4d32-a0cd-375ea402b003",
    "red": "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""The marking definitions of TLP 2.0, as OASIS published them."""
Object = dict[str, Any]
_URI = "%/:?#[]@!$&'()*+,;=~"
"""What stays as it is in an address; a backslash or a letter that is not ASCII makes it no URI to a validator."""


def write_stix(url: str, directory: Path, settings: Settings, now: datetime) -> Left:
    """Write the bundle into a directory of its own, and have the library read it before it leaves.

    Raises:
        UserError: where stix2 is not installed, the database is missing, or the directory cannot be written.
    """
    try:
        import stix2
    except ModuleNotFoundError as error:
        raise needs("stix", error) from error

    def make(scene: Scene) -> Made:
        objects = make_objects(scene)
        for one in objects:
            stix2.parse(one, version="2.1")
        digest = uuid5(OURS, hashlib.sha256(json.dumps(objects).encode()).hexdigest())
        body = {"type": "bundle", "id": f"bundle--{digest}", "objects": objects}
        counts = dict(Counter(one["type"] for one in objects))
        return {FILE: json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"}, counts, {}

    return write_version(url, directory, FORM, (settings, now), make)


def make_objects(scene: Scene) -> list[Object]:
    """Make all objects of a bundle in the order of their ids, the marking and our own identity first."""
    marking = _marking(scene.tlp)
    self = _sdo("identity", "resalewatch", marking["created"], name="resalewatch", identity_class="system")
    found: dict[str, Object] = {}
    for state, leaves, left_before in scene.claims():
        if leaves or left_before:
            for one in _of_claim(scene, state) if leaves else _revoked(scene, state):
                found.setdefault(one["id"], one)
    for one in found.values():
        one["object_marking_refs"] = [marking["id"]]
        if "created" in one:
            one["created_by_ref"] = self["id"]
    return [marking, self, *by_name(found)]


def _revoked(scene: Scene, state: ClaimState) -> Iterator[Object]:
    """Give what was in a bundle of this directory before and may leave no more."""
    ends = list(_ends(scene, state))
    yield _relation(scene, state, ends) | {"revoked": True, "modified": _stamp(scene.now)}
    yield from ends


def _of_claim(scene: Scene, state: ClaimState) -> Iterator[Object]:
    ends = list(_ends(scene, state))
    yield from ends
    yield _relation(scene, state, ends)
    for says, said in (
        ("strongly-agree", state.said.confirmed),
        ("strongly-disagree", dict.fromkeys(state.said.rejected)),
    ):
        for who, at in sorted(said.items()):
            moment = _stamp(at or state.last_change)
            yield _sdo(
                "opinion", f"{state.id} {who}", moment, opinion=says, object_refs=[_relation_id(state)]
            )
    for offer in scene.market.offers(state.seller_id):
        yield from _page(scene, state, offer)


def _ends(scene: Scene, state: ClaimState) -> Iterator[Object]:
    name = f"{state.source}/{scene.market.masked(state.seller, state.seller_id)}"
    yield _sdo(
        "identity", f"seller {state.source} {state.seller}", _stamp(state.first_linked_at), name=name,
        identity_class="unknown", description="A seller, as it goes by at a watched place.",
    )  # fmt: skip
    yield _sco("user-account", {"account_type": state.provider, "user_id": state.account_ref})


def _relation_id(state: ClaimState) -> str:
    return f"relationship--{uuid5(OURS, f'relationship {state.id}')}"


def _relation(scene: Scene, state: ClaimState, ends: Iterable[Object]) -> Object:
    seller, account = (one["id"] for one in ends)
    words = " | ".join("; ".join(hop.words for hop in path) for path in state.paths)
    proofs = {hop.sha256: hop.url for path in state.paths for hop in path}
    references: list[Object] = [{"source_name": "resalewatch", "external_id": state.id}]
    references += [
        {"source_name": "resalewatch snapshot", "external_id": digest, "hashes": {"SHA-256": digest}, "url": url}
        for digest, url in sorted(proofs.items()) if url.startswith(("http://", "https://"))
    ]  # fmt: skip
    said: Object = {
        "relationship_type": "related-to", "source_ref": seller, "target_ref": account, "external_references": references,
        "description": scene.market.masked(words, state.seller_id) or f"taken back: {state.reason or state.account_class}",
        "modified": _stamp(max(state.last_change, state.first_linked_at)),
    }  # fmt: skip
    sure = confidence(state)
    if sure is not None:
        said["confidence"] = sure
    if state.account_class in ACCOUNT_CLASSES:
        said["labels"] = [f"account-{state.account_class}"]
    return _sdo("relationship", f"relationship {state.id}", _stamp(state.first_linked_at), **said)


def _page(scene: Scene, state: ClaimState, offer: OnSale) -> Iterator[Object]:
    """Give an offer's page: its address, that it was observed, the pattern that finds it, and that it was sighted."""
    if offer.live_at is None or scene.market.masked(offer.url, state.seller_id) != offer.url:
        return
    address = quote(offer.url, safe=_URI)
    url = _sco("url", {"value": address})
    seen = _stamp(offer.live_at)
    observed = _sdo(
        "observed-data", f"observed {offer.url}", seen, first_observed=seen, last_observed=seen, number_observed=1,
        object_refs=[url["id"]],
    )  # fmt: skip
    since = _stamp(state.first_linked_at)
    indicator = _sdo(
        "indicator", f"indicator {offer.url}", since, pattern=url_pattern(address), pattern_type="stix", valid_from=since,
        indicator_types=["anomalous-activity"], name="a page of a seller linked to a known account",
    )  # fmt: skip
    sighting = _sdo(
        "sighting", f"sighting {offer.url}", seen, first_seen=seen, last_seen=seen, count=1,
        sighting_of_ref=indicator["id"], observed_data_refs=[observed["id"]],
    )  # fmt: skip
    yield from (url, observed, indicator, sighting)


def url_pattern(url: str) -> str:
    r"""Write the pattern that finds an address; what would end its words is escaped.

    >>> print(url_pattern("https://x.example/'] OR [\\"))
    [url:value = 'https://x.example/\'] OR [\\']
    """
    return "[url:value = '{}']".format(re.sub(r"([\\'])", r"\\\1", url))


def _marking(tlp: str) -> Object:
    return {
        "type": "marking-definition", "spec_version": "2.1", "id": f"marking-definition--{MARKINGS[tlp]}",
        "created": "2022-10-01T00:00:00.000Z", "name": f"TLP:{tlp.upper()}",
        "extensions": {TLP2: {"extension_type": "property-extension", "tlp_2_0": tlp}},
    }  # fmt: skip


def _sdo(kind: str, about: str, created: str, **said: Any) -> Object:  # noqa: ANN401 - STIX's own
    head = {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{uuid5(OURS, about)}",
        "created": created,
        "modified": created,
    }
    return head | said


def _sco(kind: str, said: Object) -> Object:
    """Make an observable, its id by the rule of STIX 2.1, section 2.9: of its contributing properties as JCS writes them."""
    name = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {"type": kind, "spec_version": "2.1", "id": f"{kind}--{uuid5(SCO, name)}"} | said


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
