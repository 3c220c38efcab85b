# the same for programs
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" vocab list @OUT@/small.vocab --json
