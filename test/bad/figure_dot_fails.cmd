# A program that only says that it can not.
formats > /dev/null; PATH=$PWD/failing_dot "$program" build ../../samples/alf_table3/table.tsv -q -o @OUT@/figure.svg -o @OUT@/graph.nt
