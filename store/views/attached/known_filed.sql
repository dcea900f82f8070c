SELECT b.account_id AS account_id, s.kind AS kind, b.value AS value, s.blank AS digest, s.pepper_id AS pepper_id,
    s.derivation AS derivation, m.imported_at AS valid_from, s.blank AS valid_until, b.import_id AS import_id
FROM known_shape s CROSS JOIN known_clear b CROSS JOIN import_batch m
WHERE b.shape = s.id AND m.id = b.import_id
    AND NOT EXISTS (
        SELECT 1 FROM known_value c
        WHERE c.account_id = b.account_id AND c.covers = 1 AND c.kind = s.kind AND c.value = b.value)
UNION ALL
SELECT b.account_id, s.kind, s.blank, CAST(lower(hex(b.digest)) AS TEXT), s.pepper_id, s.derivation, m.imported_at,
    s.blank, b.import_id
FROM known_shape s CROSS JOIN known_digest b CROSS JOIN import_batch m
WHERE b.shape = s.id AND m.id = b.import_id
    AND NOT EXISTS (
        SELECT 1 FROM known_value c
        WHERE c.account_id = b.account_id AND c.covers = 1 AND c.kind = s.kind AND c.digest = lower(hex(b.digest))
            AND c.pepper_id = s.pepper_id AND c.derivation IS s.derivation)
