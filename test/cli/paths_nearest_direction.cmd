# No path this way round.
paths ../../samples/alf_table3/table.txt --from "acute liver failure" --to NLRP3
