# Paths over a gene; what they do when another is avoided is told by the next.
paths ../../samples/alf_table3/table.txt --from source --to outcome --via NLRP3
