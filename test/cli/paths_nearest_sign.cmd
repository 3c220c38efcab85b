# No path with this sign, and that there is another.
paths ../../samples/alf_table3/table.txt --from "bone marrow" --to "acute liver failure" --sign +
