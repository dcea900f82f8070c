-- Accounts that test purchases turned out to be: what was sold, by whom, and how the provider holds the account now.
SELECT
    purchase.case_id AS case_id,
    purchase.bought_on AS bought_on,
    listing.source AS source,
    seller.key AS seller,
    offer.key AS offer_id,
    offer.product AS product,
    known_account.provider AS provider,
    known_account.account_ref AS account_ref,
    known_account_version.class_name AS account_class,
    known_account_version.banned_at AS banned_at
FROM purchase
JOIN offer ON offer.id = purchase.offer_id
JOIN listing ON listing.id = offer.listing_id
JOIN seller ON seller.id = listing.seller_id
JOIN known_account ON known_account.id = purchase.account_id
LEFT JOIN known_account_version
    ON known_account_version.account_id = known_account.id AND known_account_version.valid_until IS NULL
