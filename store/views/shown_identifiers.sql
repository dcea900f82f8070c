-- Who shows which contact or account identifier: a row a value, seller and role; sellers counts all who show the value.
SELECT
    identifier.kind AS kind,
    identifier.value AS value,
    sighting.role AS role,
    seller.source AS source,
    seller.key AS seller,
    (SELECT COUNT(DISTINCT other.seller_id) FROM sighting AS other
     WHERE other.identifier_id = identifier.id) AS sellers,
    COUNT(DISTINCT sighting.listing_id) AS listings,
    MIN(sighting.first_seen_at) AS first_seen_at,
    MIN(snapshot.url) AS url,
    seller.id AS seller_id
FROM sighting
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN seller ON seller.id = sighting.seller_id
JOIN snapshot ON snapshot.id = sighting.snapshot_id
GROUP BY identifier.kind, identifier.value, seller.source, seller.key, sighting.role, identifier.id, seller.id
