# What `records --json` prints is read as the table itself is: the same graph, byte for byte.
records ../../samples/alf_table3/table.tsv --json | "$program" build - -q -f jsonl | diff - <("$program" build ../../samples/alf_table3/table.tsv -q -f jsonl) && echo the same graph
