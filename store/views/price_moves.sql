-- Offers whose price moved by more than 30 % in the last seven days: cuts are new supply, rises supply that was lost.
SELECT
    source, offer_id, kind, provider, product, label, per, former_amount, former_currency, amount, currency,
    former_group_multiplier, group_multiplier, former_ratio, ratio, change_percent_n, former_at, changed_at, url,
    former_proof, proof
FROM price_changes
WHERE changed_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-7 days') AND ABS(change_percent_n) > 30
