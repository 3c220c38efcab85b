# own names come first, aliases that are words or shared are left, obsolete terms follow their replacement
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" records vocab/table.tsv --vocab @OUT@/small.vocab --mentions
