paths ../../samples/alf_table3/table.tsv --from source --to outcome -k 5
