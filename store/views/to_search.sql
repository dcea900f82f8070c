-- What a provider may search its own base for: each value that an operator shows, how widely, and whether it is known.
-- `role` is operator where any seller shows it as their own; `hub_sellers` stands where it joins nobody.
SELECT
    identifier.kind AS kind,
    identifier.value AS value,
    COUNT(DISTINCT sighting.seller_id) AS sellers,
    COUNT(DISTINCT seller.source) AS sources,
    MIN(sighting.first_seen_at) AS first_seen_at,
    (SELECT COUNT(*) FROM known_account WHERE known_account.id IN (
        SELECT known_identifier.account_id FROM known_identifier
        WHERE known_identifier.kind = identifier.kind AND known_identifier.value = identifier.value
            AND known_identifier.valid_until IS NULL)) AS known_accounts,
    MIN(snapshot.url) AS url,
    MIN(sighting.role) AS role,
    MIN(stands.cluster) AS cluster,
    MAX(hub.sellers) AS hub_sellers
FROM sighting
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN seller ON seller.id = sighting.seller_id
JOIN snapshot ON snapshot.id = sighting.snapshot_id
LEFT JOIN seller_cluster AS stands ON stands.seller_id = sighting.seller_id
LEFT JOIN hub ON hub.identifier_id = identifier.id
WHERE sighting.role IN ('operator', 'unknown')
    AND identifier.kind IN ('email', 'phone', 'whatsapp', 'telegram', 'wechat', 'qq', 'zalo', 'line', 'username',
        'api_key', 'payment', 'crypto_btc', 'crypto_eth', 'crypto_tron', 'ip')
GROUP BY identifier.kind, identifier.value, identifier.id
