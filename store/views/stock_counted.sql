-- Stock on sale, counted once where agents sell one supplier's goods by one text; what it would cost at the list price.
-- loss_usd_n is what the provider would have been paid beyond the seller's price, for accounts and credit with a ratio.
WITH shown AS (
    SELECT
        offers_now.kind AS kind,
        offers_now.provider AS provider,
        offers_now.product AS product,
        CASE WHEN listing_text.words_sha256 <> '' THEN listing_text.words_sha256 ELSE offers_now.offer_id END AS words,
        offers_now.source AS source,
        offers_now.stock AS stock,
        offers_now.usd_n AS usd_n,
        offers_now.ratio_n AS ratio_n
    FROM offers_now
    JOIN listing_text ON listing_text.id = (
        SELECT latest.id FROM listing_text AS latest WHERE latest.listing_id = offers_now.listing_id
        ORDER BY latest.seen_at DESC LIMIT 1)
    WHERE offers_now.stock > 0
),
once AS (
    SELECT
        kind, provider, product, words,
        COUNT(DISTINCT source) AS shops,
        SUM(stock) AS stated,
        MAX(stock) AS counted,
        MIN(CASE WHEN ratio_n > 0 THEN usd_n / ratio_n - usd_n END) AS loss_each_n
    FROM shown
    GROUP BY kind, provider, product, words
)
SELECT
    kind, provider, product,
    COUNT(*) AS goods,
    SUM(shops) AS shops,
    SUM(stated) AS stock_stated,
    SUM(counted) AS stock_once,
    SUM(counted * loss_each_n) AS loss_usd_n
FROM once
GROUP BY kind, provider, product
