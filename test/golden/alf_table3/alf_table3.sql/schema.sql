CREATE TABLE relations (
  name TEXT NOT NULL PRIMARY KEY,
  inverse TEXT,
  class TEXT NOT NULL,
  sign INTEGER NOT NULL,
  mutual INTEGER NOT NULL,
  transparent INTEGER NOT NULL,
  in_identity INTEGER NOT NULL,
  carries_cargo INTEGER NOT NULL,
  context_only INTEGER NOT NULL
);
CREATE TABLE nodes (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  type TEXT,
  label TEXT,
  identifier TEXT,
  valence INTEGER NOT NULL CHECK (valence IN (-1, 0, 1)),
  unresolved INTEGER NOT NULL,
  foreign_type INTEGER NOT NULL,
  ancestor INTEGER NOT NULL,
  step TEXT
);
CREATE TABLE node_attributes (
  node_id TEXT NOT NULL REFERENCES nodes (id),
  name TEXT,
  value TEXT
);
CREATE TABLE edges (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL REFERENCES nodes (id),
  relation TEXT NOT NULL REFERENCES relations (name),
  object TEXT NOT NULL REFERENCES nodes (id),
  sign INTEGER NOT NULL CHECK (sign IN (-1, 0, 1)),
  negated INTEGER NOT NULL,
  basis TEXT NOT NULL,
  works INTEGER NOT NULL,
  witness_count INTEGER NOT NULL,
  step TEXT
);
CREATE TABLE edge_attributes (
  edge_id TEXT NOT NULL REFERENCES edges (id),
  name TEXT,
  value TEXT
);
CREATE TABLE documents (
  id TEXT NOT NULL PRIMARY KEY,
  doi TEXT,
  pmid TEXT,
  pmcid TEXT,
  title TEXT,
  journal TEXT,
  year TEXT,
  licence TEXT
);
CREATE TABLE document_tables (
  id INTEGER NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  name TEXT,
  caption TEXT
);
CREATE TABLE records (
  id INTEGER NOT NULL PRIMARY KEY,
  table_id INTEGER NOT NULL REFERENCES document_tables (id),
  record TEXT
);
CREATE TABLE cells (
  id INTEGER NOT NULL PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records (id),
  field TEXT,
  content TEXT
);
CREATE TABLE witnesses (
  id INTEGER NOT NULL PRIMARY KEY,
  edge_id TEXT NOT NULL REFERENCES edges (id),
  cell_id INTEGER NOT NULL REFERENCES cells (id),
  words TEXT,
  words_start INTEGER,
  words_end INTEGER,
  trigger_words TEXT,
  trigger_start INTEGER,
  trigger_end INTEGER,
  subject_words TEXT,
  subject_start INTEGER,
  subject_end INTEGER,
  object_words TEXT,
  object_start INTEGER,
  object_end INTEGER,
  rule TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  basis TEXT NOT NULL
);
CREATE TABLE record_edges (
  record_id INTEGER NOT NULL REFERENCES records (id),
  edge_id TEXT NOT NULL REFERENCES edges (id),
  by_cargo INTEGER NOT NULL
);
CREATE TABLE witness_flags (
  witness_id INTEGER NOT NULL REFERENCES witnesses (id),
  flag TEXT NOT NULL
);
CREATE TABLE witness_references (
  witness_id INTEGER NOT NULL REFERENCES witnesses (id),
  reference TEXT NOT NULL,
  number TEXT
);
CREATE TABLE cited_works (
  reference TEXT NOT NULL,
  work TEXT NOT NULL,
  doi TEXT,
  pmid TEXT,
  pmcid TEXT
);
CREATE TABLE qualifiers (
  witness_id INTEGER NOT NULL REFERENCES witnesses (id),
  name TEXT,
  value TEXT,
  node_id TEXT REFERENCES nodes (id)
);
