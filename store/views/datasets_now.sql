-- Logs, traces and conversations on sale: what they hold, of which models, how many, from where, and the price.
SELECT
    source, seller, provider,
    CASE WHEN attributes = '' THEN NULL ELSE json_extract(attributes, '$.content') END AS content,
    CASE WHEN attributes = '' THEN NULL ELSE json_extract(attributes, '$.models') END AS models,
    CASE WHEN attributes = '' THEN NULL ELSE json_extract(attributes, '$.records') END AS records,
    CASE WHEN attributes = '' THEN NULL ELSE json_extract(attributes, '$.origin') END AS origin,
    amount, currency,
    CASE WHEN attributes = '' THEN NULL ELSE json_extract(attributes, '$.price_per_1000_records') END
        AS price_per_1000_records,
    title, url, present_since, proof, proof_pointer
FROM offers_now
WHERE kind = 'dataset'
