-- Batches that offers advertise beside the provider's own sign-ups of the same country, mail, and year or month of a year.
-- `cohorts list` gives the lift over all others, with its interval.
SELECT
    claimed.provider AS provider,
    claimed.region AS region,
    claimed.mail_class AS mail_class,
    claimed.batch AS batch,
    claimed.offers AS offers,
    claimed.sources AS sources,
    SUM(cohort_count.sign_ups) AS sign_ups,
    SUM(cohort_count.banned) AS banned
FROM (
    SELECT provider, region, mail_class, batch, COUNT(*) AS offers, COUNT(DISTINCT source) AS sources FROM batch_claims
    WHERE provider IS NOT NULL AND (region IS NOT NULL OR mail_class IS NOT NULL OR batch IS NOT NULL)
    GROUP BY provider, region, mail_class, batch
) AS claimed
LEFT JOIN cohort_count ON cohort_count.provider = claimed.provider
    AND (claimed.region IS NULL OR cohort_count.country = claimed.region)
    AND (claimed.mail_class IS NULL OR cohort_count.mail_class = claimed.mail_class)
    AND (claimed.batch IS NULL OR CAST(cohort_count.day AS TEXT) LIKE claimed.batch || '%')
GROUP BY claimed.provider, claimed.region, claimed.mail_class, claimed.batch, claimed.offers, claimed.sources
