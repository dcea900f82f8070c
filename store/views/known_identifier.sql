-- Every value of known accounts, by whom it was said and from when until when; a digest has no value.
SELECT account_id, kind, value, digest, pepper_id, derivation, valid_from, valid_until, import_id
FROM known_value
