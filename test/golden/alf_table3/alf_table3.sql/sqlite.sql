-- Loads this folder into an SQLite database: cd FOLDER && sqlite3 mechanisms.db < sqlite.sql
.bail on
PRAGMA foreign_keys = OFF;
.read schema.sql
.import --csv --skip 1 relations.csv relations
.import --csv --skip 1 nodes.csv nodes
.import --csv --skip 1 node_attributes.csv node_attributes
.import --csv --skip 1 edges.csv edges
.import --csv --skip 1 edge_attributes.csv edge_attributes
.import --csv --skip 1 documents.csv documents
.import --csv --skip 1 document_tables.csv document_tables
.import --csv --skip 1 records.csv records
.import --csv --skip 1 cells.csv cells
.import --csv --skip 1 witnesses.csv witnesses
.import --csv --skip 1 record_edges.csv record_edges
.import --csv --skip 1 witness_flags.csv witness_flags
.import --csv --skip 1 witness_references.csv witness_references
.import --csv --skip 1 cited_works.csv cited_works
.import --csv --skip 1 qualifiers.csv qualifiers
BEGIN;
UPDATE relations SET inverse = nullif(inverse, '');
UPDATE nodes SET type = nullif(type, ''), label = nullif(label, ''), identifier = nullif(identifier, ''), step = nullif(step, '');
UPDATE node_attributes SET name = nullif(name, ''), value = nullif(value, '');
UPDATE edges SET step = nullif(step, '');
UPDATE edge_attributes SET name = nullif(name, ''), value = nullif(value, '');
UPDATE documents SET doi = nullif(doi, ''), pmid = nullif(pmid, ''), pmcid = nullif(pmcid, ''), title = nullif(title, ''), journal = nullif(journal, ''), year = nullif(year, ''), licence = nullif(licence, '');
UPDATE document_tables SET name = nullif(name, ''), caption = nullif(caption, '');
UPDATE records SET record = nullif(record, '');
UPDATE cells SET field = nullif(field, ''), content = nullif(content, '');
UPDATE witnesses SET words = nullif(words, ''), words_start = nullif(words_start, ''), words_end = nullif(words_end, ''), trigger_words = nullif(trigger_words, ''), trigger_start = nullif(trigger_start, ''), trigger_end = nullif(trigger_end, ''), subject_words = nullif(subject_words, ''), subject_start = nullif(subject_start, ''), subject_end = nullif(subject_end, ''), object_words = nullif(object_words, ''), object_start = nullif(object_start, ''), object_end = nullif(object_end, ''), rule = nullif(rule, '');
UPDATE witness_references SET number = nullif(number, '');
UPDATE cited_works SET doi = nullif(doi, ''), pmid = nullif(pmid, ''), pmcid = nullif(pmcid, '');
UPDATE qualifiers SET name = nullif(name, ''), value = nullif(value, ''), node_id = nullif(node_id, '');
COMMIT;
.read views.sql
ANALYZE;
