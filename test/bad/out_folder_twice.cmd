build ../../samples/alf_table3/table.tsv -o @OUT@/a.sql -o @OUT@/a.sql/
