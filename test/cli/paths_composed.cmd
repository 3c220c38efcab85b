# Asserted comes before composed.
paths paths_table.tsv --from "bone marrow" --to fibrosis -k 2
