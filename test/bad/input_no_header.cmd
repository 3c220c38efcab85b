# Rows without a header line.
records input_no_header.tsv
