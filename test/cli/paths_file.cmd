# Ends from a file, one of which is not there.
paths paths_table.tsv --from @paths_ends.txt --to fibrosis -k 1
