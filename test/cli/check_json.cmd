# The same for programs; a level that nothing reaches.
check check_table.tsv --json --fail-on error
