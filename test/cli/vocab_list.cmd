# versions, licences, sources and counts
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" vocab list @OUT@/small.vocab
