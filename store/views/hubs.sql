-- Strong values that join nobody: too many sellers show them, or a warning list names them, with its reason.
SELECT
    identifier.kind AS kind,
    identifier.value AS value,
    hub.rule AS rule,
    hub.sellers AS sellers,
    rule.hub_limit AS hub_limit,
    (
        SELECT MIN(line.sort || ': ' || line.reason || ' (' || line.source || ')')
        FROM warned_value AS line JOIN kind_rule AS its ON its.kind = line.kind
        WHERE line.value = identifier.value AND its.joins = rule.joins
    ) AS listed_as,
    identifier.id AS identifier_id
FROM hub
JOIN identifier ON identifier.id = hub.identifier_id
JOIN kind_rule AS rule ON rule.kind = identifier.kind
