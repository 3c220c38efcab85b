paths ../../samples/alf_table3/table.tsv --from exosome --to outcome --sign + --asserted
