-- Loads this folder into a DuckDB database: cd FOLDER && duckdb mechanisms.duckdb < duckdb.sql
.read schema.sql
COPY relations FROM 'relations.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY nodes FROM 'nodes.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY node_attributes FROM 'node_attributes.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY edges FROM 'edges.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY edge_attributes FROM 'edge_attributes.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY documents FROM 'documents.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY document_tables FROM 'document_tables.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY records FROM 'records.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY cells FROM 'cells.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY witnesses FROM 'witnesses.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY record_edges FROM 'record_edges.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY witness_flags FROM 'witness_flags.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY witness_references FROM 'witness_references.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY cited_works FROM 'cited_works.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
COPY qualifiers FROM 'qualifiers.csv' (FORMAT csv, HEADER true, DELIM ',', QUOTE '"', ESCAPE '"', NULLSTR '', AUTO_DETECT false, PARALLEL false, MAX_LINE_SIZE 1000000000);
.read views.sql
