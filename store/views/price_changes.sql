-- Every change of what an offer costs: the former and the new numbers, what both are worth, and the proof of the new.
SELECT
    observation.id AS observation_id,
    offer.key AS offer_id,
    offer.id AS offer_row,
    listing.source AS source,
    listing.url AS url,
    offer.kind AS kind,
    offer.provider AS provider,
    offer.product AS product,
    offer.label AS label,
    offer.per AS per,
    offer.direction AS direction,
    former.observed_at AS former_at,
    observation.observed_at AS changed_at,
    former.amount AS former_amount,
    former.currency AS former_currency,
    observation.amount AS amount,
    observation.currency AS currency,
    former.recharge AS former_recharge,
    observation.recharge AS recharge,
    former.group_multiplier AS former_group_multiplier,
    observation.group_multiplier AS group_multiplier,
    former.face_amount AS former_face_amount,
    observation.face_amount AS face_amount,
    former_value.ratio AS former_ratio,
    value.ratio AS ratio,
    CASE
        WHEN former_value.ratio_n > 0 AND value.ratio_n IS NOT NULL
            THEN 100.0 * (value.ratio_n / former_value.ratio_n - 1)
        WHEN former.currency = observation.currency AND former.amount_n > 0
            THEN 100.0 * (observation.amount_n / former.amount_n - 1)
    END AS change_percent_n,
    snapshot.sha256 AS proof,
    observation.pointer AS proof_pointer,
    observation.span_start AS proof_start,
    observation.span_end AS proof_end,
    former_snapshot.sha256 AS former_proof,
    former.pointer AS former_proof_pointer
FROM observation
JOIN observation AS former ON former.id = (
    SELECT earlier.id FROM observation AS earlier
    WHERE earlier.offer_id = observation.offer_id AND earlier.observed_at < observation.observed_at
    ORDER BY earlier.observed_at DESC LIMIT 1)
JOIN offer ON offer.id = observation.offer_id
JOIN listing ON listing.id = offer.listing_id
JOIN snapshot ON snapshot.id = observation.snapshot_id
JOIN snapshot AS former_snapshot ON former_snapshot.id = former.snapshot_id
LEFT JOIN valuation AS value ON value.observation_id = observation.id AND value.superseded_by IS NULL
LEFT JOIN valuation AS former_value
    ON former_value.observation_id = former.id AND former_value.superseded_by IS NULL
WHERE former.amount IS DISTINCT FROM observation.amount
    OR former.currency IS DISTINCT FROM observation.currency
    OR former.recharge IS DISTINCT FROM observation.recharge
    OR former.group_multiplier IS DISTINCT FROM observation.group_multiplier
    OR former.face_amount IS DISTINCT FROM observation.face_amount
    OR former.fraction IS DISTINCT FROM observation.fraction
