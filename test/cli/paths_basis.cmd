# Only what is stated.
paths ../../samples/alf_table3/table.txt --from "bone marrow" --to "acute liver failure" --basis stated
