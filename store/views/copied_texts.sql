-- One text, its numbers aside, with three sellers or more: a campaign, or one hand behind several names.
SELECT
    listing_text.words_sha256 AS words_sha256,
    COUNT(DISTINCT listing.seller_id) AS sellers,
    COUNT(DISTINCT listing.source) AS sources,
    COUNT(DISTINCT listing.id) AS listings,
    MIN(listing_text.seen_at) AS first_seen_at,
    MAX(listing_text.seen_at) AS last_seen_at,
    MIN(CASE WHEN listing_text.title <> '' THEN listing_text.title ELSE substr(listing_text.text, 1, 80) END) AS title,
    MIN(listing.url) AS url
FROM listing_text
JOIN listing ON listing.id = listing_text.listing_id
WHERE listing_text.words_sha256 <> ''
GROUP BY listing_text.words_sha256
HAVING COUNT(DISTINCT listing.seller_id) >= 3
