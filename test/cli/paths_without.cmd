# What survives a retraction: nothing here, and what is nearest.
paths ../../samples/alf_table3/table.txt --from "bone marrow" --to "acute liver failure" --without 107
