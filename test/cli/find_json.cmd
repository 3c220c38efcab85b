find ../../samples/alf_table3/table.tsv NLRP3 --json
