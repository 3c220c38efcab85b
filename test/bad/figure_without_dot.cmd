# No program draws, so nothing is written, the other output neither.
formats > /dev/null; PATH=/nowhere "$program" build ../../samples/alf_table3/table.tsv -q -o @OUT@/figure.svg -o @OUT@/graph.nt
