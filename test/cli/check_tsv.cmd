# For spreadsheets; a kind that is there.
check check_table.tsv --tsv --fail-on error --fail-on single_work
