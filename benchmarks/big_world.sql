--# sources
INSERT INTO source {n} SELECT 'site' || i, 'dujiaoka', 'https://site' || i || '.example/', {moment 0} FROM n;
--# sources days
INSERT INTO run (id, source, started_at, finished_at, reported, verdict, reason, anchored, covers_all, keeps, pages,
    listings, offers, token)
{n} SELECT 'run' || i, 'site' || (i % :sources), {moment (i / :sources) * 1440 + i % :sources},
    {moment (i / :sources) * 1440 + i % :sources}, 'ok', 'ok', '', 1, 1, 1, 10, 1000, 1000, 0 FROM n;
--# sources days
INSERT INTO snapshot (id, sha256, url, media_type, size, fetched_at, run_id, warc_file, warc_offset, warc_length)
{n} SELECT i + 1, printf('%064x', i), 'https://site.example/' || i, 'text/html', 20000,
    {moment (i / :sources) * 1440 + i % :sources}, 'run' || i, '2026/05/01.warc.gz', i * 1000, 1000 FROM n;
--# sellers
INSERT INTO seller {n} SELECT i + 1, 'site' || (i % :sources), 'seller' || i FROM n;
--# sellers
INSERT INTO seller_name (snapshot_id, pointer, seller_id, name, first_seen_at)
{n} SELECT i % :sources + 1, 'h1', i + 1, 'shop ' || i, {moment i % 8640} FROM n;
--# offers
INSERT INTO listing {n} SELECT i + 1, 'site' || (i % :sellers % :sources), 'goods/' || i,
    'https://site.example/buy/' || i, i % :sellers + 1, NULL FROM n;
--# offers
INSERT INTO listing_text (snapshot_id, pointer, listing_id, seen_at, title, text, text_sha256, groups)
{n} SELECT i % :sources + 1, '/g', i + 1, {moment i % 8640}, 'good ' || i, 'words ' || i, printf('%064x', i / 3), ''
FROM n;
--# offers
INSERT INTO offer (id, key, listing_id, kind, provider, product, label, per)
{n} SELECT i + 1, 'offer/' || i, i + 1, 'account', named.provider, named.product, '', 'account'
FROM n JOIN named ON named.rowid = i % 10 + 1;
--# offers
INSERT INTO presence (offer_id, from_at, until_at, opened_by, closed_by)
{n} SELECT i + 1, {moment i % 8640},
    CASE WHEN (i * 2654435761 >> 7) % 10 < 4 THEN {moment 200000 + i % 8640} END, 'run0',
    CASE WHEN (i * 2654435761 >> 7) % 10 < 4 THEN 'run0' END FROM n;
--# offers
INSERT INTO stock {n} SELECT i + 1, {moment i % 8640}, i % 500 FROM n;
--# offers each
INSERT INTO observation (snapshot_id, pointer, id, offer_id, observed_at, run_id, amount, currency, equal_split,
    qualifier, coupon, attributes, price_text, reader, fingerprint)
{n} SELECT i % (:sources * :days) + 1, '/g', i + 1, i % :offers + 1, {moment (i / :offers) * 8640 + i % 8640},
    'run' || (i % (:sources * :days)), CAST(20 + (i * 7 + i / :offers * 13) % 400 AS TEXT), 'CNY', 0, 'exact', 0, '',
    '', 'r/1', printf('%064x', i) FROM n;
--# offers each
INSERT INTO valuation (id, observation_id, book, valued_at, ratio, reason, path)
{n} SELECT i + 1, i + 1, '1', {moment (i / :offers) * 8640 + i % 8640},
    '0.' || printf('%04d', 100 + (i * 37 + i / :offers * 131) % 9000), '', 'plan' FROM n;
--# one
UPDATE offer SET worth_n = (SELECT ratio_n FROM valuation WHERE observation_id = (
    SELECT id FROM observation WHERE offer_id = offer.id ORDER BY observed_at DESC LIMIT 1));
--# offers
INSERT INTO identifier {n} SELECT i + 1, 'telegram', 'handle' || i FROM n WHERE i < 200000;
--# offers
INSERT INTO sighting (snapshot_id, pointer, identifier_id, seller_id, listing_id, role, written, first_seen_at, run_id,
    reader)
{n} SELECT i % :sources + 1, '/c', i % 200000 % :offers + 1, i % :sellers + 1, i + 1, 'operator', 'h',
    {moment i % 8640}, 'run0', 'r/1' FROM n;
