# Hypotheses of a small table, with what differs where they are joined.
paths paths_table.tsv --new
