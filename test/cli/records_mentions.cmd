records ../../samples/alf_table3/table.tsv --mentions | head -n 12
