# One of two outputs fails: the folder does not appear either.
build ../../samples/alf_table3/table.tsv -q -o @OUT@/graph.sql -o @OUT@/no/such/graph.nt
