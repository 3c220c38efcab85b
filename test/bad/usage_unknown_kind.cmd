export ../../samples/alf_table3/table.tsv --kind mediators -f nt
