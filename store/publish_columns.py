"""Which columns of a published copy may name a person: every column of words is in one of these three, or a test fails."""

from __future__ import annotations

from collections.abc import Mapping

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "listing": ("key", "url"),
    "listing_text": ("title", "text"),
    "fact": ("key", "value"),
    "signal": ("words",),
    "hint": ("url",),
    "seller": ("key",),
    "seller_name": ("name",),
    "offer": ("key", "label"),
    "observation": ("price_text", "attributes"),
    "link_hop": ("words",),
    "snapshot": ("url",),
    "claim_sent": ("body",),
}
"""Words of a source, in which its persons' values are masked wherever they stand."""
SOURCE_OF: Mapping[str, str] = {
    "listing": "SELECT id, source FROM listing",
    "listing_text": "SELECT t.id, l.source FROM listing_text t JOIN listing l ON l.id = t.listing_id",
    "fact": "SELECT id, source FROM fact",
    "signal": "SELECT id, source FROM signal",
    "hint": "SELECT id, source FROM hint",
    "seller": "SELECT id, source FROM seller",
    "seller_name": "SELECT n.id, s.source FROM seller_name n JOIN seller s ON s.id = n.seller_id",
    "offer": "SELECT o.id, l.source FROM offer o JOIN listing l ON l.id = o.listing_id",
    "observation": "SELECT v.id, l.source FROM observation v JOIN offer o ON o.id = v.offer_id"
    " JOIN listing l ON l.id = o.listing_id WHERE v.price_text <> '' OR v.attributes <> ''",
    "link_hop": "SELECT h.rowid, s.source FROM link_hop h JOIN link k ON k.id = h.link_id"
    " JOIN seller s ON s.id = k.seller_id",
    "claim_sent": "SELECT t.id, s.source FROM claim_sent t JOIN claim c ON c.id = t.claim_id"
    " JOIN seller s ON s.id = c.seller_id",
    "snapshot": "SELECT n.id, r.source FROM snapshot n JOIN run r ON r.id = n.run_id",
}
"""The rows of each such table with their sources."""
BLANKED: Mapping[str, tuple[str, ...]] = {
    "purchase": ("buyer_alias", "authorised_by"),
    "probe": ("buyer_alias", "authorised_by"),
    "legal_hold": ("by",),
    "tombstone": ("by",),
    "custody_event": ("who",),
    "clear_release": ("who",),
    "judgement": ("why", "undone_why"),
    "known_withdrawal": ("value_key",),
}
"""Names of our own people and their free words, and hashes that might be guessed back to a number: they become `***`."""
VALUED: tuple[str, ...] = ("identifier", "known_value", "protected_value", "legal_hold")
"""Tables of a `kind` and a `value`, masked where the kind is a person's; what was `written` of one becomes `***`."""
OWN_WAY: Mapping[str, tuple[str, ...]] = {
    "sighting": ("written",),
    "link_hop": ("known_key",),
    "known_name": ("value", "skeleton", "mirror", "stem", "tail"),
    "known_span": ("key",),
    "run": ("reason",),
    "judgement": ("who", "undone_by"),
}
"""Columns masked by a rule of their own: as written, the known side of a hop, who brought a capture in, who judged."""
PLAIN: Mapping[str, tuple[str, ...]] = {
    "availability": ("provider", "product", "state", "region", "source"),
    "campaign_fact": ("campaign", "field", "value", "qualifier", "source"),
    "claim": ("id", "link_id", "status", "reason"),
    "claim_sent": ("receiver", "says", "directory", "claim_id"),
    "clear_release": ("receiver", "case_id"),
    "cluster_change": ("what", "cluster", "became"),
    "cluster_mark": ("what",),
    "cohort_count": ("provider", "plan", "country", "channel", "mail_class"),
    "custody_event": ("what", "case_id", "sha256", "words"),
    "doubted_offer": ("run_id", "offer_key"),
    "enforcement": ("scope", "provider", "plan", "region", "source"),
    "fact": ("pointer", "source", "name", "run_id"),
    "feed_version": ("directory", "manifest_sha256"),
    "forgotten_value": ("digest", "kind", "key_id"),
    "hint": ("pointer", "source", "why", "run_id"),
    "hub": ("rule",),
    "identifier": ("kind",),
    "import_batch": ("what", "file", "sha256"),
    "judgement": ("about", "says", "key"),
    "kind_rule": ("kind", "joins"),
    "known_account": ("provider", "account_ref"),
    "known_account_version": (
        "class_name", "reason", "campaign", "plan", "billing_country", "channel", "mail_class", "hold",
        "withdrawn_reason",
    ),
    "known_file": ("name",),
    "known_name": ("kind",),
    "known_span": ("kind",),
    "known_withdrawal": ("reason",),
    "known_value": ("kind", "digest", "pepper_id", "derivation"),
    "lease": ("source", "owner"),
    "legal_hold": ("case_id", "what", "kind"),
    "link": ("id", "level"),
    "link_hop": ("pointer", "link_id", "rule", "known_kind", "hop_key"),
    "link_mark": ("what", "seen"),
    "link_model": ("body",),
    "link_sample": ("week", "link_id"),
    "list_price": ("provider", "product", "currency", "per", "channel", "region", "source"),
    "listing": ("source",),
    "listing_text": ("pointer", "text_sha256", "groups", "words_sha256"),
    "model_list_price": ("provider", "model", "direction", "currency", "per", "channel", "region", "source"),
    "observation": (
        "pointer", "run_id", "currency", "face_currency", "recharge_currency", "no_ratio", "qualifier", "reader",
        "fingerprint",
    ),
    "offer": ("kind", "provider", "product", "per", "direction"),
    "outcome": ("outcome", "action", "claim_id"),
    "partial_sighting": ("pointer", "kind", "written", "role", "run_id", "reader"),
    "presence": ("opened_by", "closed_by"),
    "probe": ("canary", "request_id", "case_id"),
    "protected_value": ("kind", "reason"),
    "purchase": ("case_id",),
    "rate": ("currency", "source"),
    "run": ("id", "source", "reported", "verdict", "event"),
    "seller": ("source",),
    "seller_cluster": ("cluster",),
    "seller_name": ("pointer",),
    "sighting": ("pointer", "role", "run_id", "reader"),
    "signal": ("pointer", "source", "name", "run_id"),
    "snapshot": ("sha256", "media_type", "run_id", "warc_file", "role", "chain"),
    "source": ("name", "platform", "url"),
    "tombstone": ("what", "digest", "reason", "words", "file_before", "file_after"),
    "valuation": ("book", "reason", "face_currency", "path", "list_region", "list_channel"),
    "warned_value": ("kind", "value", "sort", "reason", "source"),
    "week_report": ("week", "page", "figures"),
}  # fmt: skip
"""What names nobody: codes, digests, prices, and the address of the watched place itself."""
