"""A feed directory for MISP: manifest.json, an event a watched place, hashes.csv; made and read by PyMISP.

Values that correlate are unique after case folding in the whole directory, for MISP drops rows that repeat one
(MISP/MISP#11117): of those that collide the first stays, the others are left out and counted. What names a person is
left out too.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from store.claim_states import ClaimState
from store.exchange.leave import Left, Made, Scene, confidence, needs, write_version
from store.publish_masks import PERSONAL
from store.receivers.market import OnSale
from store.records import plain

if TYPE_CHECKING:
    from pymisp import MISPEvent, MISPObject

    from store.feeds.settings import Settings

FORM = "misp"
OURS = uuid5(NAMESPACE_URL, "https://resalewatch.example/misp")
TEMPLATES = Path(__file__).with_name("templates")
COLLIDES, PERSON = "collides", "names_a_person"
_TYPES = {
    "domain": "domain", "host": "hostname", "crypto_btc": "btc", "crypto_eth": "text", "crypto_tron": "text", "shop": "text",
    "shop_item": "text", "icp": "text", "site_key": "text", "oauth_client": "text", "analytics": "text",
    "telegram_invite": "text", "discord_invite": "text", "qq_group": "text",
}  # fmt: skip
"""Kinds of identifiers that leave, by MISP's types; weak ones and those that name a person do not."""


def write_misp(url: str, directory: Path, settings: Settings, now: datetime) -> Left:
    """Write the feed into a directory of its own.

    Raises:
        UserError: where PyMISP is not installed, the database is missing, or the directory cannot be written.
    """
    try:
        import pymisp  # noqa: F401 - only whether it is there
    except ModuleNotFoundError as error:
        raise needs("misp", error) from error
    return write_version(url, directory, FORM, (settings, now), make_feed)


@cache
def template(name: str) -> dict[str, Any]:
    """Read one of our object templates."""
    found: dict[str, Any] = json.loads((TEMPLATES / name / "definition.json").read_text("utf-8"))
    return found


class _Values:
    """The values of the directory that correlate, folded; and what was left out."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def take(self, value: str) -> bool:
        """Take a value, unless one that folds to the same was taken."""
        folded = unicodedata.normalize("NFKC", value).casefold()
        if folded in self.taken:
            self.left_out[COLLIDES] += 1
            return False
        self.taken.add(folded)
        return True


def make_feed(scene: Scene) -> Made:
    """Make the files of the directory, the manifest last."""
    events: dict[str, MISPEvent] = {}
    values = _Values()
    sellers: set[int] = set()
    for state in scene.standing():
        if state.source not in events:
            events[state.source] = _event(scene, state)
        event = events[state.source]
        event.add_object(_claim_object(state))
        if state.seller_id in sellers:
            continue
        sellers.add(state.seller_id)
        for made in _offer_objects(scene, state, values):
            event.add_object(made)
        _add_identifiers(scene, state, event, values)
    files: dict[str, bytes] = {}
    manifest: dict[str, Any] = {}
    hashes: list[str] = []
    for _, event in sorted(events.items()):
        files[f"{event.uuid}.json"] = _json(event.to_feed(with_meta=False))
        manifest |= event.manifest
        hashes += [f"{digest},{event.uuid}\n" for digest in event.attributes_hashes("md5")]
    files["hashes.csv"] = "".join(hashes).encode()
    files["manifest.json"] = _json(manifest)
    objects = Counter(made.name for event in events.values() for made in event.objects)
    counts = {
        "event": len(events),
        **objects,
        "attribute": sum(len(event.attributes) for event in events.values()),
    }
    return files, counts, dict(sorted(values.left_out.items()))


def _json(value: Any) -> bytes:  # noqa: ANN401 - what PyMISP gives
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode() + b"\n"


def _event(scene: Scene, state: ClaimState) -> MISPEvent:
    from pymisp import MISPEvent, MISPOrganisation

    event = MISPEvent()
    event.uuid = str(uuid5(OURS, f"event {state.source}"))
    event.info = f"resalewatch: sellers at {state.source} linked to known accounts"
    event.set_date(state.first_linked_at.date())
    event.timestamp = scene.now
    event.publish_timestamp = scene.now
    event.published = True
    event.analysis, event.threat_level_id, event.distribution = 1, 3, 0
    organisation = MISPOrganisation()
    organisation.name, organisation.uuid = "resalewatch", str(uuid5(OURS, "organisation"))
    event.orgc = organisation
    event.add_tag(f"tlp:{scene.tlp}")
    return event


def _object(name: str, about: str, at: datetime) -> MISPObject:
    from pymisp import MISPObject

    made = MISPObject(name, strict=True, misp_objects_template_custom=template(name))
    made.uuid = str(uuid5(OURS, f"{name} {about}"))
    made.timestamp = at
    return made


def _add(made: MISPObject, relation: str, value: str | None) -> None:
    if value:
        at = made.timestamp
        made.add_attribute(
            relation, value=value, uuid=str(uuid5(OURS, f"{made.uuid} {relation}")), timestamp=at
        )


def _claim_object(state: ClaimState) -> MISPObject:
    made = _object("account-resale-claim", state.id, state.last_change)
    sure = confidence(state)
    for relation, value in (
        ("claim-id", state.id), ("provider", state.provider), ("level", state.level),
        ("confidence", None if sure is None else str(sure)),
        ("evidence", " ".join(sorted({hop.rule for path in state.paths for hop in path}))),
        ("snapshot-sha256", min(hop.sha256 for path in state.paths for hop in path)),
    ):  # fmt: skip
        _add(made, relation, value)
    return made


def _offer_objects(scene: Scene, state: ClaimState, values: _Values) -> Iterator[MISPObject]:
    for offer in scene.market.offers(state.seller_id):
        if scene.market.masked(offer.url, state.seller_id) != offer.url:
            values.left_out[PERSON] += 1
        elif values.take(offer.url):
            yield _offer_object(scene, state, offer)


def _offer_object(scene: Scene, state: ClaimState, offer: OnSale) -> MISPObject:
    made = _object("ai-account-offer", offer.offer_id, offer.live_at or state.last_change)
    for relation, value in (
        ("url", offer.url), ("offer-id", offer.offer_id), ("claim-id", state.id),
        ("words", scene.market.masked(offer.words, state.seller_id)),
        ("price", None if offer.amount is None else f"{plain(offer.amount)} {offer.currency or ''}".strip()),
        ("snapshot-sha256", offer.sha256),
        ("last-seen", None if offer.live_at is None else f"{offer.live_at:%Y-%m-%dT%H:%M:%SZ}"),
    ):  # fmt: skip
        _add(made, relation, value)
    return made


def _add_identifiers(scene: Scene, state: ClaimState, event: MISPEvent, values: _Values) -> None:
    shown = {
        (kind, value) for kind, value, _, role in scene.market.shown(state.seller_id) if role == "operator"
    }
    for kind, value in sorted(shown):
        if kind in PERSONAL:
            values.left_out[PERSON] += 1
        elif kind in _TYPES and values.take(value):
            event.add_attribute(
                _TYPES[kind], value, comment=f"{kind} shown by a seller at {state.source}", to_ids=False,
                uuid=str(uuid5(OURS, f"{kind} {value}")), timestamp=state.last_change,
            )  # fmt: skip
