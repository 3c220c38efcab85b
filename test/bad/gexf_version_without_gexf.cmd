build ../../samples/alf_table3/table.tsv --gexf 1.2 -o @OUT@/graph.dot
