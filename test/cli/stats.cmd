stats ../../samples/alf_table3/table.tsv
