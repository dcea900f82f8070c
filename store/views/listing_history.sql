-- A listing's life, one event a row: its words and their edits, what its offers stated, when they stood and went.
SELECT
    listing.source AS source, listing.key AS listing_key, listing.url AS url, NULL AS offer_id,
    listing_text.seen_at AS at, 'words' AS event, listing_text.title AS detail,
    snapshot.sha256 AS proof, listing_text.pointer AS proof_pointer
FROM listing_text
JOIN listing ON listing.id = listing_text.listing_id
JOIN snapshot ON snapshot.id = listing_text.snapshot_id
UNION ALL
SELECT
    listing.source, listing.key, listing.url, offer.key,
    observation.observed_at, 'stated',
    COALESCE(observation.amount || ' ' || observation.currency,
        'x' || observation.group_multiplier, observation.price_text),
    snapshot.sha256, observation.pointer
FROM observation
JOIN offer ON offer.id = observation.offer_id
JOIN listing ON listing.id = offer.listing_id
JOIN snapshot ON snapshot.id = observation.snapshot_id
UNION ALL
SELECT
    listing.source, listing.key, listing.url, offer.key,
    presence.from_at, 'appeared', presence.opened_by, NULL, NULL
FROM presence
JOIN offer ON offer.id = presence.offer_id
JOIN listing ON listing.id = offer.listing_id
UNION ALL
SELECT
    listing.source, listing.key, listing.url, offer.key,
    presence.until_at, 'gone', presence.closed_by, NULL, NULL
FROM presence
JOIN offer ON offer.id = presence.offer_id
JOIN listing ON listing.id = offer.listing_id
WHERE presence.until_at IS NOT NULL
