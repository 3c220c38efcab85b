# A reference that nothing rests on.
paths ../cli/paths_table.tsv --from source --to outcome --without 99
