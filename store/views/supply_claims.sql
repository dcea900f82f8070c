-- What sellers say that their supply is: each signal of a listing that stands, with the product, its worth and the words.
SELECT
    signal.name AS signal,
    offers_now.source AS source,
    offers_now.seller AS seller,
    offers_now.kind AS kind,
    offers_now.provider AS provider,
    offers_now.product AS product,
    offers_now.amount AS amount,
    offers_now.currency AS currency,
    offers_now.ratio AS ratio,
    offers_now.ratio_n AS ratio_n,
    signal.words AS words,
    offers_now.url AS url,
    signal.first_seen_at AS first_seen_at,
    snapshot.sha256 AS proof
FROM signal
JOIN offers_now ON offers_now.listing_id = signal.listing_id
JOIN snapshot ON snapshot.id = signal.snapshot_id
