-- Claims with their ends: which seller is linked to which known account, how that account stands now, and why.
SELECT
    claim.id AS claim_id,
    claim.status AS status,
    seller.source AS source,
    seller.key AS seller,
    known_account.provider AS provider,
    known_account.account_ref AS account_ref,
    known_account_version.class_name AS account_class,
    known_account_version.campaign AS campaign,
    (SELECT COUNT(*) FROM offers_now WHERE offers_now.seller_id = seller.id) AS offers,
    claim.first_linked_at AS first_linked_at,
    claim.last_change AS last_change,
    CASE WHEN claim.reason <> '' THEN claim.reason ELSE
        (SELECT GROUP_CONCAT(link_hop.words, ' | ') FROM link_hop WHERE link_hop.link_id = claim.link_id)
    END AS why,
    seller.id AS seller_id
FROM claim
JOIN seller ON seller.id = claim.seller_id
JOIN known_account ON known_account.id = claim.account_id
LEFT JOIN known_account_version
    ON known_account_version.account_id = known_account.id AND known_account_version.valid_until IS NULL
