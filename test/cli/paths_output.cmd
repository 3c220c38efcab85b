# Text and a graph.
paths paths_table.tsv --from "bone marrow" --to fibrosis --composed -o @OUT@/paths.graphml
