# A table that is called a snapshot.
stats input_ragged.tsv --input-format mgraph
