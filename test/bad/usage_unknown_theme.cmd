build ../../samples/alf_table3/table.tsv --theme blue -o @OUT@/graph.dot
