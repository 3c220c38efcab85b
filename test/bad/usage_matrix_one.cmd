# One kind is no matrix.
stats ../cli/paths_table.tsv --matrix source
