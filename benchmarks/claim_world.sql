--# one
INSERT INTO import_batch (id, what, file, sha256, imported_at, good, bad, changed)
VALUES (1, 'accounts', 'a.csv', '', '2026-05-01T00:00:00.000000Z', 0, 0, 0);
--# claims
INSERT INTO known_account (id, provider, account_ref) {n} SELECT i + 1, 'anthropic', 'acc_' || i FROM n;
--# claims
INSERT INTO known_account_version (account_id, class_name, reason, valid_from, import_id)
{n} SELECT i + 1, CASE i % 20 WHEN 7 THEN 'reinstated' ELSE 'fraudulent' END, '', {moment 0}, 1 FROM n;
--# claims
INSERT INTO known_value (id, account_id, kind, value, valid_from, import_id, covers)
{n} SELECT i + 1, i + 1, CASE i % 10 WHEN 3 THEN 'payment_descriptor' ELSE 'telegram' END,
    CASE i % 10 WHEN 3 THEN 'FAST KEYS ' || i ELSE 'handle' || (i % :offers) END, {moment 0}, 1, 0 FROM n;
--# claims
INSERT INTO link (id, seller_id, account_id, level, score, model, stale)
{n} SELECT printf('%032x', i * 2654435761 % 4294967296), i % :sellers + 1, i + 1,
    CASE i % 9 WHEN 0 THEN 'lead' ELSE 'alert' END, '30.5', 1, 0 FROM n;
--# claims
INSERT INTO claim (id, link_id, seller_id, account_id, status, reason, first_linked_at, last_change)
{n} SELECT 'clm_' || printf('%032x', i * 2654435761 % 4294967296), printf('%032x', i * 2654435761 % 4294967296),
    i % :sellers + 1, i + 1, 'active', '', {moment 1000 + i % 8640}, {moment 1000 + i % 8640} FROM n;
--# claims two
INSERT INTO link_hop (snapshot_id, pointer, link_id, path, hop, rule, words, sighting_id, known_kind, known_key, sharers,
    weight, hop_key, stale)
{n} SELECT i % (:sources * :days) + 1, '/c', printf('%032x', i / 2 * 2654435761 % 4294967296), i % 2, 0, 'exact_identifier',
    'the Telegram name that this seller shows as their own is the account''s', i / 2 % :offers + 1, 'telegram',
    'handle' || (i / 2 % :offers), 0, '30.5', 'hop' || i, 0 FROM n;
--# claims two
INSERT INTO judgement (about, key, says, who, at, why)
{n} SELECT 'pair', printf('%032x', i / 2 * 2654435761 % 4294967296), 'confirm', 'judge' || (i % 2 + i % 7),
    {moment 200000 + i % 8640}, '' FROM n WHERE i / 2 % 50 = 0;
--# one
INSERT INTO fact (snapshot_id, pointer, source, name, key, value, observed_at, run_id) SELECT 1, '/r', 'registry', name,
    'site.example', said, {moment 0}, 'run0' FROM (SELECT 'registrar' AS name, 'Example Registrar' AS said
    UNION ALL SELECT 'registrar_abuse', 'abuse@registrar.example');
