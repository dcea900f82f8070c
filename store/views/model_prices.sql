-- What each model costs in each open group of its station: the parts, exact; store.model_prices multiplies them.
-- price_n is for sorting alone: base x group x money paid / site dollars received / rate, in US dollars; ratio_n is its
-- share of the provider's list price.
WITH open_group AS MATERIALIZED (
    SELECT * FROM offers_now
    WHERE kind = 'relay' AND amount IS NULL AND group_multiplier IS NOT NULL AND label <> ''
),
priced AS (
    SELECT
        model.offer_id AS offer_id,
        model.offer_row AS offer_row,
        model.source AS source,
        model.seller_id AS seller_id,
        model.url AS url,
        model.provider AS provider,
        model.product AS product,
        model.title AS model,
        open_group.offer_id AS group_offer_id,
        open_group.label AS group_name,
        model.direction AS direction,
        model.per AS per,
        model.amount AS base_amount,
        model.currency AS base_currency,
        open_group.group_multiplier AS group_multiplier,
        CASE WHEN shop.id IS NULL THEN model.recharge ELSE shop.amount END AS paid_amount,
        CASE WHEN shop.id IS NULL THEN model.recharge_currency ELSE shop.currency END AS paid_currency,
        CASE WHEN shop.id IS NULL THEN '1' ELSE shop.face_amount END AS paid_for,
        shop.id AS joined_observation_id,
        model.observed_at AS observed_at,
        open_group.observed_at AS group_observed_at,
        model.confirmed_at AS confirmed_at,
        model.proof AS proof,
        model.proof_pointer AS proof_pointer,
        open_group.proof AS group_proof,
        open_group.proof_pointer AS group_proof_pointer
    FROM offers_now AS model
    JOIN listing_text ON listing_text.id = (
        SELECT latest.id FROM listing_text AS latest WHERE latest.listing_id = model.listing_id
        ORDER BY latest.seen_at DESC LIMIT 1)
    CROSS JOIN json_each(CASE WHEN listing_text.groups = '' THEN '[]' ELSE listing_text.groups END) AS named
    JOIN open_group ON open_group.source = model.source AND open_group.label = named.value
    LEFT JOIN observation AS shop ON shop.id = model.joined_observation_id
    WHERE model.kind = 'relay' AND model.amount IS NOT NULL AND model.attributes <> ''
        AND json_extract(model.attributes, '$.basis') = 'group ratio 1'
)
SELECT
    priced.*,
    CASE WHEN priced.paid_currency = 'USD' THEN '1' ELSE rate.per_usd END AS per_usd,
    rate.day AS rate_day,
    listed.amount AS list_amount,
    listed.currency AS list_currency,
    CAST(priced.base_amount AS DOUBLE PRECISION) * CAST(priced.group_multiplier AS DOUBLE PRECISION) AS site_price_n,
    CAST(priced.base_amount AS DOUBLE PRECISION) * CAST(priced.group_multiplier AS DOUBLE PRECISION) * CAST(priced.paid_amount AS DOUBLE PRECISION)
        / CAST(priced.paid_for AS DOUBLE PRECISION)
        / CAST(CASE WHEN priced.paid_currency = 'USD' THEN '1' ELSE rate.per_usd END AS DOUBLE PRECISION) AS price_n,
    CAST(priced.base_amount AS DOUBLE PRECISION) * CAST(priced.group_multiplier AS DOUBLE PRECISION) * CAST(priced.paid_amount AS DOUBLE PRECISION)
        / CAST(priced.paid_for AS DOUBLE PRECISION)
        / CAST(CASE WHEN priced.paid_currency = 'USD' THEN '1' ELSE rate.per_usd END AS DOUBLE PRECISION)
        / CASE WHEN listed.currency = 'USD' THEN CAST(listed.amount AS DOUBLE PRECISION) END AS ratio_n
FROM priced
LEFT JOIN rate ON rate.currency = priced.paid_currency AND rate.day = (
    SELECT MAX(known.day) FROM rate AS known
    WHERE known.currency = priced.paid_currency AND known.day <= substr(priced.confirmed_at, 1, 10))
LEFT JOIN model_list_price AS listed ON listed.id = (
    SELECT one.id FROM model_list_price AS one
    WHERE one.model = priced.product AND one.direction = priced.direction AND one.channel = 'api' AND one.region = ''
        AND one.from_day <= substr(priced.confirmed_at, 1, 10)
        AND (one.until_day IS NULL OR one.until_day > substr(priced.confirmed_at, 1, 10))
    ORDER BY one.from_day DESC LIMIT 1)
