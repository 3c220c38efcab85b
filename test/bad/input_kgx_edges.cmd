stats input_kgx_edges.tsv
