build ../../samples/alf_table3/table.tsv -f nt --ontology no_such_folder
