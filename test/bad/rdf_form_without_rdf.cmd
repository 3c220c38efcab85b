build ../../samples/alf_table3/table.tsv --rdf direct -o @OUT@/graph.dot
