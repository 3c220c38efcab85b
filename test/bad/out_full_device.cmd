# The device has no room: a message, and the other output does not appear either.
build ../../samples/alf_table3/table.tsv -q -o @OUT@/graph.dot -o /dev/full -f dot
