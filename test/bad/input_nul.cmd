records input_nul.tsv
