// Examples; put your own terms for the labels.

// What was said of a term, with the words?
MATCH (s:Node)-[e]->(o:Node) WHERE o.label = 'acute liver failure' RETURN s.label, e.relation, e.sign, e.words;

// What was said both ways of one pair?
MATCH (s:Node)-[up]->(o:Node), (s)-[down]->(o) WHERE up.sign = 1 AND down.sign = -1 AND NOT up.negated AND NOT down.negated
RETURN s.label, o.label, up.works, down.works ORDER BY s.label, o.label;
