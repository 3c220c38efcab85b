# A file of ends that names nothing.
paths ../cli/paths_table.tsv --from @paths_no_ends.txt --to outcome
