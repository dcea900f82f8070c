-- What stands on sale with a known ratio, the cheapest first: the few columns that most questions need.
SELECT
    ratio, source, seller, kind, provider, product, amount AS price, currency, title, url, present_since, offer_id,
    ratio_n, amount_n AS price_n, usd_n
FROM offers_now
WHERE ratio_n IS NOT NULL AND NOT coupon
ORDER BY ratio_n, source, offer_id
