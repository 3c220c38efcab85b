# The column counts code points: TNF-α is five.
records input_bad_utf8.tsv
