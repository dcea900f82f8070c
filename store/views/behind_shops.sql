-- Suppliers and promoters behind sellers: whose code or contact several of them show as another's.
SELECT
    sighting.role AS role,
    identifier.kind AS kind,
    identifier.value AS value,
    COUNT(DISTINCT sighting.seller_id) AS sellers,
    COUNT(DISTINCT seller.source) AS sources,
    MIN(sighting.first_seen_at) AS first_seen_at,
    MIN(snapshot.url) AS url
FROM sighting
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN seller ON seller.id = sighting.seller_id
JOIN snapshot ON snapshot.id = sighting.snapshot_id
WHERE sighting.role IN ('supplier', 'promoter') OR identifier.kind = 'agent_code'
GROUP BY identifier.kind, identifier.value, sighting.role, identifier.id
