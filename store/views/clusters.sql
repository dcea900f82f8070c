-- Sellers joined by strong identifiers that they share: each cluster's size, reach, first seller and linked accounts.
SELECT
    stands.cluster AS cluster,
    COUNT(DISTINCT stands.seller_id) AS sellers,
    COUNT(DISTINCT seller.source) AS sources,
    COUNT(DISTINCT claim.account_id) AS accounts,
    MIN(stands.seller_id) AS first_seller_id
FROM seller_cluster AS stands
JOIN seller ON seller.id = stands.seller_id
LEFT JOIN claim ON claim.seller_id = stands.seller_id AND claim.status = 'active'
GROUP BY stands.cluster
