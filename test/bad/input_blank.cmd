# White space alone.
records input_blank.tsv
