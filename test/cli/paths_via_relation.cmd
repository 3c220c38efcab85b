# From the animals, over a relation that is only context.
paths ../../samples/alf_table3/table.txt --from rat --to outcome --via tested_in -k 1
