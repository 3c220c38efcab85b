records input_long_line.tsv --max-line 20
