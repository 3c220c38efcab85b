records ../../samples/alf_table3/table.tsv --columns reslt=Outcome
