# A folder that holds what is not ours is never replaced.
build ../../samples/alf_table3/table.tsv -q -f sql -o ../../samples/alf_table3
