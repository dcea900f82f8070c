-- What registries and DNS say of operators' domains now: a row a domain, kind of record and value, with its proof.
SELECT
    fact.key AS domain,
    fact.name AS record,
    fact.value AS value,
    fact.observed_at AS observed_at,
    snapshot.url AS url,
    snapshot.sha256 AS snapshot_sha256
FROM fact
JOIN snapshot ON snapshot.id = fact.snapshot_id
WHERE fact.source = 'registry'
  AND fact.run_id = (
      SELECT last.run_id FROM fact AS last
      WHERE last.source = 'registry' AND last.name = fact.name AND last.key = fact.key
      ORDER BY last.id DESC LIMIT 1)
