records ../cli/vocab/table.tsv --vocab vocab_no_id.obo
