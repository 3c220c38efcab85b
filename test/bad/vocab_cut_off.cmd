records ../cli/vocab/table.tsv --vocab vocab_cut_off.vocab
