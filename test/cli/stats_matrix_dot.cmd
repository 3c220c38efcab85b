# As a figure.
stats ../../samples/alf_table3/table.txt --matrix derivative,mediator --dot
