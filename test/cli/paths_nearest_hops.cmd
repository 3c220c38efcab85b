# No path within the limit, and the nearest beyond it.
paths paths_table.tsv --from "bone marrow" --to fibrosis --max-hops 1
