# A figure of what is no matrix.
stats ../cli/paths_table.tsv --dot
