-- What stands on sale with a known ratio, the cheapest first: the few columns that most questions need.
SELECT
    ratio, source, seller, kind, provider, product, amount AS price, currency, title, url, present_since, offer_id,
    ratio_n, amount_n AS price_n, usd_n
FROM offers_now
WHERE worth_n >= 0 AND worth_n = ratio_n AND NOT coupon
ORDER BY worth_n, source, offer_id
