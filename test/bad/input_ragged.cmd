# Two rows are left out, two are read: exit 1.
records input_ragged.tsv
