# Contradictions of two works, explained and not, and what is left over.
check check_table.tsv
