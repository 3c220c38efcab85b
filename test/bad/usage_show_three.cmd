show ../../samples/alf_table3/table.tsv a b c
