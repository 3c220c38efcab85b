# The union of the paths as a figure, and as a graph.
paths paths_table.tsv --from "bone marrow" --to fibrosis --dot -q
