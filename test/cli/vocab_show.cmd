# why a term of a vocabulary was chosen, and what else the words could have been
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" show vocab/table.tsv --vocab @OUT@/small.vocab exosome "bile duct quieting"
