# An answer, though empty: exit 1.
paths ../../samples/alf_table3/table.tsv --from "acute liver failure" --to "bone marrow"
