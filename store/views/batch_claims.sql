-- Accounts on sale that say which batch they are of: region, mail, month of sign-up, delivery; to lay beside sign-ups.
SELECT
    source, seller, kind, provider, product,
    json_extract(attributes, '$.region') AS region,
    json_extract(attributes, '$.mail_class') AS mail_class,
    json_extract(attributes, '$.batch') AS batch,
    json_extract(attributes, '$.delivery') AS delivery,
    stock, amount, currency, ratio, title, url, observed_at, proof
FROM offers_now
WHERE attributes <> '' AND kind IN ('account', 'subscription', 'api_key')
    AND (json_extract(attributes, '$.region') IS NOT NULL OR json_extract(attributes, '$.mail_class') IS NOT NULL
        OR json_extract(attributes, '$.batch') IS NOT NULL OR json_extract(attributes, '$.delivery') IS NOT NULL)
