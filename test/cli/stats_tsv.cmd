# All counts, for spreadsheets.
stats paths_table.tsv --tsv
