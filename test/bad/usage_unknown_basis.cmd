export ../../samples/alf_table3/table.tsv --basis sure -f nt
