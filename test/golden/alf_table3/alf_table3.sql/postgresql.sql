-- Loads this folder into an empty PostgreSQL database: cd FOLDER && createdb mechanisms && psql -d mechanisms -f postgresql.sql
\set ON_ERROR_STOP on
\encoding UTF8
BEGIN;
\ir schema.sql
\copy relations FROM 'relations.csv' WITH (FORMAT csv, HEADER true)
\copy nodes FROM 'nodes.csv' WITH (FORMAT csv, HEADER true)
\copy node_attributes FROM 'node_attributes.csv' WITH (FORMAT csv, HEADER true)
\copy edges FROM 'edges.csv' WITH (FORMAT csv, HEADER true)
\copy edge_attributes FROM 'edge_attributes.csv' WITH (FORMAT csv, HEADER true)
\copy documents FROM 'documents.csv' WITH (FORMAT csv, HEADER true)
\copy document_tables FROM 'document_tables.csv' WITH (FORMAT csv, HEADER true)
\copy records FROM 'records.csv' WITH (FORMAT csv, HEADER true)
\copy cells FROM 'cells.csv' WITH (FORMAT csv, HEADER true)
\copy witnesses FROM 'witnesses.csv' WITH (FORMAT csv, HEADER true)
\copy record_edges FROM 'record_edges.csv' WITH (FORMAT csv, HEADER true)
\copy witness_flags FROM 'witness_flags.csv' WITH (FORMAT csv, HEADER true)
\copy witness_references FROM 'witness_references.csv' WITH (FORMAT csv, HEADER true)
\copy cited_works FROM 'cited_works.csv' WITH (FORMAT csv, HEADER true)
\copy qualifiers FROM 'qualifiers.csv' WITH (FORMAT csv, HEADER true)
\ir views.sql
COMMIT;
ANALYZE;
