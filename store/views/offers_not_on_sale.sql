-- Offers that stand now of products that are not on public sale: withdrawn, in preview, or restricted.
SELECT
    availability.state AS state,
    availability.region AS region,
    availability.from_day AS since_day,
    availability.until_day AS until_day,
    availability.source AS says_who,
    standing.*
FROM availability
CROSS JOIN offer AS named
CROSS JOIN offers_now AS standing
WHERE named.product BETWEEN availability.product AND availability.product || '~'
    AND substr(named.product, 1, length(availability.product)) = availability.product
    AND named.provider || '' = availability.provider
    AND standing.offer_row = named.id
    AND availability.from_day <= substr(standing.confirmed_at, 1, 10)
    AND (availability.until_day IS NULL OR availability.until_day > substr(standing.confirmed_at, 1, 10))
