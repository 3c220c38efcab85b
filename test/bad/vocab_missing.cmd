records ../cli/vocab/table.tsv --vocab vocab_missing.vocab
