build ../../samples/alf_table3/table.tsv --input-format tvs -f nt
