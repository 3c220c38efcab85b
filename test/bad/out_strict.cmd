# A finding is an error with --strict: nothing is written.
build ../../samples/alf_table3/table.tsv no_such_table.tsv --strict -o @OUT@/graph.dot
