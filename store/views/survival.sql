-- How long offers live, by source, kind and product: how many came, how many stand, and how many days the gone ones stood.
SELECT
    listing.source AS source,
    offer.kind AS kind,
    offer.product AS product,
    COUNT(*) AS appeared,
    COUNT(*) - COUNT(presence.until_at) AS standing,
    COUNT(presence.until_at) AS gone,
    ROUND(CAST(AVG(julianday(presence.until_at) - julianday(presence.from_at)) AS NUMERIC), 1) AS mean_days_of_gone,
    ROUND(CAST(MAX(julianday(presence.until_at) - julianday(presence.from_at)) AS NUMERIC), 1) AS most_days_of_gone
FROM presence
JOIN offer ON offer.id = presence.offer_id
JOIN listing ON listing.id = offer.listing_id
GROUP BY listing.source, offer.kind, offer.product
