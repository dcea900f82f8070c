-- The supplier behind each shop: agent codes and contacts shown as a supplier's; they join shops to it, not to each other.
SELECT
    identifier.kind AS kind,
    identifier.value AS value,
    seller.source AS source,
    seller.key AS seller,
    stands.cluster AS cluster,
    (
        SELECT COUNT(DISTINCT other.seller_id) FROM sighting AS other
        WHERE other.identifier_id = identifier.id AND (other.role = 'supplier' OR identifier.kind = 'agent_code')
    ) AS shops,
    (
        SELECT MIN(upstream.source || '/' || upstream.key) FROM sighting AS own
        JOIN seller AS upstream ON upstream.id = own.seller_id
        WHERE own.identifier_id = identifier.id AND own.role = 'operator' AND identifier.kind <> 'agent_code'
    ) AS supplier,
    MIN(sighting.first_seen_at) AS first_seen_at,
    MIN(snapshot.url) AS url,
    seller.id AS seller_id
FROM sighting
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN seller ON seller.id = sighting.seller_id
JOIN snapshot ON snapshot.id = sighting.snapshot_id
LEFT JOIN seller_cluster AS stands ON stands.seller_id = seller.id
WHERE sighting.role = 'supplier' OR identifier.kind = 'agent_code'
GROUP BY identifier.kind, identifier.value, identifier.id, seller.source, seller.key, seller.id, stands.cluster
