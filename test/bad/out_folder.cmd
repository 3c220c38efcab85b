build ../../samples/alf_table3/table.tsv -o @OUT@ -f dot
