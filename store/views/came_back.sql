-- Sellers who came back: one contact of an operator, shown by a seller whose offers all ended and by one who began later.
WITH life AS (
    SELECT
        listing.seller_id AS seller_id,
        MIN(presence.from_at) AS from_at,
        MAX(presence.until_at) AS until_at,
        COUNT(*) - COUNT(presence.until_at) AS standing
    FROM presence
    JOIN offer ON offer.id = presence.offer_id
    JOIN listing ON listing.id = offer.listing_id
    GROUP BY listing.seller_id
)
SELECT DISTINCT
    identifier.kind AS kind,
    identifier.value AS value,
    former.source AS former_source,
    former.key AS former_seller,
    ended.until_at AS ended_at,
    later.source AS source,
    later.key AS seller,
    began.from_at AS began_at,
    ROUND(CAST(julianday(began.from_at) - julianday(ended.until_at) AS NUMERIC), 1) AS days_away
FROM life AS ended
JOIN sighting AS shown ON shown.seller_id = ended.seller_id AND shown.role = 'operator'
JOIN sighting AS again ON again.identifier_id = shown.identifier_id AND again.role = 'operator'
JOIN life AS began ON began.seller_id = again.seller_id AND began.from_at > ended.until_at
JOIN identifier ON identifier.id = shown.identifier_id
JOIN seller AS former ON former.id = ended.seller_id
JOIN seller AS later ON later.id = began.seller_id
WHERE ended.standing = 0
