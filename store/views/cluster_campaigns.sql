-- Campaigns spread to clusters as counts: how many of a campaign's known accounts are linked to a cluster's sellers.
SELECT
    stands.cluster AS cluster,
    version.campaign AS campaign,
    account.provider AS provider,
    COUNT(DISTINCT account.id) AS accounts
FROM claim
JOIN seller_cluster AS stands ON stands.seller_id = claim.seller_id
JOIN known_account AS account ON account.id = claim.account_id
JOIN known_account_version AS version ON version.account_id = account.id AND version.valid_until IS NULL
WHERE claim.status = 'active'
GROUP BY stands.cluster, version.campaign, account.provider
