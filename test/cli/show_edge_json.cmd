show ../../samples/alf_table3/table.tsv exosome NLRP3 --json
