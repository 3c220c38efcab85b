# Findings that --strict makes errors.
check ../cli/check_table.tsv --strict
