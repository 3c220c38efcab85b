// Run once after the import, in the new database: cypher-shell -d neo4j -f after_import.cypher
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.node_id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.document_id IS UNIQUE;
CREATE INDEX node_label IF NOT EXISTS FOR (n:Node) ON (n.label);
CREATE INDEX witness_edge IF NOT EXISTS FOR (w:Witness) ON (w.edge_id);
CALL db.awaitIndexes(300);
