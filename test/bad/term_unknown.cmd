paths ../../samples/alf_table3/table.tsv --from "bone marow" --to "acute liver failure"
