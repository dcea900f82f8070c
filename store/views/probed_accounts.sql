-- Accounts in whose logs the canaries of our probes stood: through which offer, when, and how the provider holds them now.
SELECT
    probe.case_id AS case_id,
    probe.sent_at AS sent_at,
    probe_answer.seen_at AS seen_at,
    listing.source AS source,
    seller.key AS seller,
    offer.key AS offer_id,
    offer.product AS product,
    known_account.provider AS provider,
    known_account.account_ref AS account_ref,
    known_account_version.class_name AS account_class,
    known_account_version.banned_at AS banned_at
FROM probe_answer
JOIN probe ON probe.id = probe_answer.probe_id
JOIN offer ON offer.id = probe.offer_id
JOIN listing ON listing.id = offer.listing_id
JOIN seller ON seller.id = listing.seller_id
JOIN known_account ON known_account.id = probe_answer.account_id
LEFT JOIN known_account_version
    ON known_account_version.account_id = known_account.id AND known_account_version.valid_until IS NULL
