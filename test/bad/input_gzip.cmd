records input_gzip.tsv.gz
