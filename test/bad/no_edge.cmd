show ../../samples/alf_table3/table.tsv placenta "menstrual blood"
