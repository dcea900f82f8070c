-- What was told to whom, and what came of it: a row a claim, receiver and outcome; outcome is null where none came back.
SELECT
    told.claim_id AS claim_id,
    told.receiver AS receiver,
    seller.source AS source,
    seller.key AS seller,
    known_account.provider AS provider,
    known_account.account_ref AS account_ref,
    (SELECT MIN(one.sent_at) FROM claim_sent AS one
     WHERE one.claim_id = told.claim_id AND one.receiver = told.receiver AND one.directory = told.directory
       AND one.says = 'sent') AS first_sent_at,
    told.sent_at AS last_told_at,
    feed_version.number AS feed_version,
    told.says AS last_said,
    claim.status AS status,
    claim.reason AS reason,
    outcome.action AS action,
    outcome.at AS acted_at,
    outcome.outcome AS outcome,
    told.directory AS directory
FROM claim_sent AS told
JOIN claim ON claim.id = told.claim_id
JOIN seller ON seller.id = claim.seller_id
JOIN known_account ON known_account.id = claim.account_id
LEFT JOIN feed_version ON feed_version.id = told.feed_version
LEFT JOIN outcome ON outcome.claim_id = told.claim_id
WHERE told.id = (
    SELECT MAX(last.id) FROM claim_sent AS last
    WHERE last.claim_id = told.claim_id AND last.receiver = told.receiver AND last.directory = told.directory)
