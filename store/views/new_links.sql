-- Claims that came up in the last day, with the hop that decided each and its proof.
SELECT
    claim.id AS claim_id,
    seller.source AS source,
    seller.key AS seller,
    known_account.provider AS provider,
    known_account.account_ref AS account_ref,
    link_hop.rule AS rule,
    link_hop.words AS deciding_hop,
    claim.first_linked_at AS first_linked_at,
    snapshot.sha256 AS proof,
    snapshot.url AS proof_url,
    link_hop.pointer AS proof_pointer
FROM claim
JOIN seller ON seller.id = claim.seller_id
JOIN known_account ON known_account.id = claim.account_id
LEFT JOIN link_hop ON link_hop.link_id = claim.link_id AND link_hop.path = 0 AND link_hop.hop = (
    SELECT MIN(deciding.hop) FROM link_hop AS deciding WHERE deciding.link_id = claim.link_id AND deciding.path = 0)
LEFT JOIN snapshot ON snapshot.id = link_hop.snapshot_id
WHERE claim.status = 'active' AND claim.first_linked_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 days')
