-- Campaigns: what is stated of each, and how many known accounts name it now.
SELECT
    campaign_fact.campaign AS campaign,
    MAX(CASE WHEN campaign_fact.field = 'actor' THEN campaign_fact.value END) AS actor,
    MAX(CASE WHEN campaign_fact.field = 'provider' THEN campaign_fact.value END) AS provider,
    MAX(CASE WHEN campaign_fact.field = 'from_day' THEN campaign_fact.value END) AS from_day,
    MAX(CASE WHEN campaign_fact.field = 'until_day' THEN campaign_fact.value END) AS until_day,
    MAX(CASE WHEN campaign_fact.field = 'exchanges' THEN campaign_fact.qualifier END) AS exchanges_qualifier,
    CAST(MAX(CASE WHEN campaign_fact.field = 'exchanges' THEN campaign_fact.value END) AS BIGINT) AS exchanges,
    MAX(CASE WHEN campaign_fact.field = 'accounts' THEN campaign_fact.qualifier END) AS accounts_qualifier,
    CAST(MAX(CASE WHEN campaign_fact.field = 'accounts' THEN campaign_fact.value END) AS BIGINT) AS accounts_stated,
    (SELECT COUNT(*) FROM known_account_version
     WHERE known_account_version.campaign = campaign_fact.campaign
        AND known_account_version.valid_until IS NULL) AS accounts_known,
    COUNT(DISTINCT campaign_fact.source) AS sources
FROM campaign_fact
GROUP BY campaign_fact.campaign
