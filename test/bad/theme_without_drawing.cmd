build ../../samples/alf_table3/table.tsv --theme dark -o @OUT@/graph.nt
