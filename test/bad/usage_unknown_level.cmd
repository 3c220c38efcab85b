# A level or kind that is not there.
check ../cli/check_table.tsv --fail-on warnings
