# The same ends without it.
paths ../../samples/alf_table3/table.txt --from "bone marrow" --to "acute liver failure" --avoid NLRP3
