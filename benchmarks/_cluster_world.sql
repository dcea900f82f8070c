--# one
INSERT INTO source (name, platform, url, added_at) VALUES ('market', 'dujiaoka', 'https://market.example/', '2026-05-01T00:00:00.000000Z')
--# one
INSERT INTO run (id, source, started_at, finished_at, reported, verdict, reason, anchored, covers_all, keeps, pages, listings, offers, token)
VALUES ('run', 'market', '2026-05-01T00:00:00.000000Z', '2026-05-01T00:00:00.000000Z', 'ok', 'ok', '', 1, 1, 0, 1, 1, 1, 0)
--# one
INSERT INTO snapshot (id, sha256, url, media_type, size, fetched_at, run_id, warc_file, warc_offset, warc_length)
VALUES (1, 'aa', 'https://market.example/', 'text/html', 1, '2026-05-01T00:00:00.000000Z', 'run', 'a.warc.gz', 0, 1)
--# sellers
INSERT INTO seller (id, source, key) {n} SELECT i + 1, 'market', 'seller' || i FROM n
--# identifiers
INSERT INTO identifier (id, kind, value) {n}
SELECT i + 1, CASE i % 20
    WHEN 0 THEN 'qq_group' WHEN 1 THEN 'qq_group' WHEN 2 THEN 'telegram_invite' WHEN 3 THEN 'whatsapp' WHEN 4 THEN 'phone'
    WHEN 5 THEN 'agent_code' WHEN 6 THEN 'referral' WHEN 7 THEN 'domain' WHEN 8 THEN 'domain' WHEN 9 THEN 'wechat'
    WHEN 10 THEN 'qq' WHEN 11 THEN 'qq' WHEN 12 THEN 'qq' WHEN 13 THEN 'email' WHEN 14 THEN 'shop' ELSE 'telegram' END,
    'value' || (i - (i % 1000 = 4)) FROM n
--# sightings
INSERT OR IGNORE INTO sighting (identifier_id, seller_id, role, written, first_seen_at, run_id, reader, snapshot_id, pointer)
{n}, drawn(i, identifier, home, far) AS (
    SELECT i, i / 2 % :identifiers + 1, (i / 2 + 1) * 48271 % 2147483647 * 16807 % 2147483647 % :sellers,
        (i + 1) * 69621 % 2147483647 * 48271 % 2147483647 % :sellers
    FROM n)
SELECT CASE WHEN i % 20 = 19 THEN i % 1000 + 1 ELSE identifier END,
    CASE WHEN i % 20 = 19 OR i % 800 = 1 THEN far WHEN i % 2 = 0 THEN home ELSE home - home % 10 + i % 7 END + 1,
    CASE WHEN i % 7 = 0 THEN 'unknown' ELSE 'operator' END, '', '2026-05-01T00:00:00.000000Z', 'run', '', 1, '' FROM drawn
