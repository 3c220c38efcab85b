# All, as they are found.
paths paths_table.tsv --from source --to outcome --all --sign -
