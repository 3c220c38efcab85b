paths ../../samples/alf_table3/table.tsv --from source
