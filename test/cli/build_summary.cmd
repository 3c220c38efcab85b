build ../../samples/alf_table3/table.tsv -o @OUT@/graph.nt -o @OUT@/graph.dot
