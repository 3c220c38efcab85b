# Nodes and edges of KGX in two files: types, signs, foreign names, an edge that stands twice in one record.
build -q kgx_nodes.tsv kgx_edges.tsv -f jsonl
