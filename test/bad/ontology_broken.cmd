# A term of a type that does not exist.
build ../../samples/alf_table3/table.tsv -f nt --ontology broken_ontology
