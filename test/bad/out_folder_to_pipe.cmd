build ../../samples/alf_table3/table.tsv -f sql
