# Derivatives against mediators, for spreadsheets.
stats ../../samples/alf_table3/table.txt --matrix derivative,mediator --tsv
