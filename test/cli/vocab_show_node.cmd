# an outside term is a node with its identifier and its parents
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" show vocab/table.tsv --vocab @OUT@/small.vocab GO:9000001
