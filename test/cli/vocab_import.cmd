# two files compiled; what could not be kept is said
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab
