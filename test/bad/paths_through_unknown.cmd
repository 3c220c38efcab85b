# A kind that is none.
paths ../cli/paths_table.tsv --from source --to outcome --through mediators
