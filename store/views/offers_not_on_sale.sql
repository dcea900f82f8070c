-- Offers that stand now of products that are not on public sale: withdrawn, in preview, or restricted.
SELECT
    availability.state AS state,
    availability.region AS region,
    availability.from_day AS since_day,
    availability.until_day AS until_day,
    availability.source AS says_who,
    offer.*
FROM offers_now AS offer
JOIN availability ON availability.provider = offer.provider
    AND substr(offer.product, 1, length(availability.product)) = availability.product
    AND availability.from_day <= substr(offer.confirmed_at, 1, 10)
    AND (availability.until_day IS NULL OR availability.until_day > substr(offer.confirmed_at, 1, 10))
