build ../../samples/alf_table3/table.tsv -o @OUT@/a.dot -o @OUT@/a.dot
