paths ../../samples/alf_table3/table.tsv --from "bone marrow" --to "acute liver failure" --json
