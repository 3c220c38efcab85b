# A graph and itself, in two forms.
diff ../../samples/alf_table3/table.tsv ../../samples/alf_table3/table.csv
