# The same for programs.
paths paths_table.tsv --new --json
