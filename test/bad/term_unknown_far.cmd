show ../../samples/alf_table3/table.tsv "something else altogether"
