records input_empty.tsv
