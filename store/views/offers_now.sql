-- Offers that stand now: what each last stated, what that is worth, since when it stands, and the proof.
-- offer_id is the feeds' own; offer_row is the number by which the tables name the offer.
SELECT
    offer.key AS offer_id,
    offer.id AS offer_row,
    listing.source AS source,
    source.platform AS platform,
    seller.id AS seller_id,
    seller.key AS seller,
    (SELECT seller_name.name FROM seller_name WHERE seller_name.seller_id = seller.id
     ORDER BY seller_name.first_seen_at DESC, seller_name.id DESC LIMIT 1) AS seller_name,
    listing.id AS listing_id,
    listing.key AS listing_key,
    listing.url AS url,
    (SELECT CASE WHEN listing_text.title <> '' THEN listing_text.title ELSE
         substr(substr(listing_text.text, 1, instr(listing_text.text || '
', '
') - 1), 1, 80) END
     FROM listing_text WHERE listing_text.listing_id = listing.id
     ORDER BY listing_text.seen_at DESC LIMIT 1) AS title,
    offer.kind AS kind,
    offer.provider AS provider,
    offer.product AS product,
    offer.label AS label,
    offer.per AS per,
    offer.direction AS direction,
    observation.amount AS amount,
    observation.amount_n AS amount_n,
    observation.currency AS currency,
    CASE observation.currency WHEN 'USD' THEN observation.amount_n ELSE observation.amount_n / (
        SELECT CAST(rate.per_usd AS DOUBLE PRECISION) FROM rate
        WHERE rate.currency = observation.currency AND rate.day <= substr(observation.observed_at, 1, 10)
        ORDER BY rate.day DESC LIMIT 1) END AS usd_n,
    coalesce(valuation.face_amount, observation.face_amount) AS face_amount,
    coalesce(valuation.face_currency, observation.face_currency) AS face_currency,
    observation.recharge AS recharge,
    observation.recharge_currency AS recharge_currency,
    observation.group_multiplier AS group_multiplier,
    observation.fraction AS fraction,
    observation.qualifier AS qualifier,
    observation.coupon AS coupon,
    observation.attributes AS attributes,
    observation.price_text AS price_text,
    (SELECT stock.amount FROM stock WHERE stock.offer_id = offer.id
     ORDER BY stock.seen_at DESC LIMIT 1) AS stock,
    valuation.ratio AS ratio,
    valuation.ratio_n AS ratio_n,
    offer.worth_n AS worth_n,
    CASE WHEN valuation.ratio IS NULL THEN valuation.reason END AS ratio_reason,
    valuation.path AS ratio_path,
    valuation.region_ratio AS region_ratio,
    valuation.list_region AS list_region,
    valuation.list_channel AS list_channel,
    valuation.book AS book,
    valuation.joined_observation_id AS joined_observation_id,
    presence.from_at AS present_since,
    presence.missing_since AS missing_since,
    observation.id AS observation_id,
    observation.observed_at AS observed_at,
    (SELECT run.finished_at FROM run
     WHERE run.source = listing.source AND run.verdict IN ('ok', 'empty') AND COALESCE(run.event, '') NOT IN ('late', 'imported')
     ORDER BY run.finished_at DESC LIMIT 1) AS confirmed_at,
    snapshot.sha256 AS proof,
    observation.pointer AS proof_pointer,
    observation.span_start AS proof_start,
    observation.span_end AS proof_end,
    observation.reader AS reader
FROM presence
JOIN offer ON offer.id = presence.offer_id
JOIN listing ON listing.id = offer.listing_id
JOIN source ON source.name = listing.source
JOIN seller ON seller.id = listing.seller_id
JOIN observation ON observation.id = (
    SELECT latest.id FROM observation AS latest WHERE latest.offer_id = offer.id
    ORDER BY latest.observed_at DESC LIMIT 1)
JOIN snapshot ON snapshot.id = observation.snapshot_id
LEFT JOIN valuation ON valuation.observation_id = observation.id AND valuation.superseded_by IS NULL
WHERE presence.until_at IS NULL
