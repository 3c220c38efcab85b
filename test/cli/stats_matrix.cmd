# Sources against outcomes.
stats ../../samples/alf_table3/table.txt --matrix source,outcome
