# Every row is reported, then that nothing is left.
records input_all_ragged.tsv
