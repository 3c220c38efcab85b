records input_no_rows.tsv
