-- What moved around each enforcement, a row a side: price changes from 7 days before it to 14 after, of the offers that it
-- names and of other providers' beside them. `enforcement effect` measures the difference, with its interval.
SELECT
    enforcement.id AS enforcement,
    enforcement.at AS at,
    enforcement.provider AS provider,
    enforcement.plan AS plan,
    enforcement.scope AS scope,
    enforcement.accounts AS accounts,
    CASE WHEN moved.provider = enforcement.provider THEN 'touched' ELSE 'untouched' END AS side,
    COUNT(CASE WHEN moved.changed_at < enforcement.at THEN 1 END) AS changes_before,
    COUNT(CASE WHEN moved.changed_at >= enforcement.at THEN 1 END) AS changes_after,
    COUNT(CASE WHEN moved.changed_at >= enforcement.at AND moved.change_percent_n > 0 THEN 1 END) AS rises_after,
    AVG(CASE WHEN moved.changed_at < enforcement.at THEN moved.change_percent_n END) AS mean_change_before_n,
    AVG(CASE WHEN moved.changed_at >= enforcement.at THEN moved.change_percent_n END) AS mean_change_after_n,
    COUNT(DISTINCT moved.source) AS sources
FROM enforcement
JOIN price_changes AS moved
    ON moved.changed_at >= strftime('%Y-%m-%dT%H:%M:%fZ', enforcement.at, '-7 days')
    AND moved.changed_at < strftime('%Y-%m-%dT%H:%M:%fZ', enforcement.at, '+15 days')
WHERE (moved.provider = enforcement.provider
        AND (enforcement.plan = '' OR substr(moved.product, 1, length(enforcement.plan)) = enforcement.plan))
    OR (moved.provider <> enforcement.provider AND moved.provider NOT IN ('multi', 'other'))
GROUP BY enforcement.id, enforcement.at, enforcement.provider, enforcement.plan, enforcement.scope, enforcement.accounts,
    CASE WHEN moved.provider = enforcement.provider THEN 'touched' ELSE 'untouched' END
