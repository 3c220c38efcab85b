export ../../samples/alf_table3/table.tsv --relation lowers -f nt
