-- Contacts and accounts seen for the first time in the last 24 hours, whoever shows them.
SELECT
    identifier.kind AS kind,
    identifier.value AS value,
    MIN(sighting.role) AS role,
    MIN(seller.source) AS source,
    MIN(seller.key) AS seller,
    COUNT(DISTINCT sighting.seller_id) AS sellers,
    MIN(sighting.first_seen_at) AS first_seen_at,
    MIN(snapshot.url) AS url
FROM sighting
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN seller ON seller.id = sighting.seller_id
JOIN snapshot ON snapshot.id = sighting.snapshot_id
GROUP BY identifier.kind, identifier.value, identifier.id
HAVING MIN(sighting.first_seen_at) > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 days')
