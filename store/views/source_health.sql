-- How each source stands: its last run and its last good one, what stands on sale, and what is missing.
SELECT
    source.name AS source,
    source.platform AS platform,
    source.url AS url,
    last.verdict AS verdict,
    last.reported AS reported,
    last.reason AS reason,
    last.event AS event,
    last.finished_at AS last_run_at,
    good.id AS good_run_id,
    good.finished_at AS good_run_at,
    good.listings AS good_listings,
    good.offers AS good_offers,
    good.total AS good_total,
    ROUND(CAST((julianday('now') - julianday(good.finished_at)) * 24 AS NUMERIC), 1) AS good_age_hours,
    (SELECT COUNT(*) FROM run WHERE run.source = source.name
        AND run.finished_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-7 days')) AS runs_7d,
    (SELECT COUNT(*) FROM run WHERE run.source = source.name AND run.verdict IN ('ok', 'empty')
        AND run.finished_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-7 days')) AS good_runs_7d,
    (SELECT COUNT(*) FROM presence
     JOIN offer ON offer.id = presence.offer_id
     JOIN listing ON listing.id = offer.listing_id
     WHERE listing.source = source.name AND presence.until_at IS NULL) AS offers_open,
    (SELECT COUNT(*) FROM presence
     JOIN offer ON offer.id = presence.offer_id
     JOIN listing ON listing.id = offer.listing_id
     WHERE listing.source = source.name AND presence.until_at IS NULL
        AND presence.missing_since IS NOT NULL) AS offers_missing
FROM source
LEFT JOIN run AS last ON last.id = (
    SELECT run.id FROM run WHERE run.source = source.name
    ORDER BY run.finished_at DESC, run.id DESC LIMIT 1)
LEFT JOIN run AS good ON good.id = (
    SELECT run.id FROM run
    WHERE run.source = source.name AND run.verdict IN ('ok', 'empty') AND COALESCE(run.event, '') NOT IN ('late', 'imported')
    ORDER BY run.finished_at DESC, run.id DESC LIMIT 1)
