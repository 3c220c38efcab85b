records ../../samples/alf_table3/table.tsv --json | head -n 2
