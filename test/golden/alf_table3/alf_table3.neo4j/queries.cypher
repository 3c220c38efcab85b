// Examples; put your own terms for the labels.

// Which mediators lie between the preparations of a source and a disease, said by one record, with references?
// :param {from: 'bone marrow', to: 'acute liver failure'}
MATCH (a:Node {label: $from})<-[entry]-(given:Node {step: 'preparation'}) WHERE entry.step IN ['entry', 'onward']
MATCH path = (given)-[effects*1..5]->(b:Node {label: $to})
WHERE all(e IN effects WHERE e.step = 'effect') AND all(n IN nodes(path)[1..-1] WHERE n.step = 'inner')
WITH given, [n IN nodes(path)[1..-1] WHERE n.kind = 'mediator' | n.label] AS mediators,
     [entry.edge_id] + [e IN effects | e.edge_id] AS hops, reduce(s = 1, e IN effects | s * e.sign) AS sign
MATCH (w:Witness)-[:IN_CELL]->(:Cell)-[:IN_RECORD]->(r:Record) WHERE w.edge_id IN hops
UNWIND coalesce(w.references, ['no reference']) AS reference
WITH given, mediators, sign, hops, r, count(DISTINCT w.edge_id) AS said, collect(DISTINCT reference) AS references
WHERE said = size(hops)
RETURN mediators, sign, given.label AS preparation, references ORDER BY mediators;

// What was said both ways of one pair?
MATCH (s:Node)-[up]->(o:Node), (s)-[down]->(o)
WHERE up.sign = 1 AND down.sign = -1 AND NOT up.negated AND NOT down.negated
RETURN s.label, o.label, up.works, down.works, up.words, down.words ORDER BY s.label, o.label;

// Every word for one edge.
// :param {edge: 'MECHGRAPH:E...'}
MATCH (w:Witness {edge_id: $edge})-[:IN_CELL]->(c)-[:IN_RECORD]->(r)-[:IN_TABLE]->(t)-[:IN_DOCUMENT]->(d)
RETURN w.words, w.basis, w.confidence, w.references, c.field, c.content, r.record, t.name, d.document_id;
