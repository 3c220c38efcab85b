# what a text is called, whether it is taken in text, and why
vocab import vocab/small.obo vocab/genes.tsv -o @OUT@/small.vocab -q && "$program" vocab find @OUT@/small.vocab ZQX1 ZQP7 goat ALF GO:9000003 "biliary quieting" nothing
