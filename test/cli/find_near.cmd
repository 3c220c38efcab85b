find ../../samples/alf_table3/table.tsv "bone marow"
