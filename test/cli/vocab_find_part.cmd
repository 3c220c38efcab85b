# one text alone is also looked for inside names
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" vocab find @OUT@/small.vocab quench --json
