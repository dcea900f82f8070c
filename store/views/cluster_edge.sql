-- What joins the sellers of clusters: a row a seller and value that another seller shows as their own too.
SELECT
    stands.cluster AS cluster,
    sighting.seller_id AS seller_id,
    sighting.identifier_id AS identifier_id,
    MIN(sighting.id) AS sighting_id,
    identifier.kind AS kind,
    identifier.value AS value
FROM seller_cluster AS stands
JOIN sighting ON sighting.seller_id = stands.seller_id AND sighting.role = 'operator'
JOIN identifier ON identifier.id = sighting.identifier_id
JOIN kind_rule AS rule ON rule.kind = identifier.kind AND rule.strong
WHERE
    NOT EXISTS (SELECT 1 FROM hub WHERE hub.identifier_id = identifier.id)
    AND NOT EXISTS (
        SELECT 1 FROM protected_value JOIN kind_rule AS its ON its.kind = protected_value.kind
        WHERE protected_value.value = identifier.value AND its.joins = rule.joins AND protected_value.valid_until IS NULL
    )
    AND EXISTS (
        SELECT 1 FROM kind_rule AS alike
        JOIN identifier AS same ON same.kind = alike.kind AND same.value = identifier.value
        JOIN sighting AS other ON other.identifier_id = same.id AND other.role = 'operator'
        WHERE alike.joins = rule.joins AND alike.strong AND other.seller_id <> sighting.seller_id
    )
GROUP BY stands.cluster, sighting.seller_id, sighting.identifier_id, identifier.kind, identifier.value
