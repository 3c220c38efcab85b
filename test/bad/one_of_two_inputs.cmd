# One input is missing, the other is used: exit 1.
build no_such_table.tsv ../../samples/alf_table3/table.tsv -q -o @OUT@/graph.dot
