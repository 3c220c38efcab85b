build ../../samples/alf_table3/table.tsv --fromat nt
