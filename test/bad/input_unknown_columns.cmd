# Kept and noted: no finding.
records input_unknown_columns.tsv
