build ../../samples/alf_table3/table.tsv --gexf 1.1 -o @OUT@/graph.gexf
